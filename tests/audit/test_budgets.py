"""What a page weighs: bytes as they travel (gzip), files asked for, nothing from elsewhere."""

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.checkers.document import Element
from tests.checkers.kinds import lessons
from tests.checkers.site import BuiltSite

KIB = 1024
LESSON_HTML = 12 * KIB
LESSON_ALL = 40 * KIB
LESSON_FILES = 6  # the page itself and the icon included
STYLES = 8 * KIB
SCRIPTS = 6 * KIB
BLOCKING_SCRIPTS = KIB // 2  # theme.js: docs/design.md says why there is one at all


def weight(file: Path) -> int:
    """Return how many bytes of the file travel."""
    return len(gzip.compress(file.read_bytes()))


def parts(site: BuiltSite, page: Path) -> Iterator[tuple[Element, str]]:
    """Yield what a browser loads to show a page: the element, and the file's full address."""
    for element in site.document(page).elements:
        is_loaded = element.tokens("rel") & {"stylesheet", "icon", "manifest", "preload"}
        if element.tag == "link" and is_loaded:
            yield element, urljoin(site.url(page), element.get("href"))
        elif element.get("src"):
            yield element, urljoin(site.url(page), element.get("src"))


def total(site: BuiltSite, page: Path, tag: str, rel: str = "") -> int:
    """Return what the files of these elements weigh together."""
    files = [
        site.file(url)
        for element, url in parts(site, page)
        if element.tag == tag and (not rel or rel in element.tokens("rel"))
    ]
    return sum(weight(file) for file in files if file)


def test_no_page_asks_another_host_for_anything(built_site: BuiltSite) -> None:
    host = urlsplit(built_site.base_url).netloc
    foreign = {
        f"{built_site.name(page)}: {url}"
        for page in built_site.pages
        for _, url in parts(built_site, page)
        if urlsplit(url).netloc != host
    }
    assert not foreign


def test_styles_and_scripts_of_every_kind_of_page_are_small(
    built_site: BuiltSite, site_kinds: Mapping[str, Path]
) -> None:
    heavy = [
        f"{name}: {tag} {bytes_} of {most}"
        for name, page in site_kinds.items()
        for tag, rel, most in (("link", "stylesheet", 10 * KIB), ("script", "", 10 * KIB))
        if (bytes_ := total(built_site, page, tag, rel)) > most
    ]
    assert not heavy, "\n".join(heavy)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_lesson_is_light(built_site: BuiltSite, language: str) -> None:
    heavy: list[str] = []
    for page in lessons(built_site, language):
        files = dict.fromkeys(url for _, url in parts(built_site, page))
        html = weight(page)
        styles = total(built_site, page, "link", "stylesheet")
        scripts = total(built_site, page, "script")
        everything = html + sum(weight(file) for url in files if (file := built_site.file(url)))
        measures = (
            ("HTML", html, LESSON_HTML),
            ("styles", styles, STYLES),
            ("scripts", scripts, SCRIPTS),
            ("all", everything, LESSON_ALL),
            ("files", 1 + len(files), LESSON_FILES),
        )
        name = built_site.name(page)
        heavy += [f"{name}: {what} {is_} of {most}" for what, is_, most in measures if is_ > most]
    assert not heavy, "\n".join(heavy)


def test_scripts_wait_for_the_page_and_come_only_where_they_are_needed(
    built_site: BuiltSite, site_kinds: Mapping[str, Path]
) -> None:
    for name, page in site_kinds.items():
        blocking = 0
        for element, url in parts(built_site, page):
            if element.tag != "script":
                continue
            file = built_site.file(url)
            assert file, url
            assert element.attributes.keys() & {"defer", "async"}, f"{name}: {url}"
            if "blocking" in element.attributes:
                blocking += weight(file)
            script = file.name.partition(".")[0]
            kind = name.removeprefix("en ").removeprefix("es ")
            assert script != "search" or kind == "search", name
            assert script != "overview" or kind == "overview", name
        assert blocking <= BLOCKING_SCRIPTS, name
