"""The test projects in a real browser: three languages, and right to left."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page

from tests.checkers.site import BuiltSite
from tests.checkers.views import (
    NARROW,
    WIDE,
    View,
    Visit,
    axe_problems,
    no_script_problems,
    quiet_problems,
    visit,
    width_problems,
)
from tests.tools import requires

Addresses = Mapping[str, str]
Sites = Mapping[str, BuiltSite]

RTL = "right-to-left"
LESSON = "ar/isal-mubakkiran/"
# The project and its new language: what English pages are like, tests/audit/ says.
SHOWN = pytest.mark.parametrize(("name", "language"), [("three", "fr"), (RTL, "ar")])
# Words whose direction is not that of the language they are marked with.
WRONG_WAY = """() => [...document.querySelectorAll('[lang]')]
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => getComputedStyle(e).direction !== (e.lang === 'ar' ? 'rtl' : 'ltr'))
  .map(e => e.outerHTML.slice(0, 120))"""


def pages_of(site: BuiltSite, language: str) -> Iterator[str]:
    """Yield the paths of the pages of a language, and the chooser's, which has all of them."""
    yield ""
    for page, document in site.documents():
        if document.language == language and not document.redirects:
            yield site.path(page)


def found_on(seen: Visit, address: str, paths: Iterator[str]) -> Iterator[str]:
    """Yield what is wrong with the pages of a site."""
    axe = requires("axe")
    for path in paths:
        seen.go(address + path)
        problems = (
            *width_problems(seen.page),
            *quiet_problems(seen),
            *axe_problems(seen.page, axe),
        )
        yield from (f"{path}: {problem}" for problem in problems)


@pytest.mark.parametrize("view", [View(NARROW), View(WIDE, "dark")], ids=["320", "1280-dark"])
@SHOWN
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    *, browser: Browser, addresses: Addresses, sites: Sites, name: str, language: str, view: View
) -> None:
    address = addresses[name]
    with visit(browser, address, view, past_policy=True) as seen:
        problems = list(found_on(seen, address, pages_of(sites[name], language)))
    assert not problems, "\n".join(problems)


@SHOWN
def test_everything_is_there_without_scripts(
    browser: Browser, addresses: Addresses, sites: Sites, name: str, language: str
) -> None:
    found: list[str] = []
    with visit(browser, addresses[name], View(scripts=False)) as seen:
        for path in pages_of(sites[name], language):
            seen.go(addresses[name] + path)
            found += (f"{path}: {problem}" for problem in no_script_problems(seen.page))
    assert not found, "\n".join(found)


def test_the_switch_goes_round_three_languages(browser: Browser, addresses: Addresses) -> None:
    start = addresses["three"] + "en/ask-early/"
    with visit(browser, start, View(scripts=False)) as seen:
        for language in ("fr", "es", "en"):
            seen.page.locator(f'header a[hreflang="{language}"]').click()
            assert seen.page.locator("html").get_attribute("lang") == language
        assert seen.page.url == start


def test_words_run_the_way_of_their_language(
    browser: Browser, addresses: Addresses, sites: Sites
) -> None:
    with visit(browser, addresses[RTL], View()) as seen:
        paths = (site_path for each in ("ar", "en") for site_path in pages_of(sites[RTL], each))
        for path in paths:
            seen.go(addresses[RTL] + path)
            assert seen.page.evaluate(WRONG_WAY) == [], path


# --- the layout, mirrored ----------------------------------------------------


@pytest.fixture
def arabic(browser: Browser, addresses: Addresses) -> Iterator[Visit]:
    with visit(browser, addresses[RTL] + LESSON, View()) as seen:
        yield seen


def left_of(page: Page, selector: str) -> float:
    """Return where an element begins, in pixels from the left."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    return box["x"]


def style_of(page: Page, selector: str, name: str, pseudo: str = "") -> str:
    """Return a computed property."""
    script = "([s, name, pseudo]) => getComputedStyle(document.querySelector(s), pseudo)[name]"
    value = page.evaluate(script, [selector, name, pseudo])
    assert isinstance(value, str)
    return value


def test_a_lesson_is_mirrored(arabic: Visit) -> None:
    page = arabic.page
    assert left_of(page, ".numeral") > left_of(page, "h1") + 100
    assert left_of(page, ".small-map") < left_of(page, ".text")
    assert left_of(page, ".site-title") > left_of(page, ".site-languages")
    assert style_of(page, "body", "transform", "::before") == "matrix(-1, 0, 0, 1, 0, 0)"


def test_previous_stands_before_next(arabic: Visit, addresses: Addresses) -> None:
    arabic.go(addresses[RTL] + "en/listen-to-the-end/")
    english = [left_of(arabic.page, f"a.neighbour[rel={rel}]") for rel in ("prev", "next")]
    assert english[0] < english[1]
    arabic.go(addresses[RTL] + "ar/asghi/")
    assert arabic.page.locator("a.neighbour").count() == 1  # the third lesson is English only
    arabic.go(addresses[RTL] + LESSON)
    assert arabic.page.locator("a.neighbour").get_attribute("rel") == "next"


def test_code_runs_from_left_to_right_and_begins_at_the_left(arabic: Visit) -> None:
    page = arabic.page
    assert style_of(page, ".text pre", "direction") == "ltr"
    assert style_of(page, ".text li code", "direction") == "ltr"
    page.set_viewport_size({"width": NARROW, "height": 800})
    assert page.evaluate("document.querySelector('.text pre').scrollLeft") == 0
    code = left_of(page, ".text pre code")
    assert 0 < code - left_of(page, ".text pre") < 40


def test_arabic_letters_join_and_do_not_slant(arabic: Visit) -> None:
    assert style_of(arabic.page, "h1", "letterSpacing") in ("0px", "normal")
    assert style_of(arabic.page, ".summary", "fontSynthesisStyle") == "none"


def test_the_doors_are_parted_between_them(browser: Browser, addresses: Addresses) -> None:
    with visit(browser, addresses[RTL], View()) as seen:
        first, second = (".door:first-child", ".door:last-child")
        assert left_of(seen.page, first) < left_of(seen.page, second)
        assert style_of(seen.page, second, "borderLeftWidth") == "1px"
        assert style_of(seen.page, second, "borderRightWidth") == "0px"
