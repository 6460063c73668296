"""A lesson with its translation beside it: two columns, or a disclosure on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

NewReader = Callable[..., BrowserContext]
PAGES = {"en": "en/have-a-mentor/es/", "es": "es/ten-un-mentor/en/"}
OTHER = {"en": "es", "es": "en"}
SHOW = {"en": "Ver en español", "es": "Show in English"}
ALONE = (
    ("Only English has this.", "en", "Only in English"),
    ("Solo en español.", "es", "Only in Spanish"),
)
# Where the words of both sides begin, for each row that has two sides.
TOPS = """() => [...document.querySelectorAll('.pair')].flatMap(pair => {
  const tops = [...pair.querySelectorAll(':scope > .cell')].map(cell => {
    const range = document.createRange()
    range.selectNodeContents(cell.querySelector('.side-title, .text, ol, figure'))
    return range.getBoundingClientRect().top
  })
  return tops.length == 2 ? [Math.abs(tops[0] - tops[1])] : []
})"""

both = pytest.mark.parametrize("language", ["en", "es"])


def rows(page: Page) -> Locator:
    """The rows of the text with two sides, headings aside."""
    return page.locator(".pair:has(> details.twin):has(.text)")


@both
@pytest.mark.parametrize("scripts", [True, False])
def test_where_there_is_room_both_sides_of_a_paragraph_are_level(
    new_reader: NewReader, language: str, *, scripts: bool
) -> None:
    page = new_reader(scripts=scripts).new_page()
    page.goto(PAGES[language])
    apart = page.evaluate(TOPS)
    assert len(apart) > 10
    assert max(apart) < 4
    first = rows(page).first
    own, other = first.locator(":scope > .cell").all()
    assert own.get_attribute("lang") == language
    assert other.get_attribute("lang") == OTHER[language]
    ours, theirs = own.bounding_box(), other.locator("p").bounding_box()
    assert ours
    assert theirs
    assert ours["x"] + ours["width"] <= theirs["x"]
    expect(page.get_by_text(SHOW[language]).first).to_be_hidden()


@both
@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_other_language_is_opened_paragraph_by_paragraph(
    new_reader: NewReader, language: str, *, scripts: bool
) -> None:
    page = new_reader(width=360, scripts=scripts).new_page()
    page.goto(PAGES[language])
    row = rows(page).first
    own, twin = row.locator("p").all()
    expect(own).to_be_visible()
    expect(twin).to_be_hidden()
    opener = row.get_by_text(SHOW[language])
    box = opener.bounding_box()
    assert box
    assert box["height"] >= 24
    opener.click()
    expect(twin).to_be_visible()
    ours, theirs = own.bounding_box(), twin.bounding_box()
    assert ours
    assert theirs
    assert theirs["y"] > ours["y"] + ours["height"]
    expect(rows(page).nth(1).locator("p").last).to_be_hidden()
    opener.press("Enter")
    expect(twin).to_be_hidden()


def test_screen_readers_find_both_sides_where_there_is_room(page: Page) -> None:
    page.goto(PAGES["en"])
    heard = rows(page).first.aria_snapshot()
    assert 'link "Paragraph 1"' in heard
    assert heard.count("- paragraph:") == 2
    assert SHOW["en"] not in heard


def test_on_a_phone_they_find_one_side_and_what_opens_the_other(new_reader: NewReader) -> None:
    page = new_reader(width=360).new_page()
    page.goto(PAGES["en"])
    heard = rows(page).first.aria_snapshot()
    assert heard.count("- paragraph:") == 1
    assert SHOW["en"] in heard


def test_on_paper_nothing_is_closed(page: Page) -> None:
    page.emulate_media(media="print")
    for width in (400, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(PAGES["en"])
        for paragraph in rows(page).first.locator("p").all():
            expect(paragraph).to_be_visible()
        expect(page.get_by_text(SHOW["en"]).first).to_be_hidden()


def test_the_page_says_which_page_is_the_one_to_find(page: Page) -> None:
    page.goto(PAGES["en"])
    canonical = page.locator('link[rel="canonical"]').get_attribute("href")
    assert canonical
    assert canonical.endswith("/en/have-a-mentor/")
    assert page.locator('link[rel="alternate"][hreflang]').count() == 0
    sitemap: str = page.evaluate("fetch('../../../sitemap.xml').then(got => got.text())")
    assert "/en/have-a-mentor/<" in sitemap
    assert "/en/have-a-mentor/es/" not in sitemap


def test_the_twin_of_a_paragraph_is_marked_where_one_points_and_stands(page: Page) -> None:
    page.goto(PAGES["en"])
    row = page.locator("#p2")
    plain = _grounds(row)
    row.locator("p").first.hover()
    pointed = _grounds(row)
    assert len(set(pointed)) == 1
    assert pointed != plain
    page.mouse.move(0, 0)
    row.locator(".pair-number").focus()
    assert _grounds(row) == pointed
    page.goto(PAGES["en"] + "#p5")
    expect(page.locator("#p5")).to_be_in_viewport()
    assert len(set(_grounds(page.locator("#p5")))) == 1
    assert _grounds(page.locator("#p5")) != plain


def _grounds(row: Locator) -> list[str]:
    """The ground that each side stands on."""
    grounds: list[str] = row.locator(":scope > .cell").evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell).backgroundColor)"
    )
    return grounds


@both
def test_a_tap_on_any_paragraph_of_a_lesson_leads_to_its_twin(page: Page, language: str) -> None:
    page.goto(PAGES[language])
    count = page.locator(".pair[id^=p]").count()
    lesson = PAGES[language].rsplit("/", 2)[0] + "/"
    for number in (1, 5, count):
        page.goto(PAGES[language])
        wanted = page.locator(f"#p{number} > .cell .text").first.inner_text().strip()
        page.goto(lesson)
        paragraph = page.locator(".text > :not(.beside-here)").nth(number - 1)
        assert paragraph.inner_text().strip() == wanted
        paragraph.scroll_into_view_if_needed()
        before = page.locator(".text").bounding_box()
        paragraph.click(position={"x": 4, "y": 4})
        assert page.locator(".text").bounding_box() == before, "the text must not move"
        paragraph.locator(".beside-offer a").click()
        page.wait_for_url(f"**/{PAGES[language]}#p{number}")
        expect(page.locator(f"#p{number}")).to_be_in_viewport()


@both
def test_without_scripts_the_links_below_headings_lead_there(
    new_reader: NewReader, language: str
) -> None:
    page = new_reader(scripts=False).new_page()
    lesson = PAGES[language].rsplit("/", 2)[0] + "/"
    page.goto(lesson)
    heading = page.locator(".text h2").last
    name = heading.get_attribute("id")
    page.locator(".beside-here a").last.click()
    page.wait_for_url(f"**/{PAGES[language]}#{name}")
    expect(page.locator(f'[id="{name}"]')).to_be_in_viewport()
    page.go_back()
    page.locator(".beside-link a").click()
    page.wait_for_url(f"**/{PAGES[language]}")


def test_the_next_lesson_is_side_by_side_too(page: Page) -> None:
    page.goto(PAGES["en"])
    page.locator('a[rel="next"]').click()
    expect(page.locator("body")).to_have_class("bilingual-page")
    page.locator('a[rel="prev"]').click()
    page.wait_for_url(f"**/{PAGES['en']}")


@pytest.mark.parametrize("width", [360, 1280])
def test_what_has_no_twin_stands_alone_over_both_columns_and_says_so(
    new_reader: NewReader, unfinished_url: str, width: int
) -> None:
    page = new_reader(width=width, scripts=False).new_page()
    page.goto(f"{unfinished_url}en/the-last-one/es/")
    alone = page.locator(".pair-alone")
    expect(alone).to_have_count(2)
    for row, (words, language, remark) in zip(alone.all(), ALONE, strict=True):
        expect(row.locator(".text")).to_have_text(words)
        expect(row.locator(".cell")).to_have_attribute("lang", language)
        expect(row.locator(".pair-remark")).to_have_text(remark)
        if language == "es" and width == 360:
            row.get_by_text("Ver en español").click()
        expect(row.get_by_text(words)).to_be_visible()
        cell, whole = row.locator(".cell").bounding_box(), row.bounding_box()
        assert cell
        assert whole
        middle = whole["x"] + whole["width"] / 2
        assert cell["x"] + 50 < middle < cell["x"] + cell["width"] - 50
