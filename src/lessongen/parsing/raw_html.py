"""A piece of raw HTML to tags and texts, as they were typed."""

import html
import re
from collections.abc import Iterator
from typing import Literal

from lessongen.model.value import value
from lessongen.parsing.html_elements import WITH_CONTENT

_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"'=<>`]++)"""
_ATTRIBUTE = rf"\s++[A-Za-z_:][\w:.-]*+(?:\s*+=\s*+{_VALUE})?"
_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9-]*+)((?:{_ATTRIBUTE})*+)\s*+(/?)>")
_LIKE_A_TAG = re.compile("</?[A-Za-z]")
_EACH_ATTRIBUTE = re.compile(rf"([A-Za-z_:][\w:.-]*+)(?:\s*+=\s*+({_VALUE}))?")
_HUGE_REFERENCE = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
# How the other constructs begin and end.
_ENDS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))


@value
class Tag:
    """A tag; the values of its attributes have their entities resolved."""

    name: str
    closing: bool
    attributes: tuple[tuple[str, str, int], ...]  # name, value, offset in the piece
    start: int
    source: str


@value
class Words:
    """A text, entities resolved."""

    text: str
    start: int


@value
class Other:
    """What is neither: a comment, a declaration, an element that goes with its content.

    An open tag is one without its `>`; it comes again as text.
    """

    kind: Literal["comment", "open comment", "declaration", "element", "open tag"]
    start: int
    name: str = ""


def scan(piece: str) -> Iterator[Tag | Words | Other]:
    """The parts of a piece in order; a `<` that starts nothing is text."""
    at = begin = 0
    lacking: set[str] = set()
    while (at := piece.find("<", at)) >= 0:
        found = _markup(piece, at, lacking)
        if found is None:
            if _LIKE_A_TAG.match(piece, at):
                yield Other(kind="open tag", start=at)
            at += 1
            continue
        part, end = found
        if begin < at:
            yield Words(text=resolve(piece[begin:at]), start=begin)
        yield part
        at = begin = end
    if begin < len(piece):
        yield Words(text=resolve(piece[begin:]), start=begin)


def resolve(text: str) -> str:
    """The text with its entities resolved; those of impossible characters are U+FFFD.

    >>> resolve("R&amp;D &#241; &#99999999;")
    'R&D ñ \ufffd'
    """
    if "&" not in text:
        return text
    if "&#" in text:
        text = _HUGE_REFERENCE.sub("\ufffd", text)  # int() refuses thousands of digits
    return html.unescape(text)


def closing_tag(name: str, piece: str, start: int = 0) -> int:
    """Where the end tag of an element begins, or -1."""
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(piece, start)
    return found.start() if found else -1


def _markup(piece: str, at: int, lacking: set[str]) -> tuple[Tag | Other, int] | None:
    """The markup at a `<`, and where it ends."""
    tag = _TAG.match(piece, at)
    if tag is None:
        return _other(piece, at) if piece[at + 1 : at + 2] in ("!", "?") else None
    name = tag[2].lower()
    if name in WITH_CONTENT and not tag[1] and name not in lacking:
        end = closing_tag(name, piece, tag.end())
        if end >= 0:
            after = piece.find(">", end)
            return Other(kind="element", name=name, start=at), after + 1 if after >= 0 else len(
                piece
            )
        lacking.add(name)
    attributes = tuple(_attributes(tag[3], tag.start(3))) if tag[3] else ()
    found = Tag(name=name, closing=bool(tag[1]), attributes=attributes, start=at, source=tag[0])
    return found, tag.end()


def _attributes(text: str, start: int) -> Iterator[tuple[str, str, int]]:
    seen = set()
    for found in _EACH_ATTRIBUTE.finditer(text):
        name = found[1].lower()
        value = found[2] or ""
        if value[:1] in ("'", '"'):
            value = value[1:-1]
        if name not in seen:
            seen.add(name)
            yield name, resolve(value), start + found.start()


def _other(piece: str, at: int) -> tuple[Other, int] | None:
    """A comment or a declaration, and where it ends; one without an end takes the rest."""
    found = next((ends for ends in _ENDS if piece.startswith(ends[0], at)), None)
    if found is None or (found[0] == "<!" and not piece[at + 2 : at + 3].isalpha()):
        return None
    opening, closing = found
    if opening != "<!--":
        end = piece.find(closing, at + len(opening))
        return Other(kind="declaration", start=at), _after(piece, end, closing)
    # The shortest comments are <!--> and <!--->.
    short = next((each for each in ("<!-->", "<!--->") if piece.startswith(each, at)), "")
    if short:
        return Other(kind="comment", start=at), at + len(short)
    end = piece.find(closing, at + len(opening))
    kind: Literal["comment", "open comment"] = "comment" if end >= 0 else "open comment"
    return Other(kind=kind, start=at), _after(piece, end, closing)


def _after(piece: str, end: int, closing: str) -> int:
    return len(piece) if end < 0 else end + len(closing)
