"""From lesson to lesson (M2), and how long one takes (M17)."""

import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.reader.unfinished import READABLE

PLACE = {"en": "Lesson {} of 25", "es": "Lección {} de 25"}
NEXT = {"en": "Next: lesson {}", "es": "Siguiente: lección {}"}
LABEL = {"en": r"about (\d+) min", "es": r"(?:unos|alrededor de) (\d+) min"}
SPEED = {"en": 238, "es": 278}  # words a minute
WORDS = """text => {
  const copy = text.cloneNode(true)
  copy.querySelectorAll(".beside-here").forEach(each => each.remove())
  return copy.textContent.trim().split(/\\s+/).length
}"""

both = pytest.mark.parametrize("language", ["en", "es"])


@pytest.fixture
def unfinished_page(unfinished_url: str, new_reader: Callable[..., BrowserContext]) -> Page:
    page = new_reader().new_page()
    page.goto(unfinished_url)
    return page


@both
def test_next_leads_through_every_lesson_once_and_previous_back(
    unfinished_page: Page, unfinished_url: str, language: str
) -> None:
    page, numbers = unfinished_page, READABLE[language]
    page.goto(f"{unfinished_url}{language}/")
    page.locator(".start-link").first.click()
    expect(page.locator('a[rel="prev"]')).to_have_count(0)
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        expect(page.locator(".lesson-place")).to_contain_text(PLACE[language].format(number))
        expect(page.locator(".lesson-place a")).to_be_visible()
        link = page.locator('a[rel="next"]')
        expect(link).to_have_count(1 if following else 0)
        if following:
            expect(link).to_contain_text(NEXT[language].format(following))
            assert target(page, 'head link[rel="next"]') == target(page, 'a[rel="next"]')
            title = link.locator(".neighbour-title").inner_text()
            link.click()
            expect(page.locator("h1")).to_have_text(title)
    for number in numbers[-2::-1]:
        assert target(page, 'head link[rel="prev"]') == target(page, 'a[rel="prev"]')
        page.locator('a[rel="prev"]').click()
        expect(page.locator(".lesson-place")).to_contain_text(PLACE[language].format(number))
    page.get_by_role("banner").get_by_role("navigation").first.get_by_role("link").first.click()
    expect(page.locator(".series-map")).to_be_visible()


def target(page: Page, selector: str) -> str:
    """Return where a link leads."""
    return urljoin(page.url, page.locator(selector).get_attribute("href") or "nowhere")


@both
def test_the_time_is_that_of_the_lesson_s_text_alone(page: Page, language: str) -> None:
    page.goto(f"{language}/")
    paths = page.locator(".stop a").evaluate_all("links => links.map(link => link.href)")
    for path in (*paths[:3], paths[-1]):
        page.goto(path)
        words: int = page.locator(".lesson > .text").evaluate(WORDS)
        label = re.search(LABEL[language], page.locator(".facts").first.inner_text())
        assert label
        assert abs(words / SPEED[language] - int(label[1])) <= 0.55, path
        everything: int = page.locator("article.lesson").evaluate(WORDS)
        assert everything / SPEED[language] - int(label[1]) > 0.55, path
