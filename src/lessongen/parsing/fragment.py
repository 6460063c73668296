"""The last word on what is harmless, and the cut into a fragment with holes."""

import re
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from lessongen.model.document import Hole, HtmlFragment, Place
from lessongen.parsing.findings import MARK, Findings, FoundImage, FoundLink
from lessongen.parsing.html_elements import ELEMENTS, EVERYWHERE
from lessongen.parsing.targets import SCHEMES, shown

if TYPE_CHECKING:
    from nh3 import Cleaner

# In clean HTML attributes lie in double quotes, and `<` and `>` in them are escaped.
_HOLES = re.compile(f"(<a(?: [^<>]*)?>|</a>|<img(?: [^<>]*)?>|{MARK}[bit][0-9]+;)")
_BLOCK = f"{MARK}b"
_NUMBER = re.compile(' data-n="([0-9]+)"')


class Cut:
    """The pieces of a fragment, and which findings are left, by their new numbers."""

    __slots__ = ("blocks", "ids", "images", "links", "parts")

    def __init__(self) -> None:
        self.parts: list[str | Hole] = []
        self.links: list[int] = []
        self.images: list[int] = []
        self.ids: list[int] = []
        self.blocks: list[Place] = []  # where each one begins


def clean(html: str) -> str:
    """The HTML with nothing in it but what is on the list, in one way of writing."""
    return _cleaner().clean(html)


def cut(html: str, findings: Findings) -> Cut:
    """Clean HTML in pieces; a link or image whose address did not stand the test is left out."""
    result = Cut()
    open_links: list[int] = []
    waiting: list[str] = []  # text up to the next hole
    pieces = _HOLES.split(html)
    for text, mark in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        waiting.append(text)
        if mark.startswith(_BLOCK):
            result.blocks.append((len(result.parts), sum(map(len, waiting))))
            continue
        hole = _hole(result, mark, findings, open_links)
        if hole is not None or not mark:
            if whole := "".join(waiting):
                result.parts.append(whole)
            waiting.clear()
        if hole is not None:
            result.parts.append(hole)
    return result


def digest_of(*values: object) -> str:
    """The digest of values made of texts, numbers, None and tuples."""
    return blake2b(repr(values).encode("utf-8", "replace"), digest_size=16).hexdigest()


def fragment_of(parts: list[str | Hole], *fillings: object) -> HtmlFragment:
    """The fragment; `fillings` are the values that fill its holes."""
    whole = tuple(parts)
    return HtmlFragment(parts=whole, digest=digest_of(whole, *fillings))


@cache  # the list never changes; making the cleaner costs half as much as its work on a lesson
def _cleaner() -> "Cleaner":
    from nh3 import Cleaner

    attributes = {name: set(each.attributes | EVERYWHERE) for name, each in ELEMENTS.items()}
    attributes["a"] = {"href", "data-n"}
    attributes["img"] = {"src", "data-n"}
    attributes["aside"] = attributes["section"] = {"aria-label", "class", "role"}
    attributes["pre"].add("tabindex")
    attributes["div"].add("tabindex")
    attributes["span"].add("aria-hidden")
    return Cleaner(
        tags=set(attributes),
        clean_content_tags={"script", "style"},
        attributes=attributes,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def _hole(result: Cut, mark: str, findings: Findings, open_links: list[int]) -> Hole | None:
    """The hole that a tag or mark stands for; None if there is none."""
    if not mark:
        return None
    if mark[0] == MARK:
        return _numbered(result, mark)
    if mark == "</a>":
        number = open_links.pop() if open_links else -1
        return ("/link", number) if number >= 0 else None
    found = _NUMBER.search(mark)
    number = int(found[1]) if found else -1
    if mark[1] == "a":
        kept = number >= 0 and _keeps(mark, "href", findings, findings.links[number])
        if kept:
            result.links.append(number)
        open_links.append(len(result.links) - 1 if kept else -1)
        return ("link", len(result.links) - 1) if kept else None
    if number < 0 or not _keeps(mark, "src", findings, findings.images[number]):
        return None
    result.images.append(number)
    return "image", len(result.images) - 1


def _numbered(result: Cut, mark: str) -> Hole:
    number = int(mark[2:-1])
    if mark[1] == "t":
        return "label", number
    result.ids.append(number)
    return "id", len(result.ids) - 1


def _keeps(tag: str, attribute: str, findings: Findings, found: FoundLink | FoundImage) -> bool:
    """Whether the cleaner found the address valid; if not, that is reported."""
    if f' {attribute}="' in tag:
        return True
    message = f'"{shown(found.target)}" is no valid address'
    hint = "write it as in the address bar of a browser"
    findings.report("unsafe-link", message, found.at, hint)
    return False
