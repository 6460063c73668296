from pathlib import Path

import pytest

from tests.checkers.kinds import MissingPageError, kinds, lessons, plain_pages
from tests.checkers.reading_order import reading_order_problems
from tests.checkers.samples import page, sound_site

LISTS = ("overview", "section", "takeaways", "people", "articles", "tags", "all", "404")
LEAVES = ("person", "article", "tag", "lesson", "page")


def test_every_kind_is_found(tmp_path: Path) -> None:
    found = kinds(sound_site(tmp_path))
    assert set(found) == {"chooser", "404", *(f"en {kind}" for kind in (*LISTS, *LEAVES))}
    assert found["en lesson"] == tmp_path / "en/l1/index.html"
    assert found["en page"] == tmp_path / "en/about/index.html"


def test_kinds_that_may_be_missing_are_found(tmp_path: Path) -> None:
    extra = {"en/search/index.html": "", "en/l1/es/index.html": "", "translations/index.html": ""}
    found = kinds(sound_site(tmp_path, extra))
    assert {"en search", "en side by side", "dashboard"} <= set(found)


@pytest.mark.parametrize(
    "name", ["en/404.html", "en/all/index.html", "en/people/ira/index.html", "index.html"]
)
def test_a_missing_kind_is_an_error(tmp_path: Path, name: str) -> None:
    site = sound_site(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(MissingPageError):
        kinds(site)


def test_lessons_come_in_the_order_of_the_sections(tmp_path: Path) -> None:
    site = sound_site(tmp_path)
    assert [lesson.parent.name for lesson in lessons(site, "en")] == ["l1", "l2", "l3", "l4"]
    assert plain_pages(site, "en") == (tmp_path / "en/about/index.html",)


def test_a_sound_walk_has_no_problem(tmp_path: Path) -> None:
    assert not list(reading_order_problems(sound_site(tmp_path), "en"))


@pytest.mark.parametrize(
    "links",
    [
        '<a rel="prev" href="../l1/">back</a>',
        '<a rel="prev" href="../l1/">back</a> <a rel="next" href="../l4/">on</a>',
        '<a rel="prev" href="../l1/">back</a> <a rel="next" href="../l1/">on</a>',
        '<a rel="next" href="../l3/">on</a>',
    ],
)
def test_a_walk_that_skips_or_circles_is_found(tmp_path: Path, links: str) -> None:
    changed = {"en/l2/index.html": page("2", f'<p id="p">Text.</p> {links}', root="../../")}
    assert list(reading_order_problems(sound_site(tmp_path, changed), "en"))


def test_sections_without_lessons_are_found(tmp_path: Path) -> None:
    sections = ("section-1", "section-2", "section-10")
    site = sound_site(tmp_path, {f"en/{name}/index.html": page("S", "") for name in sections})
    assert list(reading_order_problems(site, "en"))
