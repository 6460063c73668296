"""A reader's browser before the real site: what all tests of the finished pages begin with.

`site_url` is the address of the site, `new_reader` opens the browser of somebody who has never
been there (own storage, own caches), and `page` is a page in it. Addresses are relative to the
site: `page.goto("en/have-a-mentor/")`. At the end of a test its readers must have met no error
in the console and no request to another host, unless they were made with `quiet=False`.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.checkers.server import serve
from tests.reader.unfinished import Course, unfinished_course

# Playwright blocks no storage: the page is told what browsers say that do.
NO_STORAGE = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {
    get() { throw new DOMException("forbidden", "SecurityError") } })"""


@dataclass(kw_only=True)  # no slots: Playwright leaves a note on it
class Readers:
    """Opens browsers, and notes what their pages say in the console and ask of other hosts."""

    browser: Browser
    site_url: str
    opened: list[BrowserContext] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def __call__(
        self,
        *,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
        storage: bool = True,
        quiet: bool = True,
        clock: int = 0,
    ) -> BrowserContext:
        """Return a new reader's browser; `clock` is what it takes for now, in milliseconds."""
        context = self.browser.new_context(
            base_url=self.site_url,
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
            timezone_id="UTC",
        )
        context.set_default_timeout(10_000)
        self.opened.append(context)
        if not storage:
            context.add_init_script(NO_STORAGE)
        if clock:
            context.clock.set_fixed_time(clock)
        if quiet:
            context.on("console", self._hear)
            context.on("weberror", lambda error: self.heard.append(str(error.error)))
            context.on("request", self._watch)
        return context

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.heard.append(f"{message.type}: {message.text}")

    def _watch(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.scheme in {"http", "https"} and asked.hostname != urlsplit(self.site_url).hostname:
            self.heard.append(f"asks another host: {request.url}")


@pytest.fixture
def site_url(served_site: str) -> str:
    """The address of the real site, built and served below a sub-path over http."""
    return served_site


@pytest.fixture
def new_reader(browser: Browser, site_url: str) -> Iterator[Callable[..., BrowserContext]]:
    """Opens the browser of somebody who has never been to the site."""
    readers = Readers(browser=browser, site_url=site_url)
    yield readers
    for context in readers.opened:
        context.close()
    assert not readers.heard, "\n".join(readers.heard)


@pytest.fixture
def page(new_reader: Callable[..., BrowserContext]) -> Page:
    """A page of a reader with a wide screen, light, with scripts and storage."""
    return new_reader().new_page()


@pytest.fixture(scope="session")
def unfinished(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course with lessons that are planned, untranslated or changed; nobody edits it."""
    return unfinished_course(tmp_path_factory.mktemp("unfinished"))


@pytest.fixture(scope="session")
def unfinished_url(unfinished: Course) -> Iterator[str]:
    """The address of that course."""
    with serve(unfinished.site, below="/course/") as address:
        yield address


@pytest.fixture
def own_course(unfinished: Course, tmp_path: Path) -> Course:
    """A copy of that course, to edit and build again."""
    shutil.copytree(unfinished.folder, tmp_path / "course")
    return Course(tmp_path / "course")


@pytest.fixture
def own_url(own_course: Course) -> Iterator[str]:
    """The address of the copy."""
    with serve(own_course.site, below="/course/") as address:
        yield address
