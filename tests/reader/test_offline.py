"""Without a connection: saved copies, said to be some, by a worker that nobody needs."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.checkers.server import serve
from tests.checkers.site import BuiltSite

LESSON, OTHER = "en/have-a-mentor/", "en/say-i-dont-know/"
SAVED = {"en": "You are reading a saved copy.", "es": "Estás leyendo una copia guardada."}
CACHED = """async () => {
  const found = {}
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys()
    found[name] = requests.map((each) => new URL(each.url).pathname)
  }
  return found
}"""


@pytest.fixture(scope="module")
def folder(built_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site that tests deploy anew."""
    copy = tmp_path_factory.mktemp("deployed") / "site"
    shutil.copytree(built_site.folder, copy)
    return copy


@pytest.fixture
def away() -> Event:
    """Set while there is no connection."""
    return Event()


@pytest.fixture
def site_url(folder: Path, away: Event) -> Iterator[str]:
    with serve(folder, below="/course/", away=away) as address:
        yield address


@pytest.fixture
def reader(new_reader: Callable[..., BrowserContext]) -> BrowserContext:
    return new_reader(quiet=False)  # browsers tell of what they cannot get


def visit(page: Page, path: str) -> None:
    """Opens a page, and waits until the worker serves it and keeps it."""
    page.goto(path)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.wait_for_function(
        "async (path) => (await caches.match(location.origin + path)) !== undefined",
        arg=page.evaluate("location.pathname"),
    )


@pytest.mark.parametrize(
    ("path", "language"), [(LESSON, "en"), ("es/ten-un-mentor/", "es"), ("es/", "es")]
)
def test_a_page_that_was_read_opens_and_says_that_it_is_a_copy(
    reader: BrowserContext, away: Event, path: str, language: str
) -> None:
    page = reader.new_page()
    visit(page, path)
    title = page.title()
    expect(page.locator(".saved-copy")).to_be_hidden()
    away.set()
    page.reload()
    assert page.title() == title
    expect(page.get_by_text(SAVED[language])).to_be_visible()
    assert page.evaluate("document.styleSheets.length") > 0
    assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)")
    assert page.evaluate(
        "[...document.images].every((image) => image.loading === 'lazy' || image.naturalWidth > 0)"
    )


def test_a_page_that_was_never_read_is_not_there(reader: BrowserContext, away: Event) -> None:
    page = reader.new_page()
    visit(page, LESSON)
    away.set()
    with pytest.raises(Exception, match="ERR_"):
        page.goto(OTHER)


def test_all_lessons_of_both_languages_can_be_saved(
    reader: BrowserContext, away: Event, folder: Path
) -> None:
    page = reader.new_page()
    visit(page, "en/")
    page.get_by_role("button", name="Save all lessons").click()
    expect(page.get_by_text("All lessons are saved in this browser.")).to_be_visible(timeout=60_000)
    cached = page.evaluate(CACHED)
    lessons = {language: lessons_of(folder, language) for language in ("en", "es")}
    for language, paths in lessons.items():
        kept = cached[f"lessongen /course/ 1 pages {language}"]
        assert paths
        assert set(paths) <= set(kept)
        assert all(path.startswith(f"/course/{language}/") for path in kept)
    away.set()
    for path in (lessons["en"][-1], lessons["es"][-1]):
        page.goto(page.evaluate("location.origin") + path)
        expect(page.locator(".saved-copy")).to_be_visible()


def lessons_of(folder: Path, language: str) -> list[str]:
    overview = (folder / language / "index.html").read_text(encoding="utf-8")
    stops = re.findall(r'data-lesson="[^"]*">.*?<a href="\.\./([^"#]+)"', overview, re.DOTALL)
    return [f"/course/{path}" for path in dict.fromkeys(stops)]


def test_a_new_deploy_is_seen_at_once_and_what_it_does_not_use_is_dropped(
    reader: BrowserContext, away: Event, folder: Path
) -> None:
    page = reader.new_page()
    visit(page, LESSON)
    old = next(path.name for path in (folder / "assets").glob("style.*.css"))
    deploy(folder, LESSON, old, "style.0000new0.css", "Have another mentor")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Have another mentor")
    # The worker tidies up when it has started; another page makes it start.
    page.evaluate("async () => (await navigator.serviceWorker.ready).unregister()")
    visit(page, LESSON)
    page.wait_for_function(
        "async (name) => !(await caches.match(new URL('../../assets/' + name, location.href)))",
        arg=old,
    )
    away.set()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Have another mentor")
    assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)")


def deploy(folder: Path, path: str, old: str, new: str, title: str) -> None:
    """Another title on a page, and another style sheet on all."""
    (folder / "assets" / old).rename(folder / "assets" / new)
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8").replace(old, new)
        if page == folder / path / "index.html":
            text = re.sub(r"(<h1[^>]*>)[^<]*", rf"\g<1>{title}", text)
        page.write_text(text, encoding="utf-8")


def test_copies_of_another_kind_are_dropped_and_those_of_other_sites_stay(
    reader: BrowserContext,
) -> None:
    page = reader.new_page()
    page.goto("robots.txt")  # no page of ours, so there is no worker yet
    page.evaluate(
        """async () => {
          for (const name of ["lessongen /course/ 0 pages en", "lessongen /course/two/ 0 assets",
                              "something else"]) await caches.open(name)
        }"""
    )
    visit(page, LESSON)
    page.wait_for_function(
        "async () => !(await caches.keys()).includes('lessongen /course/ 0 pages en')"
    )
    left = page.evaluate("caches.keys()")
    assert {"lessongen /course/two/ 0 assets", "something else"} <= set(left)


def test_a_page_that_is_gone_is_forgotten(reader: BrowserContext, folder: Path) -> None:
    page = reader.new_page()
    visit(page, "en/about/")
    shutil.rmtree(folder / "en" / "about")
    page.reload()
    page.wait_for_function("async () => !(await caches.match(location.href))")


def test_without_the_worker_the_pages_are_the_same(
    reader: BrowserContext, new_reader: Callable[..., BrowserContext]
) -> None:
    page = reader.new_page()
    visit(page, OTHER)
    page.reload()
    with_worker = page.evaluate("document.body.innerHTML")
    other = new_reader()
    other.route(
        "**/sw.js", lambda route: route.fulfill(status=200, content_type="text/javascript", body="")
    )
    page = other.new_page()
    page.goto(OTHER, wait_until="networkidle")
    assert page.evaluate("document.body.innerHTML") == with_worker
