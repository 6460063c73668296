"""The real site in a real browser."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.checkers.site import BuiltSite
from tests.checkers.views import (
    NARROW,
    VIEWS,
    View,
    Visit,
    axe_problems,
    no_script_problems,
    quiet_problems,
    visit,
    width_problems,
)
from tests.tools import requires

Check = Callable[[Visit], Iterator[str]]


class Reader:
    """Looks at the audited pages, one after another, and notes what a check finds."""

    def __init__(
        self, browser: Browser, address: str, site: BuiltSite, pages: Mapping[str, Path]
    ) -> None:
        self.browser = browser
        # A page that only sends its reader elsewhere cannot be looked at.
        self._pages = {
            name: address + site.path(page)
            for name, page in pages.items()
            if not site.document(page).redirects
        }

    def url(self, name: str) -> str:
        """Return the address of a page."""
        return self._pages[name]

    def problems(self, view: View, check: Check, *, past_policy: bool = False) -> str:
        """Return what the check finds on all pages, a line each."""
        found: list[str] = []
        first = next(iter(self._pages.values()))
        with visit(self.browser, first, view, past_policy=past_policy) as seen:
            for name, url in self._pages.items():
                seen.go(url)
                found += (f"{name}: {problem}" for problem in check(seen))
        return "\n".join(found)


@pytest.fixture
def reader(
    browser: Browser, served_site: str, built_site: BuiltSite, audited: Mapping[str, Path]
) -> Reader:
    return Reader(browser, served_site, built_site, audited)


@pytest.fixture
def kind_reader(
    browser: Browser, served_site: str, built_site: BuiltSite, site_kinds: Mapping[str, Path]
) -> Reader:
    return Reader(browser, served_site, built_site, site_kinds)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.width}-{view.scheme}")
def test_axe_finds_nothing(reader: Reader, view: View) -> None:
    axe = requires("axe")
    problems = reader.problems(view, lambda seen: axe_problems(seen.page, axe), past_policy=True)
    assert not problems, problems


def test_nothing_scrolls_sideways_on_a_small_screen(reader: Reader) -> None:
    problems = reader.problems(View(NARROW), lambda seen: width_problems(seen.page))
    assert not problems, problems


def test_the_console_is_quiet_and_no_other_host_is_asked(reader: Reader) -> None:
    problems = reader.problems(View(), quiet_problems)
    assert not problems, problems


def test_everything_is_there_without_scripts(reader: Reader) -> None:
    problems = reader.problems(View(scripts=False), lambda seen: no_script_problems(seen.page))
    assert not problems, problems


@pytest.mark.parametrize(("language", "other"), [("en", "es"), ("es", "en")])
@pytest.mark.parametrize("kind", ["overview", "section", "lesson", "takeaways", "person"])
def test_the_language_link_leads_there_and_back(
    kind_reader: Reader, kind: str, language: str, other: str
) -> None:
    start = kind_reader.url(f"{language} {kind}")
    with visit(kind_reader.browser, start, View(scripts=False)) as seen:
        switch(seen.page, other)
        assert f"/course/{other}/" in seen.page.url
        assert seen.page.locator("html").get_attribute("lang") == other
        switch(seen.page, language)
        assert seen.page.url == start


def switch(page: Page, language: str) -> None:
    """Follow the first link that offers this page in another language."""
    page.locator(f'a[hreflang="{language}"]').first.click()
    page.wait_for_load_state()


@pytest.mark.parametrize("path", ["gone/", "en/gone/", "es/a/b/c"])
def test_a_page_that_is_not_there_is_answered_with_a_way_back(
    kind_reader: Reader, served_site: str, path: str
) -> None:
    with visit(kind_reader.browser, served_site + path, View()) as seen:
        for link in seen.page.locator("main a[href]").all():
            href = link.get_attribute("href") or ""
            assert href.startswith(("/course/", "#", "mailto:", "https:")), href
        sheets = seen.page.evaluate("document.styleSheets.length")
        assert sheets > 0
