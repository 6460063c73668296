"""Paragraphs, headings, terms and lone images to HTML; each is a unit."""

from typing import TYPE_CHECKING

from lessongen.model.suggestion import did_you_mean
from lessongen.parsing.headings import KNOWN_ATTRIBUTES, Attributes, is_title
from lessongen.parsing.inline_text import text_of
from lessongen.parsing.page import Page
from lessongen.parsing.words import count_words
from lessongen.parsing.write_containers import report_stray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_NO_ATTRIBUTES = Attributes()
_LONGEST_NAME = 40  # nobody mistypes a sentence


def write_paragraph(page: Page, tokens: "Sequence[Token]", index: int) -> int:
    """Writes a paragraph, or what stands for one in a tight list."""
    opening, inline = tokens[index], tokens[index + 1]
    if not inline.content:
        return index + 3
    if inline.content.startswith(":::"):
        report_stray(page, inline)
    if is_lone_image(inline):
        _write_lone_image(page, inline, hidden=opening.hidden)
    elif opening.hidden:
        page.leaf(page.kind(), inline)
    else:
        page.html.open("p")
        page.leaf(page.kind(), inline)
        page.html.close("p")
    page.html.out.append("\n")
    return index + 3


def write_heading(page: Page, tokens: "Sequence[Token]", index: int) -> int:
    """Writes a heading; one that repeats the page's title is a unit, but not shown again."""
    opening, inline = tokens[index], tokens[index + 1]
    attributes: Attributes = opening.meta.get("attributes", _NO_ATTRIBUTES)
    if not inline.content:
        return index + 3
    lines = page.source.content_lines(inline)
    if attributes.unknown:
        _report_attributes(page, attributes, lines[-1][1])
    if opening.tag == "h1" and is_title(inline, page.title):
        page.units.add("heading", lines, text_of(inline.children or [], code=False))
        return index + 3
    at = lines[0][0]
    if inline.meta["atx"]:
        start = page.source.starts[page.source.line_of(at)]
        at = start + len(page.source.text[start:at].rstrip(" \t").rstrip("#"))
    page.html.open_heading(int(opening.tag[1]), attributes.known, at)
    page.unit("heading", lines, page.content(inline))
    page.html.close_heading()
    page.html.out.append("\n")
    return index + 3


def write_term(page: Page, tokens: "Sequence[Token]", index: int) -> int:
    """Writes the term of a definition list."""
    page.html.open("dt")
    if tokens[index + 1].content:
        page.leaf("definition", tokens[index + 1])
    page.html.close("dt")
    page.html.out.append("\n")
    return index + 3


def is_lone_image(inline: "Token") -> bool:
    """Whether a block says nothing but an image."""
    children = inline.children or []
    return len(children) == 1 and children[0].type == "image"


def _write_lone_image(page: Page, inline: "Token", *, hidden: bool) -> None:
    image = (inline.children or [])[0]
    page.kind()  # an item's first paragraph, if it is in an item
    caption = str(image.attrs.pop("title", ""))
    element = "figure" if caption else "" if hidden else "p"
    if element:
        page.html.open(element)
    page.content(inline)
    if caption:
        page.html.open("figcaption")
        page.html.text(caption)
        page.html.close("figcaption")
    if element:
        page.html.close(element)
    alt = text_of(image.children or [], code=True)
    lines = page.source.content_lines(inline)
    page.units.add("image", lines, f"{alt} {caption}" if caption else alt)
    page.words += count_words(caption)


def _report_attributes(page: Page, attributes: Attributes, end: int) -> None:
    names = ", ".join(f'"{name}"' for name in attributes.unknown)
    hint = did_you_mean(attributes.unknown[0][:_LONGEST_NAME], KNOWN_ATTRIBUTES)
    hint = hint or "a heading takes #id, .class, lang=es and dir=rtl"
    at = page.source.text.find("{", end)
    page.findings.report("unknown-attribute", f"{names} cannot be set on a heading", at, hint)
