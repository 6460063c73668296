"""What a reader has read (M8, M9): kept in the browser, shared by languages, theirs to clear."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

LESSON = "en/have-a-mentor/"
MISTYPED = {"read": {"lost-lesson": "2026-01-01", "01-have-a-mentor": "soon", "constructor": 3}}
NewReader = Callable[..., BrowserContext]


def mark(page: Page, path: str = LESSON) -> None:
    page.goto(path)
    page.get_by_role("button", name="Mark as read").or_(
        page.get_by_role("button", name="Marcar como leída")
    ).click()


def kept(page: Page) -> dict[str, str]:
    """Return everything in the browser's storage."""
    stored: dict[str, str] = page.evaluate("({...localStorage})")
    return stored


def ticked(page: Page) -> list[str]:
    """Return the keys of the lessons that the maps of the page tick."""
    keys: list[str] = page.locator(".stop:has(.stop-read)").evaluate_all(
        "stops => stops.map(stop => stop.dataset.lesson)"
    )
    return keys


def test_a_lesson_marked_as_read_is_ticked_and_counted_in_both_languages(page: Page) -> None:
    mark(page)
    expect(page.get_by_role("button", name="Mark as read")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(page.get_by_role("navigation", name="The series")).to_contain_text("1 of 6 read")
    assert ticked(page) == ["01-have-a-mentor"]
    for path, words in {
        "en/": "1 of 25 read",
        "en/section-1/": "1 of 6 read",
        "es/": "1 de 25 leídas",
        "es/seccion-1/": "1 de 6 leídas",
    }.items():
        page.goto(path)
        expect(page.locator("main .facts").first).to_contain_text(words)
        assert ticked(page) == ["01-have-a-mentor"]
    page.goto("es/ten-un-mentor/")
    page.reload()
    button = page.get_by_role("button", name="Marcar como leída")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    page.goto("en/")
    assert ticked(page) == []
    assert kept(page) == {}


def test_progress_is_kept_under_the_path_of_the_site_and_the_key_of_the_source(page: Page) -> None:
    mark(page, "es/ten-un-mentor/")
    [(name, value)] = kept(page).items()
    assert name == "lessongen:/course/:progress"
    assert list(json.loads(value)["read"]) == ["01-have-a-mentor"]


def test_marking_and_clearing_ask_nothing_of_the_network(page: Page) -> None:
    page.goto(LESSON)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.get_by_role("button", name="Mark as read").click()
    page.get_by_role("button", name="Test yourself").click()
    page.get_by_role("button", name="Show takeaway 1").click()
    expect(page.get_by_text("To be asked again on")).to_be_visible()
    assert set(asked) <= {"favicon.svg"}  # which browsers ask for when they like


def test_cleared_progress_is_gone_and_can_be_had_back(page: Page) -> None:
    mark(page)
    page.goto("en/")
    page.get_by_role("button", name="Clear my progress").press("Enter")
    expect(page.locator(".progress").get_by_role("status")).to_have_text(
        "Your progress is cleared."
    )
    assert ticked(page) == []
    assert kept(page) == {}
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator(".progress").get_by_role("status")).to_have_text("Your progress is back.")
    assert ticked(page) == ["01-have-a-mentor"]
    expect(page.get_by_role("button", name="Clear my progress")).to_be_focused()


@pytest.mark.parametrize("way", [{"storage": False}, {"scripts": False}], ids=str)
def test_without_storage_or_scripts_there_is_no_button(
    new_reader: NewReader, way: dict[str, bool]
) -> None:
    page = new_reader(**way).new_page()
    for path in (LESSON, "en/takeaways/", "en/section-1/", "en/"):
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
        for button in page.locator("main button:not(.save-all)").all():
            expect(button).to_be_hidden()
    expect(page.locator(".start-link").first).to_contain_text("Start with lesson 1")


def test_what_is_not_understood_is_ignored(page: Page) -> None:
    page.goto("en/")
    for stored in ("{", "null", "[]", '{"read": 7}', json.dumps(MISTYPED)):
        page.evaluate("text => localStorage.setItem('lessongen:/course/:progress', text)", stored)
        page.reload()
        assert ticked(page) == []
        expect(page.locator(".start-link").first).to_contain_text("Start with lesson 1")
    mark(page)
    assert ticked(page) == ["01-have-a-mentor"]


def test_open_tabs_agree(page: Page) -> None:
    page.goto("en/")
    other = page.context.new_page()
    mark(other)
    expect(page.locator(".stop-read")).to_have_count(1)
    page.get_by_role("button", name="Clear my progress").click()
    expect(other.get_by_role("button", name="Mark as read")).to_have_attribute(
        "aria-pressed", "false"
    )


def test_the_overview_says_where_to_begin_and_where_to_go_on(page: Page) -> None:
    page.goto("en/")
    link = page.locator(".start-link:visible")
    expect(link).to_contain_text("Start with lesson 1")
    mark(page)
    page.goto("en/")
    expect(link).to_contain_text("Continue: lesson 2")
    expect(link).to_contain_text("If you don’t know, say so")
    page.goto("es/")
    expect(link).to_contain_text("Continúa: lección 2")
    link.click()
    page.wait_for_url("**/es/di-no-lo-se/")


def test_who_has_read_everything_is_led_to_the_takeaways(page: Page) -> None:
    page.goto("en/")
    page.evaluate(
        """localStorage.setItem("lessongen:/course/:progress", JSON.stringify({read:
          Object.fromEntries([...document.querySelectorAll("[data-lesson]")]
            .map(stop => [stop.dataset.lesson, "2026-01-01"]))}))"""
    )
    page.reload()
    link = page.locator(".start-link:visible")
    expect(link).to_contain_text("You have read every lesson")
    expect(page.locator("main .facts").first).to_contain_text("25 of 25 read")
    link.click()
    page.wait_for_url("**/en/takeaways/")
