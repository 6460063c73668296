from collections import defaultdict

from lessongen.model.document import Credit
from lessongen.model.site import Site
from lessongen.rendering.page import SitePage
from lessongen.rendering.pages import site_pages
from tests.rendering.builders import (
    ASSETS,
    document,
    lesson,
    person,
    site,
    tag,
    translation,
)

BASE = "https://example.org/course/"


def a_site(base_url: str = BASE) -> Site:
    """Every kind of page, pages in one language only, and a lesson that only Spanish has."""
    credit = (Credit(person="ana", role="author"),)
    return site(
        document("en", "index", title="Series"),
        lesson("en", 1, tags=("help",), collaborators=credit, aliases=("/old/one/",)),
        lesson("en", 2),
        lesson("en", 4, status="planned"),
        translation("es", 1),
        lesson("es", 3),
        document("en", "articles/a", title="An article", tags=("help",)),
        document("es", "pages/about", title="Acerca"),
        languages=("en", "es", "fr"),
        people=[person("ana", en="Bio.")],
        tags=[tag("help", en="Help", es="Ayuda")],
        base_url=base_url,
    )


def pages(made: Site) -> tuple[SitePage, ...]:
    return site_pages(made, ASSETS)


def announced(page: SitePage) -> dict[str, str]:
    return {each.locale: each.url for each in page.view.head.alternates}


def test_every_page_has_an_address_of_its_own() -> None:
    outputs = [page.output for page in pages(a_site())]
    assert len(outputs) == len(set(outputs))


def test_alternates_are_reciprocal_name_the_page_itself_and_have_a_default() -> None:
    every = pages(a_site())
    by_url = {page.view.head.canonical: page for page in every if page.view.head.alternates}
    assert len(by_url) > 20
    for url, page in by_url.items():
        stated = announced(page)
        assert "x-default" in stated
        assert url in stated.values()
        for locale, other in stated.items():
            answer = announced(by_url[other])
            assert locale == "x-default" or answer == stated


def test_a_page_is_announced_under_its_own_language() -> None:
    for page in pages(a_site()):
        stated = announced(page)
        if stated and page.output != "index.html":
            assert stated[page.site.locale] == page.view.head.canonical


def test_the_default_is_the_chooser_for_overviews_else_the_source_language() -> None:
    defaults = {page.output: announced(page).get("x-default") for page in pages(a_site())}
    assert defaults["es/index.html"] == BASE
    assert defaults["es/leccion-1/index.html"] == BASE + "en/lesson-1-in-en/"
    assert defaults["es/lesson-3-in-es/index.html"] == BASE + "es/lesson-3-in-es/"


def test_without_a_base_url_no_page_has_absolute_addresses() -> None:
    for page in pages(a_site(base_url="")):
        assert page.view.head.canonical == ""
        assert page.view.head.alternates == ()


def test_pages_that_nobody_should_find_say_so() -> None:
    hidden = {page.output for page in pages(a_site()) if page.view.head.robots == "noindex"}
    assert hidden == {
        "404.html",
        "en/404.html",
        "es/404.html",
        "fr/404.html",
        "old/one/index.html",
    }


def test_open_graph_names_the_languages_its_own_way() -> None:
    made = site(lesson("es-419", 1), translation("en", 1), languages=("es-419", "en"))
    page = next(page for page in pages(made) if page.output.startswith("es-419/lesson"))
    assert page.view.head.og_locale == "es_419"
    assert page.view.head.og_alternates == ("en",)


def test_pages_of_a_language_share_one_site_view() -> None:
    by_locale = defaultdict(set)
    for page in pages(a_site()):
        by_locale[page.site.locale].add(id(page.site))
    assert {locale: len(ids) for locale, ids in by_locale.items()} == {"en": 1, "es": 1, "fr": 1}
