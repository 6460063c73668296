"""Without scripts (M12) nothing is missing: a walk through the course, and what it prints.

That no page hides text or shows idle controls then, is tested for all kinds in tests/audit/.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

SWITCHES = {
    "en/have-a-mentor/": ("es", "Leer en español"),
    "es/ten-un-mentor/": ("en", "Read in English"),
}


@pytest.fixture
def page(new_reader: Callable[..., BrowserContext]) -> Page:
    """A page of a reader without scripts."""
    return new_reader(scripts=False).new_page()


def test_a_reader_comes_everywhere(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name="Leer en español").click()
    page.wait_for_url("**/es/")
    page.locator(".series-map .stop a").first.click()
    page.wait_for_url("**/es/ten-un-mentor/")
    page.get_by_role("link", name="Idea clave 3").click()
    expect(page.locator("#t3:target .takeaway-text")).to_be_in_viewport()
    page.locator(".byline a").first.click()
    expect(page.locator(".person:target .bio")).to_be_in_viewport()
    page.locator(".person:target a").click()
    page.wait_for_url("**/es/personas/*/")
    page.go_back()
    page.get_by_role("link", name="Leer en los dos idiomas").click()
    page.wait_for_url("**/es/ten-un-mentor/en/")
    page.get_by_role("link", name="Buscar").first.click()
    page.wait_for_url("**/es/buscar/")
    page.locator(".letter-lesson a").first.click()
    expect(page.locator(".lesson")).to_be_visible()


@pytest.mark.parametrize("path", SWITCHES)
def test_the_same_lesson_in_the_other_language_at_the_top_and_at_the_foot(
    page: Page, path: str
) -> None:
    language, words = SWITCHES[path]
    for place in ("banner", "contentinfo"):
        page.goto(path)
        link = page.get_by_role(place).get_by_role("link", name=words, exact=True)
        expect(link).to_have_attribute("lang", language)
        expect(link).to_have_attribute("hreflang", language)
        link.click()
        [other] = SWITCHES.keys() - {path}
        page.wait_for_url(f"**/{other}")
        page.get_by_role(place).get_by_role("link", name=SWITCHES[other][1], exact=True).click()
        page.wait_for_url(f"**/{path}")


def test_what_is_printed_is_whole(page: Page) -> None:
    page.goto("en/have-a-mentor/")
    page.emulate_media(media="print")
    for part in ("h1", ".byline", ".text", ".takeaways", ".people", ".printed-source"):
        expect(page.locator(part).first).to_be_visible()
    for part in ("nav", "button", "input"):
        for each in page.locator(part).all():
            expect(each).to_be_hidden()
