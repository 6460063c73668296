from pathlib import Path

import pytest

from tests.checkers.metadata import hreflang_problems, metadata_problems
from tests.checkers.samples import BASE, alternate_links, page, sound_site
from tests.checkers.sitemap import sitemap_problems

LD = '<script type="application/ld+json">{}</script>'


def test_a_sound_site_has_no_problem(tmp_path: Path) -> None:
    site = sound_site(tmp_path)
    assert not list(metadata_problems(site))
    assert not list(hreflang_problems(site))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (page("A", "", lang=""), "html has no lang"),
        (page("A", "").replace("<title>A</title>", ""), "needs exactly one title"),
        (page("A", "<h1>Again</h1>"), "2 h1 instead of one"),
        (page("A", "").replace("h1", "h2"), "0 h1 instead of one"),
        (page("A", '<p id="a"></p><p id="a"></p>'), "id 'a' stands 2 times"),
        (page("A", "", head='<link rel="canonical" href="."> ' * 2), "more than one canonical"),
        (page("A", LD.format("{")), "JSON-LD does not parse"),
        (page("A", LD.format("{}")), "JSON-LD has not the context"),
        (page("A", LD.format('{"@context": "https://schema.org"}')), "JSON-LD says no type"),
    ],
)
def test_a_poor_head_is_found(tmp_path: Path, text: str, said: str) -> None:
    (problem,) = metadata_problems(sound_site(tmp_path, {"en/about/index.html": text}))
    assert problem.startswith(f"en/about/index.html: {said}")


def test_sound_json_ld_and_redirects_are_no_problem(tmp_path: Path) -> None:
    sound = LD.format('{"@context": "https://schema.org", "@type": "Article"}')
    refresh = '<meta http-equiv="refresh" content="0; url=../l1/">'
    redirect = page("Moved", "", head=refresh).replace("h1", "p")
    files = {"en/about/index.html": page("A", sound), "en/old/index.html": redirect}
    assert not list(metadata_problems(sound_site(tmp_path, files)))


def _pair(english: dict[str, str], spanish: dict[str, str]) -> dict[str, str]:
    return {
        "en/about/index.html": page("About", "", head=alternate_links(english)),
        "es/acerca/index.html": page("Acerca", "", lang="es", head=alternate_links(spanish)),
    }


FULL = {"en": "en/about/", "es": "es/acerca/", "x-default": "en/about/"}


def test_a_full_pair_is_no_problem(tmp_path: Path) -> None:
    assert not list(hreflang_problems(sound_site(tmp_path, _pair(FULL, FULL))))


@pytest.mark.parametrize(
    ("english", "spanish", "said"),
    [
        (FULL, {}, "is not answered by"),
        ({"es": "es/acerca/", "x-default": "es/acerca/"}, FULL, "does not name the page itself"),
        ({k: v for k, v in FULL.items() if k != "x-default"}, FULL, "no x-default"),
        ({**FULL, "fr": "fr/gone/"}, FULL, "leads nowhere"),
    ],
)
def test_alternates_that_do_not_agree_are_found(
    tmp_path: Path, english: dict[str, str], spanish: dict[str, str], said: str
) -> None:
    problems = list(hreflang_problems(sound_site(tmp_path, _pair(english, spanish))))
    assert any(said in problem for problem in problems)


def test_an_alternate_must_be_a_full_address(tmp_path: Path) -> None:
    links = alternate_links(FULL).replace(BASE, "/course/")
    site = sound_site(tmp_path, {"en/about/index.html": page("About", "", head=links)})
    assert any("not a full address" in problem for problem in hreflang_problems(site))


URLSET = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">{}</urlset>'
)


def _url(path: str, *alternates: tuple[str, str]) -> str:
    link = '<xhtml:link rel="alternate" hreflang="{}" href="{}{}"/>'
    links = "".join(link.format(lang, BASE, target) for lang, target in alternates)
    return f"<url><loc>{BASE}{path}</loc>{links}</url>"


OVERVIEW = _url("en/", ("en", "en/"), ("x-default", ""))
LESSONS = "".join(_url(f"en/l{number}/") for number in (1, 2, 3, 4))


def test_a_sound_sitemap_is_no_problem(tmp_path: Path) -> None:
    site = sound_site(tmp_path, {"sitemap.xml": URLSET.format(OVERVIEW + LESSONS)})
    assert not list(sitemap_problems(site))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<urlset>", "cannot be read"),
        ("<urlset/>", "the root of sitemap.xml is"),
        (URLSET.format(LESSONS + _url("en/gone/")), "leads nowhere"),
        (URLSET.format(LESSONS + _url("en/l1/")), "lists en/l1/index.html more than once"),
        (URLSET.format(LESSONS.replace("l3", "about")), "lacks en/l3/index.html"),
        (URLSET.format(LESSONS + _url("en/")), "names other alternates than en/index.html"),
    ],
)
def test_a_poor_sitemap_is_found(tmp_path: Path, text: str, said: str) -> None:
    problems = list(sitemap_problems(sound_site(tmp_path, {"sitemap.xml": text})))
    assert any(said in problem for problem in problems)


def test_a_missing_sitemap_is_found(tmp_path: Path) -> None:
    assert list(sitemap_problems(sound_site(tmp_path)))
