"""Test yourself (S6): takeaways behind their questions, asked again after more and more days."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

NewReader = Callable[..., BrowserContext]
LESSON = "en/have-a-mentor/"
TODAY = datetime(2026, 6, 28, 12, tzinfo=UTC)
DUE = "Takeaways to recall today: "


@pytest.fixture
def page(new_reader: NewReader) -> Page:
    """A page of a reader whose clock stands still."""
    return new_reader(clock=TODAY).new_page()


def at_day(page: Page, days: int) -> None:
    """Let so many days pass since the first."""
    page.context.clock.set_fixed_time(TODAY + timedelta(days=days))


def test_takeaways_hide_behind_their_questions_only_if_asked_to(page: Page) -> None:
    page.goto(LESSON)
    card = page.locator(".takeaway").first
    answer = card.locator(".takeaway-text")
    expect(answer).to_be_visible()
    test = page.get_by_role("button", name="Test yourself")
    test.click()
    expect(answer).to_be_hidden()
    expect(card.locator(".takeaway-prompt")).to_be_visible()
    show = card.get_by_role("button", name="Show takeaway 1")
    show.press("Enter")
    expect(answer).to_be_visible()
    expect(show).to_have_attribute("aria-expanded", "true")
    expect(card.get_by_role("status")).to_have_text("To be asked again on June 29.")
    test.click()
    for text in page.locator(".takeaway-text").all():
        expect(text).to_be_visible()
    page.reload()
    expect(answer).to_be_visible()


def test_days_grow_to_35_and_looking_early_changes_nothing(page: Page) -> None:
    for day, following in (
        (0, "June 29"),
        (0, "June 29"),  # again on the same day
        (1, "July 2"),
        (2, "July 2"),  # before its day
        (4, "July 9"),
        (12, "July 26"),  # some days late: the next comes 16 days after today
        (28, "August 30"),
        (63, "October 4"),
    ):
        at_day(page, day)
        page.goto(LESSON)
        page.get_by_role("button", name="Test yourself").click()
        page.get_by_role("button", name="Show takeaway 2").click()
        expect(page.get_by_text(f"To be asked again on {following}.")).to_be_visible()
    due = page.locator(".due")
    for day, words in ((97, ""), (98, "Ideas clave para recordar hoy: 1")):
        at_day(page, day)
        page.goto("es/")
        expect(due).to_have_text(words) if words else expect(due).to_be_hidden()


def test_who_did_not_remember_is_asked_tomorrow(page: Page) -> None:
    page.goto(LESSON)
    page.get_by_role("button", name="Test yourself").click()
    page.get_by_role("button", name="Show takeaway 1").click()
    at_day(page, 1)
    page.reload()
    page.get_by_role("button", name="Test yourself").click()
    page.get_by_role("button", name="Show takeaway 1").click()
    expect(page.get_by_text("To be asked again on July 2.")).to_be_visible()
    page.get_by_role("button", name="Ask me tomorrow instead").click()
    expect(page.get_by_text("To be asked again on June 30.")).to_be_visible()
    expect(page.get_by_role("button", name="Show takeaway 1")).to_be_focused()


def test_the_overview_leads_to_what_is_due_and_to_nothing_else(page: Page) -> None:
    page.goto("en/takeaways/")
    only_due = page.get_by_role("button", name="Only what is due today")
    page.get_by_role("button", name="Test yourself").click()
    expect(only_due).to_be_hidden()
    for number in (0, 5):
        page.locator(".takeaway-show").nth(number).click()
    at_day(page, 1)
    page.goto("en/")
    expect(page.locator(".due")).to_have_text(DUE + "2")
    page.locator(".due a").click()
    page.wait_for_url("**/en/takeaways/#page.review")
    expect(page.locator(".takeaway:visible")).to_have_count(2)
    expect(page.locator(".takeaway-text:visible")).to_have_count(0)
    expect(page.locator(".takeaway-section:visible")).to_have_count(1)
    page.locator(".takeaway-show:visible").first.click()
    expect(only_due).to_have_text("Only what is due today: 1")
    page.get_by_role("button", name="Test yourself").click()
    expect(page.locator(".takeaway-text:visible")).to_have_count(page.locator(".takeaway").count())


def test_a_takeaway_without_a_question_hides_behind_its_number(page: Page) -> None:
    page.goto("es/ten-un-mentor/")
    page.evaluate("document.querySelectorAll('.takeaway-prompt').forEach(each => each.remove())")
    page.get_by_role("button", name="Ponte a prueba").click()
    prompt = page.locator(".takeaway-prompt").nth(1)
    expect(prompt).to_have_text("Idea clave 2: dila con tus palabras.")


def test_a_takeaway_that_exists_no_more_is_never_due(page: Page) -> None:
    page.goto("en/")
    page.evaluate(
        """localStorage.setItem("lessongen:/course/:progress", JSON.stringify({cards:
          {"01-have-a-mentor#gone": {step: 0, seen: "2026-01-01", due: "2026-01-02"}}}))"""
    )
    page.reload()
    expect(page.locator(".due")).to_be_hidden()
