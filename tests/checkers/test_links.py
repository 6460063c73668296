from pathlib import Path

import pytest

from tests.checkers.links import link_problems
from tests.checkers.samples import page, sound_site


def test_a_sound_site_has_no_problem(tmp_path: Path) -> None:
    assert not list(link_problems(sound_site(tmp_path)))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<a href="nowhere/">x</a>', "leads nowhere"),
        ('<a href="../l1">x</a>', "leads nowhere"),
        ('<a href="../../../secret.html">x</a>', "leads nowhere"),
        ('<a href="../l1/#nothing">x</a>', "no such id"),
        ('<a href="#nothing">x</a>', "no such id"),
        ('<a href="/course/en/">x</a>', "starts at the root"),
        ('<a href="//elsewhere.example/">x</a>', "the scheme is left out"),
        ('<a href="javascript:alert()">x</a>', "the scheme javascript:"),
        ('<a href="https://lessons.example/course/gone/">x</a>', "leads nowhere"),
        ('<img src="gone.png" alt="">', "leads nowhere"),
        ('<img src="../../icon.svg" srcset="gone.png 2x" alt="">', "leads nowhere"),
        ('<form action="gone/"></form>', "leads nowhere"),
        ('<meta http-equiv="refresh" content="0; url=gone/">', "leads nowhere"),
        ('<svg><use href="../../icon.svg#gone"/></svg>', "no such id"),
    ],
)
def test_a_broken_link_is_found(tmp_path: Path, body: str, said: str) -> None:
    site = sound_site(tmp_path, {"en/about/index.html": page("A", body, root="../../")})
    (problem,) = link_problems(site)
    assert problem.startswith("en/about/index.html:8: ")
    assert said in problem


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://elsewhere.example/">x</a>',
        '<a href="mailto:someone@lessons.example">x</a>',
        '<a href="../l%31/#p">x</a>',
        '<p id="línea"><a href="#l%C3%ADnea">x</a> <a href="#línea">x</a></p>',
        '<a href="../l1/#:~:text=Text">x</a>',
    ],
)
def test_a_good_link_is_no_problem(tmp_path: Path, body: str) -> None:
    site = sound_site(tmp_path, {"en/about/index.html": page("A", body, root="../../")})
    assert not list(link_problems(site))


def test_style_sheets_are_read(tmp_path: Path) -> None:
    site = sound_site(tmp_path, {"assets/a.css": "b {\n background: url('gone.png') }"})
    assert list(link_problems(site)) == ["assets/a.css:2: leads nowhere: 'gone.png'"]


def test_a_404_page_must_start_at_the_address_of_the_site(tmp_path: Path) -> None:
    lost = page("Lost", '<a href="/en/">Map</a>', root="/course/")
    assert "leads nowhere" in next(link_problems(sound_site(tmp_path, {"404.html": lost})))
