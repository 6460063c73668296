"""What a browser shows: accessibility, width, console, requests, and a page without scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE_OPTIONS = {"runOnly": {"type": "tag", "values": AXE_TAGS}, "resultTypes": ["violations"]}
NARROW, WIDE = 320, 1280

# Text that a reader without scripts must see; what a reader can open is not missing.
HIDDEN_TEXT = """() => [...document.querySelectorAll(
    'main :is(p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, blockquote, figcaption, pre)')]
  .filter(e => e.textContent.trim() && !e.closest('details:not([open]), [hidden]'))
  .filter(e => !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map(e => e.textContent.trim().slice(0, 60))"""
# A control that only a script can make useful must not be there without scripts.
IDLE_CONTROLS = """() => [...document.querySelectorAll('button, input, select, textarea')]
  .filter(e => !e.closest('form[action]') && e.checkVisibility())
  .map(e => e.outerHTML.slice(0, 80))"""
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  const wide = [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > width + 0.5)
  return ['the page is ' + document.documentElement.scrollWidth + ' px wide',
          ...wide.slice(-3).map(e => e.outerHTML.slice(0, 80))]
}"""


class View(NamedTuple):
    """How a reader looks at a page."""

    width: int = WIDE
    scheme: Literal["light", "dark"] = "light"
    scripts: bool = True


VIEWS = tuple(View(width, scheme) for width in (NARROW, WIDE) for scheme in ("light", "dark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """An open page and what it has said and asked for so far."""

    page: Page
    console: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def go(self, url: str) -> None:
        """Open another page and forget what the last one said and asked for."""
        self.console.clear()
        self.foreign.clear()
        self.page.goto(url, wait_until="load")


@contextmanager
def visit(browser: Browser, url: str, view: View, *, past_policy: bool = False) -> Iterator[Visit]:
    """Open a page for a while; `past_policy` lets a checker's own script in."""
    context = browser.new_context(
        viewport={"width": view.width, "height": 800},
        color_scheme=view.scheme,
        java_script_enabled=view.scripts,
        bypass_csp=past_policy,
        reduced_motion="reduce",
    )
    seen = Visit(page=context.new_page())
    host = urlsplit(url).netloc

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.console.append(f"{message.type}: {message.text}")

    def watch(request: Request) -> None:
        if urlsplit(request.url).netloc not in {host, ""}:
            seen.foreign.append(request.url)

    seen.page.on("console", hear)
    seen.page.on("pageerror", lambda error: seen.console.append(f"exception: {error}"))
    seen.page.on("request", watch)
    seen.go(url)
    yield seen
    context.close()


def axe_problems(page: Page, axe: Path) -> Iterator[str]:
    """Yield the accessibility rules that this page breaks, with the element."""
    # Evaluated, not added as a script element: that is four times as quick.
    page.evaluate(axe.read_text(encoding="utf-8") + "; null")
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", AXE_OPTIONS)
    for violation in result["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {violation['help']}: {node['html'][:120]}"


def width_problems(page: Page) -> Iterator[str]:
    """Yield how wide a page is, and what sticks out, if one must scroll sideways."""
    yield from page.evaluate(TOO_WIDE)


def quiet_problems(seen: Visit) -> Iterator[str]:
    """Yield what a page said in the console and which other hosts it asked."""
    yield from seen.console
    yield from (f"asks another host: {url}" for url in seen.foreign)


def no_script_problems(page: Page) -> Iterator[str]:
    """Yield text that stays hidden and controls that stay idle on a page without scripts."""
    yield from (f"text is hidden: {text!r}" for text in page.evaluate(HIDDEN_TEXT))
    yield from (f"control without a use: {control}" for control in page.evaluate(IDLE_CONTROLS))
