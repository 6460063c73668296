"""The sitemap is well-formed, complete, and names the same alternates as the pages."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.checkers.kinds import WORDS, lessons
from tests.checkers.metadata import alternates
from tests.checkers.site import BuiltSite

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def sitemap_problems(site: BuiltSite) -> Iterator[str]:
    """Yield what is wrong with sitemap.xml."""
    try:
        root = ET.parse(site.folder / "sitemap.xml").getroot()  # noqa: S314 (our own output)
    except (OSError, ET.ParseError) as error:
        yield f"sitemap.xml cannot be read: {error}"
        return
    if root.tag != f"{{{NAMES['s']}}}urlset":
        yield f"the root of sitemap.xml is {root.tag}"
    listed: list[Path] = []
    for entry in root.findall("s:url", NAMES):
        page = site.file(entry.findtext("s:loc", "", NAMES).strip())
        if page is None:
            yield f"sitemap.xml leads nowhere: {entry.findtext('s:loc', '', NAMES)!r}"
        else:
            listed.append(page)
            yield from _alternates_differ(site, page, entry)
    yield from _not_once(site, listed)


def _alternates_differ(site: BuiltSite, page: Path, entry: ET.Element) -> Iterator[str]:
    links = entry.findall("x:link[@rel='alternate']", NAMES)
    said = {link.get("hreflang", ""): link.get("href", "") for link in links}
    if said != alternates(site, page):
        yield f"sitemap.xml names other alternates than {site.name(page)}"


def _not_once(site: BuiltSite, listed: list[Path]) -> Iterator[str]:
    for page in sorted(set(listed)):
        if listed.count(page) > 1:
            yield f"sitemap.xml lists {site.name(page)} more than once"
    languages = [language for language in site.languages if language in WORDS]
    for lesson in (lesson for language in languages for lesson in lessons(site, language)):
        if lesson not in listed:
            yield f"sitemap.xml lacks {site.name(lesson)}"
