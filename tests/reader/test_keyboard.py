"""By keyboard and by touch (M11): order, a focus that is seen, targets, the same place for help."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

NewReader = Callable[..., BrowserContext]
LESSON, SEARCH = "es/ten-un-mentor/", "es/buscar/"
PAGES = ("", "en/", LESSON, "en/have-a-mentor/es/", SEARCH, "en/takeaways/", "es/seccion-2/")
# Where the focus is: on what, in the order of the page; how much of it lies open to the eye.
FOCUSED = """() => {
  const focused = document.activeElement
  const box = focused.getBoundingClientRect()
  const [line] = focused.getClientRects()
  const at = [line.left + line.width / 2, line.top + line.height / 2]
  const top = document.elementFromPoint(...at)
  return {
    order: [...document.querySelectorAll("*")].indexOf(focused),
    html: focused.outerHTML.slice(0, 100),
    seen: box.top > -1 && box.top < innerHeight && box.left > -1 && box.right < innerWidth + 1,
    open: !!top && (focused.contains(top) || top.contains(focused)),
    outline: parseFloat(getComputedStyle(focused).outlineWidth),
  }
}"""
STOPS = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter(each => each.checkVisibility({ visibilityProperty: true }))
  .filter(each => each.type !== "radio" || each.checked).length"""
# WCAG 2.2, 2.5.8: what is too small, unless its circle of 24 px is its own, or it is in a sentence.
SMALL = """() => {
  const targets = [...document.querySelectorAll("a[href], button, input, summary")]
    .filter(each => each.checkVisibility({ visibilityProperty: true }))
    .filter(each => !each.matches(".skip-link"))
  // The whole row of a map answers, and so do the words of a choice.
  const answers = each => each.closest("label") || each.closest(".stop-title > a")?.closest(".stop")
  return targets.filter(each => {
    const { width, height } = (answers(each) || each).getBoundingClientRect()
    const inText = each.matches("p > a, p > span > a, li > a, figcaption a, .text a, sup a")
      && getComputedStyle(each).display === "inline"
    return (width < 24 || height < 24) && !inText
  }).map(each => each.outerHTML.slice(0, 100))
}"""
UNMARKED = """() => [...document.querySelectorAll("[hreflang]:not(head *)")]
  .filter(link => link.hreflang !== document.documentElement.lang)
  .filter(link => !link.closest(`[lang="${link.hreflang}"]`) && !link.querySelector("[lang]"))
  .filter(link => !link.closest(".sources, .translations"))
  .map(link => link.outerHTML)"""


@pytest.mark.parametrize(
    ("path", "width"),
    [("en/", 320), (LESSON, 320), (LESSON, 1280), ("en/have-a-mentor/es/", 1280)],
)
def test_tab_goes_through_the_page_in_its_order_and_is_always_seen(
    new_reader: NewReader, path: str, width: int
) -> None:
    page = new_reader(width=width).new_page()
    page.goto(path, wait_until="networkidle")
    stops: int = page.evaluate(STOPS)
    assert stops > 20
    page.locator(".skip-link").focus()
    last = 0
    for _ in range(stops - 1):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["order"] > last, focused
        assert focused["seen"], focused
        assert focused["open"], focused
        assert focused["outline"] >= 2, focused
        last = focused["order"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body"), "one stop more than expected"


def test_the_first_stop_leads_past_the_navigation(page: Page) -> None:
    page.goto("es/ten-un-mentor/")
    skip = page.get_by_role("link", name="Saltar al contenido")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".lesson-place a")).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_pressed_is_large_enough(new_reader: NewReader, width: int) -> None:
    page = new_reader(width=width).new_page()
    for path in (*PAGES, "en/404.html", "en/people/", "es/articulos/", "translations/"):
        page.goto(path)
        assert page.evaluate(SMALL) == [], path


def test_links_to_the_other_language_say_so(page: Page, unfinished_url: str) -> None:
    for address in ("", "en/", "es/ten-un-mentor/", "es/ten-un-mentor/en/", "en/404.html"):
        page.goto(address)
        assert page.evaluate(UNMARKED) == [], address
    for path in ("es/", "es/seccion-3/", "en/call-first/", "es/dilo/", "es/buscar/"):
        page.goto(unfinished_url + path)
        assert page.evaluate(UNMARKED) == [], path


def test_where_to_write_stands_in_the_same_place_of_every_page(
    page: Page, unfinished_url: str
) -> None:
    before: list[str] = []
    for path in ("es/", "es/dilo/", "es/dilo/en/", "es/buscar/", "es/personas/", "es/404.html"):
        page.goto(unfinished_url + path)
        links = page.get_by_role("contentinfo").get_by_role("link").all_inner_texts()
        place = links[links.index("Search" if "Search" in links else "Buscar") :]
        assert "Escríbenos" in place
        before = before or place
        assert place == before, path


def test_what_will_speak_is_listened_to_before_it_does(page: Page) -> None:
    """A status that comes into the page together with its words is often not read out."""
    page.goto("en/")
    for area in (".progress", ".saving"):
        expect(page.locator(area).get_by_role("status")).to_be_empty()
    page.goto(SEARCH)
    expect(page.get_by_role("status")).to_be_empty()
    page.goto("en/have-a-mentor/")
    page.get_by_role("button", name="Test yourself").click()
    expect(page.locator(".takeaway-check").get_by_role("status")).to_have_text([""] * 4)
