"""What docs/accessibility.md quotes from the accessibility tree is what the real pages say.

A quotation stands below a comment that tells how to hear it again:

    <!-- heard at en/ in .progress, after "Clear my progress" -->
    <!-- heard at en/ in .saved-copy, without a connection -->
    <!-- heard at en/have-a-mentor/es/ in #p1, on a phone -->
    <!-- stops at en/have-a-mentor/: 14 -->

`--update-golden` writes what is heard today into the page.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from threading import Event

import pytest
from playwright.sync_api import BrowserContext, Locator, Page

from tests.checkers.server import serve
from tests.checkers.site import BuiltSite
from tests.tools import ROOT, requires

DOCUMENT = ROOT / "docs" / "accessibility.md"
QUOTATION = re.compile(
    r"(?P<comment><!-- (?:heard at (?P<path>\S+) in (?P<part>[^,\n]+?)(?P<ways>(?:, [^\n]+)?)"
    r"|stops at (?P<start>\S+): (?P<count>\d+)) -->)\n```yaml\n(?P<heard>.*?)```\n",
    re.DOTALL,
)
BUTTON = re.compile(r'"([^"]+)"')
TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def away() -> Event:
    """Set while there is no connection."""
    return Event()


@pytest.fixture
def site_url(built_site: BuiltSite, away: Event) -> Iterator[str]:
    with serve(built_site.folder, below="/course/", away=away) as address:
        yield address


def test_what_is_quoted_is_what_is_heard(
    new_reader: Callable[..., BrowserContext], away: Event, request: pytest.FixtureRequest
) -> None:
    requires("pagefind")
    usual = new_reader(quiet=False).new_page()

    def hear(quotation: re.Match[str]) -> str:
        away.clear()
        ways, page = quotation["ways"], usual
        if ways:  # each way begins with a reader who has never been there
            width = 360 if "on a phone" in ways else 1280
            page = new_reader(width=width, quiet=False, clock=TODAY).new_page()
        if quotation["start"]:
            heard = stops(page, quotation["start"], int(quotation["count"]))
        else:
            open_page(page, quotation["path"], ways, away)
            heard = said(page.locator(quotation["part"]).first)
        return f"{quotation['comment']}\n```yaml\n{heard}\n```\n"

    written = DOCUMENT.read_text(encoding="utf-8")
    assert len(QUOTATION.findall(written)) == written.count("```yaml") > 10
    today = QUOTATION.sub(hear, written)
    if request.config.getoption("--update-golden"):
        DOCUMENT.write_text(today, encoding="utf-8")
    else:
        assert written == today


def open_page(page: Page, path: str, ways: str, away: Event) -> None:
    """Open a page, and press the buttons that are named, by keyboard."""
    page.goto(path)
    if "?q=" in path:
        page.locator(".results a").first.wait_for()
    if "without a connection" in ways:
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        page.wait_for_function("async () => (await caches.match(location.href)) !== undefined")
        away.set()
        page.reload()
    for name in BUTTON.findall(ways):
        page.get_by_role("button", name=name).press("Enter")


def stops(page: Page, path: str, count: int) -> str:
    """Return what is said at each press of the tabulator key."""
    page.goto(path)
    lines = []
    for _ in range(count):
        page.keyboard.press("Tab")
        lines.append(said(page.locator(":focus")).partition("\n")[0].removesuffix(":"))
    return "\n".join(lines)


def said(part: Locator) -> str:
    """Return roles, names and states, without the addresses of links."""
    lines = part.aria_snapshot().splitlines()
    return "\n".join(line for line in lines if "- /url: " not in line)
