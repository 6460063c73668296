"""What is not translated (M4): said where it is missed, and announced nowhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.reader.unfinished import Course
from tests.tools import requires

ONLY_ENGLISH = "en/call-first/"


@pytest.fixture
def site_url(unfinished_url: str) -> str:
    return unfinished_url


@pytest.mark.parametrize("scripts", [True, False])
def test_its_page_says_so_in_the_language_that_misses_it(
    new_reader: Callable[..., BrowserContext], *, scripts: bool
) -> None:
    page = new_reader(scripts=scripts).new_page()
    page.goto(ONLY_ENGLISH)
    said = page.locator(".missing-version")
    expect(said).to_contain_text("Aún no está traducida al español.")
    expect(said).to_have_attribute("lang", "es")
    for link in page.locator('a[hreflang="es"]').all():
        expect(link).to_have_text("La serie en español")
    said.get_by_role("link").click()
    page.wait_for_url("**/course/es/")


def test_the_map_of_the_other_language_leads_to_the_source_and_says_so(page: Page) -> None:
    for path in ("es/", "es/seccion-3/"):
        page.goto(path)
        stop = page.locator(".stop").filter(has_text="Call xylophonists first")
        link = stop.get_by_role("link")
        expect(link).to_have_attribute("hreflang", "en")
        expect(link.locator("[lang=en]")).to_have_text("Call xylophonists first")
        expect(stop.get_by_text("(en inglés)")).to_be_visible()
        link.click()
        page.wait_for_url(f"**/{ONLY_ENGLISH}")


def test_nothing_of_the_other_language_announces_it(page: Page, unfinished: Course) -> None:
    assert not list(unfinished.site.glob("es/**/*call*"))
    for name in ("feed.xml", "feed.json"):
        assert "xylophonist" in (unfinished.site / "en" / name).read_text().lower()
        assert "xylophonist" not in (unfinished.site / "es" / name).read_text().lower()
    for path in ("es/ideas-clave/", "es/todo/", "es/etiquetas/talking/"):
        page.goto(path)
        expect(page.locator("main")).not_to_contain_text("xylophonist", ignore_case=True)
    page.goto(ONLY_ENGLISH)
    assert named_versions(page) == {"en", "x-default"}
    page.goto("en/ask-early/")
    assert named_versions(page) == {"en", "es", "x-default"}
    sitemap = (unfinished.site / "sitemap.xml").read_text()
    entry = sitemap.partition("/en/call-first/</loc>")[2].partition("</url>")[0]
    assert 'hreflang="en"' in entry
    assert 'hreflang="es"' not in entry


def named_versions(page: Page) -> set[str | None]:
    links = page.locator('head link[rel="alternate"][hreflang]').all()
    return {link.get_attribute("hreflang") for link in links}


def test_the_search_of_the_other_language_does_not_find_it(page: Page) -> None:
    requires("pagefind")
    page.goto("en/search/?q=xylophonist")
    expect(page.get_by_role("status")).to_contain_text("Results for “xylophonist”: ")
    page.goto("es/buscar/?q=xylophonist")
    expect(page.get_by_role("status")).to_have_text("Sin resultados para “xylophonist”.")
    expect(page.locator(".alphabet")).not_to_contain_text("xylophonist", ignore_case=True)


def test_previous_and_next_pass_it_by(page: Page) -> None:
    page.goto("es/dilo/")
    expect(page.locator('a[rel="next"]')).to_have_attribute("href", "../../es/la-ultima/")
