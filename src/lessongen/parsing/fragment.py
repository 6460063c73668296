"""The last word on what is harmless, and the cut into a fragment with holes."""

import re
from functools import cache
from typing import TYPE_CHECKING

from lessongen.model.document import Hole, HtmlFragment, Place
from lessongen.parsing.digest import digest_of
from lessongen.parsing.findings import MARK, Findings, FoundImage, FoundLink
from lessongen.parsing.html_elements import ELEMENTS, EVERYWHERE
from lessongen.parsing.targets import SCHEMES, shown

if TYPE_CHECKING:
    from nh3 import Cleaner

# In clean HTML attributes lie in double quotes, and `<` and `>` in them are escaped.
_TAGS = re.compile("(<(?:a(?: [^<>]*)?|/a|img(?: [^<>]*)?)>)")
_MARKED = re.compile("([bit])([0-9]+);")
_NUMBER = re.compile(' data-n="([0-9]+)"')


class Cut:
    """The pieces of a fragment, and which findings are left, by their new numbers."""

    __slots__ = ("_length", "_waiting", "blocks", "ids", "images", "links", "open_links", "parts")

    def __init__(self) -> None:
        self.parts: list[str | Hole] = []
        self.links: list[int] = []
        self.images: list[int] = []
        self.ids: list[int] = []
        self.blocks: list[Place] = []  # where each one begins
        self.open_links: list[int] = []
        self._waiting: list[str] = []  # texts up to the next hole
        self._length = 0  # of these texts

    def text(self, text: str) -> None:
        """Adds a text."""
        self._waiting.append(text)
        self._length += len(text)

    def begin_block(self) -> None:
        """Notes that a block begins here."""
        self.blocks.append((len(self.parts), self._length))

    def hole(self, hole: Hole) -> None:
        """Adds a hole behind the text."""
        self.end_text()
        self.parts.append(hole)

    def end_text(self) -> None:
        """Makes a part of the text so far."""
        if self._length:
            self.parts.append("".join(self._waiting))
            self._waiting.clear()
            self._length = 0


def clean(html: str) -> str:
    """The HTML with nothing in it but what is on the list, in one way of writing."""
    return _cleaner().clean(html)


def cut(html: str, findings: Findings) -> Cut:
    """Clean HTML in pieces; a link or image whose address did not stand the test is left out."""
    result = Cut()
    before, *marked = html.split(MARK)
    _cut_tags(result, before, findings)
    for piece in marked:
        mark = _MARKED.match(piece)
        if mark is None:
            result.text(MARK)
        elif mark[1] == "b":
            result.begin_block()
        else:
            result.hole(_numbered(result, mark[1], int(mark[2])))
        _cut_tags(result, piece[mark.end() :] if mark else piece, findings)
    result.end_text()
    return result


def _cut_tags(result: Cut, html: str, findings: Findings) -> None:
    """Cuts clean HTML without marks at the tags of links and images."""
    text, *others = _TAGS.split(html)
    result.text(text)
    for tag, text in zip(others[::2], others[1::2], strict=True):
        hole = _hole(result, tag, findings)
        if hole is not None:
            result.hole(hole)
        result.text(text)


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


def _hole(result: Cut, tag: str, findings: Findings) -> Hole | None:
    """The hole that a tag stands for; None if there is none."""
    if tag == "</a>":
        number = result.open_links.pop() if result.open_links else -1
        return ("/link", number) if number >= 0 else None
    found = _NUMBER.search(tag)
    number = int(found[1]) if found else -1
    if tag[1] == "a":
        kept = number >= 0 and _keeps(tag, "href", findings, findings.links[number])
        if kept:
            result.links.append(number)
        result.open_links.append(len(result.links) - 1 if kept else -1)
        return ("link", len(result.links) - 1) if kept else None
    if number < 0 or not _keeps(tag, "src", findings, findings.images[number]):
        return None
    result.images.append(number)
    return "image", len(result.images) - 1


def _numbered(result: Cut, kind: str, number: int) -> Hole:
    if kind == "t":
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
