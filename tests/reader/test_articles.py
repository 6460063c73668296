"""Texts outside the series (M18): no number, no next; under articles, tags, feed and search."""

import pytest
from playwright.sync_api import Page, expect

from tests.reader.unfinished import Course
from tests.tools import requires

TITLE = {"en": "On talking", "es": "Sobre conversar"}
ARTICLE = {"en": "en/articles/on-talking/", "es": "es/articulos/sobre-conversar/"}
TAG = {"en": "en/tags/talking/", "es": "es/etiquetas/talking/"}
LISTS = {"en": "en/articles/", "es": "es/articulos/"}
SEARCH = {"en": "en/search/?q=zithers", "es": "es/buscar/?q=citaras"}
SWITCH = {"en": "Leer en español", "es": "Read in English"}
LABEL = {"en": "Talking", "es": "Conversar"}

both = pytest.mark.parametrize("language", ["en", "es"])


@pytest.fixture
def site_url(unfinished_url: str) -> str:
    return unfinished_url


@both
def test_an_article_stands_by_itself(page: Page, language: str) -> None:
    page.goto(ARTICLE[language])
    expect(page.locator("h1")).to_have_text(TITLE[language])
    expect(page.locator(".numeral, .lesson-place, [rel=prev], [rel=next]")).to_have_count(0)
    expect(page.get_by_role("button", name="Mark as read")).to_have_count(0)
    page.goto(f"{language}/")
    expect(page.locator(".series-map")).not_to_contain_text(TITLE[language])


@both
def test_it_is_found_in_its_list_under_its_tag_in_the_feed_and_by_the_search(
    page: Page, unfinished: Course, language: str
) -> None:
    requires("pagefind")
    for path in (LISTS[language], TAG[language], SEARCH[language]):
        page.goto(path)
        page.get_by_role("main").get_by_role("link", name=TITLE[language], exact=True).first.click()
        page.wait_for_url(f"**/{ARTICLE[language]}*")
    for name in ("feed.xml", "feed.json"):
        assert TITLE[language] in (unfinished.site / language / name).read_text(encoding="utf-8")


@both
def test_a_tag_has_a_page_in_each_language_and_they_know_each_other(
    page: Page, language: str
) -> None:
    other = "es" if language == "en" else "en"
    page.goto(ARTICLE[language])
    page.locator(".tag-list").get_by_role("link", name=LABEL[language]).click()
    page.wait_for_url(f"**/{TAG[language]}")
    expect(page.locator("h1")).to_have_text(LABEL[language])
    page.get_by_role("link", name=SWITCH[language]).first.click()
    page.wait_for_url(f"**/{TAG[other]}")
    expect(page.locator("h1")).to_have_text(LABEL[other])
