"""Tables to HTML; each row is a unit."""

from typing import TYPE_CHECKING

from lessongen.parsing.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_FRAME = ' class="table" tabindex="0"'  # it scrolls on narrow screens, also by keyboard


def start_table(page: Page, _tokens: "Sequence[Token]", index: int) -> int:
    """Writes the start of a table."""
    page.html.open("div", _FRAME)
    page.html.open("table")
    return index + 1


def end_table(page: Page, _tokens: "Sequence[Token]", index: int) -> int:
    """Writes the end of a table."""
    page.html.close("table")
    page.html.close("div")
    page.html.out.append("\n")
    return index + 1


def start_row(page: Page, _tokens: "Sequence[Token]", index: int) -> int:
    """Writes the start of a row."""
    page.html.open("tr")
    page.row.clear()
    return index + 1


def write_cell(page: Page, tokens: "Sequence[Token]", index: int) -> int:
    """Writes a cell; one of the header that is empty heads nothing."""
    token, inline = tokens[index], tokens[index + 1]
    name = "th" if token.tag == "th" and inline.content else "td"
    align = str(token.attrs.get("style", "")).removeprefix("text-align:")
    scope = ' scope="col"' if name == "th" else ""
    page.html.open(name, scope + (f' class="align-{align}"' if align else ""))
    page.row.append(page.content(inline))
    page.html.close(name)
    return index + 3


def end_row(page: Page, tokens: "Sequence[Token]", index: int) -> int:
    """Writes the end of a row, and adds it as a unit."""
    page.html.close("tr")
    page.html.out.append("\n")
    row, _ = tokens[index - 2].meta["row"]
    end = page.source.line_end(page.source.line_of(row.start))
    text = page.source.text[row.start : end].rstrip()
    if text.strip("| \t"):
        page.unit("row", [(row.start, row.start + len(text))], " | ".join(page.row))
    return index + 1
