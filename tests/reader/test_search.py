"""Search in the page's language, by keyboard, by link, and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.tools import requires

pytestmark = pytest.mark.usefixtures("pagefind")
SEARCH = {"en": "en/search/", "es": "es/buscar/"}
LINKS = ".results .entry-title a"
# The real site's pages hold each word in any of its forms.
SAME = [("linea", "línea"), ("DECISION", "decisión"), ("decisiones", "decision")]
ENGLISH_ONLY = ["yesterday", "lessons", "team", "feedback"]


@pytest.fixture(scope="session")
def pagefind() -> None:
    """What the site was built with."""
    requires("pagefind")


def ask(page: Page, words: str) -> list[str]:
    """Types words, waits until the page says what came of it, and gives the results' links."""
    page.locator("#page\\.query").fill(words)
    expect(page.get_by_role("status")).to_contain_text(f"“{words}”")
    found = page.locator(LINKS).evaluate_all("links => links.map(link => link.pathname)")
    return list(found)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_accents_capitals_and_endings_make_no_difference(page: Page, one: str, other: str) -> None:
    page.goto(SEARCH["es"])
    first = ask(page, one)
    assert first
    assert all("/course/es/" in path for path in first)
    assert ask(page, other) == first


@pytest.mark.parametrize("word", ENGLISH_ONLY)
def test_a_word_of_the_other_language_leads_to_the_search_there(page: Page, word: str) -> None:
    page.goto(SEARCH["es"])
    assert ask(page, word) == []
    expect(page.get_by_role("status")).to_have_text(f"Sin resultados para “{word}”.")
    links = page.locator(".search a")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("lang", "en")
    links.click()
    page.wait_for_url(f"**/{SEARCH['en']}?q={word}")
    expect(page.get_by_role("status")).to_contain_text(f"Results for “{word}”:")
    assert page.locator(LINKS).count() > 0


@pytest.mark.parametrize("start", ["en/", "en/section-1/", "en/404.html", "en/all/", "en/search/"])
def test_the_slash_leads_into_the_box(page: Page, start: str) -> None:
    page.goto(start)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.wait_for_url(f"**/{SEARCH['en']}")
    expect(page.locator("#page\\.query")).to_be_focused()
    expect(page.locator("#page\\.query")).to_have_value("")


def test_a_slash_that_is_typed_stays_a_slash(page: Page) -> None:
    page.goto(SEARCH["en"])
    page.keyboard.type("and/or")
    expect(page.locator("#page\\.query")).to_have_value("and/or")


def test_who_does_not_want_the_slash_switches_it_off(page: Page) -> None:
    page.goto(SEARCH["en"])
    page.get_by_role("checkbox").uncheck()
    page.goto("en/")
    page.keyboard.press("/")
    page.keyboard.press("Tab")  # something that shows that the key before it did nothing
    assert page.url.endswith("/course/en/")
    page.goto(SEARCH["en"])
    page.get_by_role("checkbox").check()
    page.goto("en/")
    page.keyboard.press("/")
    page.wait_for_url(f"**/{SEARCH['en']}")


def test_arrows_move_and_enter_opens(page: Page) -> None:
    page.goto(SEARCH["en"])
    results = ask(page, "mentor")
    box, links = page.locator("#page\\.query"), page.locator(LINKS)
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{results[0]}")


def test_a_link_with_a_query_shows_its_results_and_typing_makes_one(page: Page) -> None:
    page.goto(f"{SEARCH['es']}?q=l%C3%ADnea")
    expect(page.get_by_role("status")).to_contain_text("Resultados para “línea”:")
    expect(page.locator("#page\\.query")).to_have_value("línea")
    found = page.locator(LINKS).count()
    ask(page, "mentor")
    assert page.url.endswith("?q=mentor")
    page.goto(f"{SEARCH['es']}?q=linea")
    expect(page.locator(LINKS)).to_have_count(found)


def test_results_come_ten_at_a_time_with_marked_words(page: Page) -> None:
    page.goto(SEARCH["en"])
    ask(page, "what")
    expect(page.locator(LINKS)).to_have_count(10)
    assert page.locator(".results mark").count() > 0
    page.get_by_role("button", name="More results").click()
    expect(page.locator(LINKS).nth(10)).to_be_focused()


def test_a_query_is_text_whatever_is_in_it(page: Page) -> None:
    page.goto(f"{SEARCH['en']}?q=%3Cimg%20src=x%20onerror=alert(1)%3E{{count}}")
    expect(page.get_by_role("status")).to_contain_text("“<img src=x onerror=alert(1)>{count}”")
    assert page.locator(".search img").count() == 0


@pytest.mark.parametrize("language", ["en", "es"])
def test_without_scripts_there_is_everything_from_a_to_z(
    new_reader: Callable[..., BrowserContext], language: str
) -> None:
    page = new_reader(scripts=False).new_page()
    page.goto(SEARCH[language])
    expect(page.get_by_role("searchbox")).to_be_hidden()
    for kind in ("lesson", "takeaway", "tag"):
        assert page.locator(f".alphabet .letter-{kind} a").count() > 0
    letters = page.locator(".letter h3").all_inner_texts()
    assert letters == sorted(letters)
    page.locator(".letter-takeaway a").first.click()
    assert "#t" in page.url
    expect(page.locator(":target")).to_be_visible()


def test_with_storage_forbidden_the_search_works(new_reader: Callable[..., BrowserContext]) -> None:
    page = new_reader(storage=False).new_page()
    page.goto(SEARCH["en"])
    assert ask(page, "mentor")
    expect(page.get_by_role("checkbox")).to_have_count(0)


def test_where_the_index_cannot_be_loaded_the_page_says_so(
    new_reader: Callable[..., BrowserContext],
) -> None:
    context = new_reader(quiet=False)  # a browser tells of a file that does not come
    context.route("**/pagefind/**", lambda route: route.abort())
    page = context.new_page()
    page.goto(SEARCH["en"])
    page.locator("#page\\.query").fill("mentor")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    context.unroute("**/pagefind/**")
    page.reload()
    assert ask(page, "mentor")


@pytest.mark.parametrize("path", ["en/", "en/have-a-mentor/", "en/takeaways/"])
def test_no_other_page_loads_anything_for_it(page: Page, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path, wait_until="networkidle")
    assert not [url for url in asked if "pagefind" in url or "/search." in url]
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert "wasm" not in policy
