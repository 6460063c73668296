"""Every link of every file leads somewhere: to a file that is there and an id that is on it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tests.checkers.document import Document, Element
from tests.checkers.site import BuiltSite

URL_ATTRIBUTES = ("href", "src", "poster", "action", "data", "xlink:href")
OUTSIDE = frozenset({"http", "https", "mailto", "tel"})
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


class Reference(NamedTuple):
    """An address as it is written, and the line it stands on."""

    target: str
    line: int


def link_problems(site: BuiltSite) -> Iterator[str]:
    """Yield what is wrong with the links of all pages, style sheets and pictures."""
    for page, document in site.documents():
        for reference in references(document):
            yield from _said(site, page, reference, may_start_at_root=page.name == "404.html")
    for style in sorted(site.folder.rglob("*.css")):
        text = style.read_text(encoding="utf-8")
        for match in CSS_URL.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield from _said(site, style, Reference(match[1].strip(), line))
    for picture in sorted(site.folder.rglob("*.svg")):
        for reference in references(site.document(picture)):
            yield from _said(site, picture, reference)


def references(document: Document) -> Iterator[Reference]:
    """Yield every address that a page asks for or offers."""
    for element in document.elements:
        for target in _targets(element):
            yield Reference(target, element.line)


def _targets(element: Element) -> Iterator[str]:
    for name in URL_ATTRIBUTES:
        if name in element.attributes:
            yield element.get(name).strip()
    for candidate in element.get("srcset").split(","):
        yield from candidate.split()[:1]
    if element.get("http-equiv").lower() == "refresh":
        yield element.get("content").partition("=")[2].strip("'\" ")


def _said(
    site: BuiltSite, file: Path, reference: Reference, *, may_start_at_root: bool = False
) -> Iterator[str]:
    problem = _problem(site, file, reference.target, may_start_at_root=may_start_at_root)
    if problem:
        yield f"{site.name(file)}:{reference.line}: {problem}: {reference.target!r}"


def _problem(site: BuiltSite, file: Path, target: str, *, may_start_at_root: bool) -> str:
    scheme = urlsplit(target).scheme
    if scheme and not target.startswith(site.base_url):
        return "" if scheme in OUTSIDE else f"the scheme {scheme}: has no place here"
    if target.startswith("//"):
        return "the scheme is left out"
    if target.startswith("/") and not may_start_at_root:
        return "starts at the root, so the site would not work under a sub-path"
    address, fragment = urldefrag(urljoin(site.url(file), target))
    found = site.file(address)
    if found is None:
        return "leads nowhere"
    return _fragment_problem(site, found, fragment)


def _fragment_problem(site: BuiltSite, found: Path, fragment: str) -> str:
    is_place = fragment and not fragment.startswith(":~:")
    if is_place and found.suffix in {".html", ".svg"}:
        ids = site.document(found).ids
        if fragment not in ids and unquote(fragment) not in ids:
            return f"{site.name(found)} has no such id"
    return ""
