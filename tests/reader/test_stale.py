"""A translation that is older than its original (M5) says so, until somebody confirms it."""

import pytest
from playwright.sync_api import Page, expect

from tests.reader.unfinished import Course

OLDER = "Leer en español (versión anterior)"
NOTICE = "Esta traducción sigue el original del 1 de enero de 2026, que ha cambiado desde entonces."


@pytest.fixture
def site_url(own_url: str) -> str:
    return own_url


def test_the_notice_stands_in_the_page_until_the_translation_is_confirmed(
    page: Page, own_course: Course
) -> None:
    page.goto("es/dilo/")
    notice = page.locator("main .notice.stale")
    expect(notice).to_contain_text(NOTICE)
    assert notice.evaluate("each => getComputedStyle(each).position") == "static"
    above, below = notice.bounding_box(), page.locator("main .text").bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    notice.get_by_role("link", name="Read in English").click()
    page.wait_for_url("**/en/say-it/")
    expect(page.locator(".stale")).to_have_count(0)
    expect(page.get_by_role("link", name=OLDER).first).to_have_attribute("lang", "es")

    own_course.edit("content/es/02-say.md", "Se dijo un lunes", "Se dijo un viernes")
    assert own_course.run("tr", "ok", "2", "--lang", "es") == 0
    assert own_course.run("build") == 0
    page.goto("es/dilo/")
    expect(page.locator(".text")).to_contain_text("Se dijo un viernes")
    expect(notice).to_have_count(0)
    page.goto("en/say-it/")
    expect(page.get_by_role("link", name=OLDER)).to_have_count(0)


def test_side_by_side_the_paragraph_itself_says_so(page: Page) -> None:
    page.goto("es/dilo/en/")
    expect(page.get_by_text("El original de este párrafo ha cambiado después.")).to_have_count(1)
    row = page.locator("#p1")
    expect(row).to_contain_text("Se dijo un lunes")
    expect(row).to_contain_text("It was said on a Friday")
    expect(row.locator(".pair-remark")).to_be_visible()
