"""The map (M1): all sections and places; what can be read is a link, what is planned is a name."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.reader.unfinished import READABLE, SECTIONS

COMING = {"en": "coming soon", "es": "próximamente"}
PUBLISHED = {"en": "4 of 25 lessons published", "es": "3 de 25 lecciones publicadas"}
IN_ENGLISH = {"en": 0, "es": 1}
# The first headings of the pages that the map leads to.
TITLES = """() => Promise.all([...document.querySelectorAll(".series-map a")].map(async link => {
  const page = await (await fetch(link.href)).text()
  return new DOMParser().parseFromString(page, "text/html").querySelector("h1").textContent
}))"""

both = pytest.mark.parametrize("language", ["en", "es"])


@pytest.fixture
def site_url(unfinished_url: str) -> str:
    return unfinished_url


@pytest.mark.parametrize("width", [320, 1280])
@both
def test_all_places_are_named_and_what_can_be_read_is_a_link(
    new_reader: Callable[..., BrowserContext], language: str, width: int
) -> None:
    page = new_reader(width=width).new_page()
    page.goto(f"{language}/")
    expect(page.locator(".chapter h2")).to_have_text(SECTIONS[language])
    expect(page.locator(".series-map .stop:visible")).to_have_count(25)
    linked = page.locator(".stop:has(a:not([hreflang]))")
    numbers = [int(text) for text in linked.locator(".stop-number").all_inner_texts()]
    assert numbers == list(READABLE[language])
    expect(page.locator(".stop a[hreflang]")).to_have_count(IN_ENGLISH[language])
    expect(page.locator(".series-head .facts")).to_contain_text(PUBLISHED[language])


@both
def test_what_is_planned_is_named_and_leads_nowhere(page: Page, language: str) -> None:
    for path, count in {f"{language}/": 21, f"{language}/404.html": 21}.items():
        page.goto(path)
        planned = page.locator('.stop[data-state="planned"]')
        expect(planned).to_have_count(count)
        expect(planned.locator("a")).to_have_count(0)
        expect(planned.get_by_text(COMING[language])).to_have_count(count)
        for words in planned.get_by_text(COMING[language]).all():
            expect(words).to_be_visible()


@both
def test_every_link_of_the_map_leads_to_what_it_names(page: Page, language: str) -> None:
    page.goto(f"{language}/")
    names = page.locator(".series-map a").all_inner_texts()
    assert len(names) == 9
    assert page.evaluate(TITLES) == names


def test_a_lesson_shows_where_one_is(page: Page) -> None:
    page.goto("en/call-first/")
    small_map = page.get_by_role("navigation", name="The series")
    here = small_map.locator('[aria-current="page"]')
    expect(here).to_have_text("Call xylophonists first")
    expect(small_map.locator(".stop")).to_have_count(5)  # only the section that one is in is open
    expect(small_map.locator(".leg")).to_have_count(5)
