"""The section of footnotes at the end of a body."""

from typing import TYPE_CHECKING

from lessongen.parsing.footnotes import Definition, Footnote
from lessongen.parsing.page import Page
from lessongen.parsing.write_text import is_lone_image

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token


def write_footnotes(page: Page, write: "Callable[[Page, Sequence[Token]], None]") -> None:
    """Writes the footnotes that the text refers to; `write` writes their blocks."""
    notes = page.footnotes.order
    if notes:
        label = page.findings.label("footnotes")
        attributes = f' class="footnotes" role="doc-endnotes" aria-label="{label}"'
        page.begin("frame")
        page.html.open("section", attributes)
        page.html.open("ol")
        page.html.out.append("\n")
        for note in notes:  # writing one may bring up another
            _write_footnote(page, note, write)
        for note in notes:
            page.html.out[note.slot] = page.footnotes.links_back(note)
        page.begin("frame")
        page.html.close("ol")
        page.html.close("section")
        page.html.out.append("\n")
    for definition in page.footnotes.unused():
        _take_units(page, definition, write)


def _write_footnote(
    page: Page, note: Footnote, write: "Callable[[Page, Sequence[Token]], None]"
) -> None:
    id_attribute = page.findings.id(f"fn-{note.number}", note.references[0], own=True)
    page.begin("footnote", note.number)
    page.html.open("li", id_attribute)
    page.around.append("footnote")
    last = _last_text(note)
    write(page, note.tokens[:-3] if last else note.tokens)
    page.html.open("p")
    if last:
        page.leaf(page.kind(), last)
    page.html.end_raw()
    note.slot = len(page.html.out)
    page.html.out.append("")
    page.html.close("p")
    page.around.pop()
    page.html.close("li")
    page.html.out.append("\n")


def _last_text(note: Footnote) -> "Token | None":
    """The last paragraph, which takes the links back with it; None if the last block is none."""
    if not note.tokens or note.tokens[-1].type != "paragraph_close":
        return None
    inline = note.tokens[-2]
    return inline if inline.content and not is_lone_image(inline) else None


def _take_units(
    page: Page, definition: Definition, write: "Callable[[Page, Sequence[Token]], None]"
) -> None:
    """The units of a footnote that is not shown; a translator may still want it."""
    page.begin("frame")
    words, length = page.words, len(page.html.out)
    page.html.open("div")
    page.around.append("footnote")
    write(page, definition.tokens)
    page.around.pop()
    page.html.close("div")
    del page.html.out[length:]
    page.words = words
