"""Addresses that never break (M15): other titles and numbers, old addresses, and none at all."""

import pytest
from playwright.sync_api import Page, expect

from tests.reader.unfinished import BASE_URL, Course


@pytest.fixture
def site_url(own_url: str) -> str:
    return own_url


def test_another_title_and_another_number_leave_the_address(page: Page, own_course: Course) -> None:
    own_course.edit("content/en/01-ask.md", "title: Ask early", "title: Ask at once")
    assert own_course.run("move", "1", "--to", "3") == 0
    assert own_course.run("build") == 0
    page.goto("en/ask-early/")
    expect(page.locator("h1")).to_have_text("Ask at once")
    expect(page.locator(".lesson-place")).to_contain_text("Lesson 3 of 25")
    page.goto("es/pregunta-pronto/")
    expect(page.locator(".lesson-place")).to_contain_text("Lección 3 de 25")


def test_an_old_address_leads_to_the_new_one(page: Page) -> None:
    page.goto("old/first/")
    page.wait_for_url("**/en/ask-early/")
    expect(page.locator("h1")).to_have_text("Ask early")


def test_it_does_so_also_where_nothing_leads_on_by_itself(page: Page) -> None:
    page.route(
        "**/old/first/",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('http-equiv="refresh"', 'name="was"'),
            content_type="text/html; charset=utf-8",
        ),
    )
    page.goto("old/first/")
    canonical = page.locator('link[rel="canonical"]')
    expect(canonical).to_have_attribute("href", f"{BASE_URL}en/ask-early/")
    page.get_by_role("main").get_by_role("link", name="Ask early").click()
    page.wait_for_url("**/en/ask-early/")


@pytest.mark.parametrize(("language", "title"), [("en", "Say it"), ("es", "Dilo")])
def test_where_nothing_is_there_is_the_map(page: Page, language: str, title: str) -> None:
    page.goto(f"{language}/404.html")
    expect(page.locator("html")).to_have_attribute("lang", language)
    link = page.locator(".series-map").get_by_role("link", name=title, exact=True)
    assert (link.get_attribute("href") or "").startswith("/course/")
    link.click()
    expect(page.locator("h1")).to_have_text(title)


def test_an_old_address_that_is_another_page_stops_the_build(
    own_course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    own_course.edit("content/en/01-ask.md", "aliases: [/old/first/]", "aliases: [/en/say-it/]")
    capsys.readouterr()
    assert own_course.run("build") == 1
    said = capsys.readouterr().err
    assert "error[" in said
    assert "01-ask.md" in said
    assert "02-say.md" in said
