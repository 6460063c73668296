"""Takeaways (M7): as many as the author wrote, on a card and on a page of all, with addresses."""

import pytest
from playwright.sync_api import Page, expect

WRITTEN = {
    "en/ask-early/": ["Ask on Monday.", "Ask one person, by name.", "Thank for the answer."],
    "es/pregunta-pronto/": [
        "Pregunta el lunes.",
        "Pregunta a una persona, por su nombre.",
        "Agradece la respuesta.",
    ],
}
ALL = {"en/takeaways/": ("en/ask-early/", 2), "es/ideas-clave/": ("es/pregunta-pronto/", 1)}


@pytest.fixture
def site_url(unfinished_url: str) -> str:
    return unfinished_url


@pytest.mark.parametrize("path", WRITTEN)
def test_a_lesson_has_those_that_its_author_wrote(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator(".takeaways .takeaway-text")).to_have_text(WRITTEN[path])
    ids = page.locator(".takeaway").evaluate_all("each => each.map(one => one.id)")
    assert ids == ["t1", "t2", "t3"]
    page.goto("en/say-it/")
    expect(page.locator(".takeaways")).to_have_count(0)


@pytest.mark.parametrize("path", ALL)
def test_the_page_of_all_goes_by_section_and_leads_back(page: Page, path: str) -> None:
    lesson, sections = ALL[path]
    page.goto(path)
    parts = page.locator(".takeaway-section")
    expect(parts).to_have_count(sections)
    expect(parts.first.locator("h3")).to_have_count(1)
    expect(parts.first.locator(".takeaway-text")).to_have_text(WRITTEN[lesson])
    parts.first.locator("h3 a").click()
    page.wait_for_url(f"**/{lesson}")
    page.goto(path)
    parts.first.locator(".takeaway-number").nth(2).click()
    page.wait_for_url(f"**/{lesson}#t3")
    expect(page.locator(":target .takeaway-text")).to_have_text(WRITTEN[lesson][2])
