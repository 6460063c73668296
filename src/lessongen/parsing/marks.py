"""Marks in a body: a note of the theme above blocks that somebody has named by their lines."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

    from lessongen.parsing.page import Page

URGENT = "urgent"  # the type of the token, the label and the class

# What a note can stand above. In tables and terms of definitions it cannot: above the whole.
_BLOCKS = frozenset(
    {"code_block", "container_open", "fence", "heading_open", "html_block", "paragraph_open"}
)
_WHOLES = {"table_open": ("tr_open",), "dl_open": ("dt_open",)}


def with_marks(tokens: "Sequence[Token]", lines: Collection[int]) -> "Sequence[Token]":
    """The tokens with a mark before the block of each of these 0-based lines of the body."""
    if not lines:
        return tokens
    from markdown_it.token import Token

    places = _places(tokens, set(lines))
    marked: list[Token] = []
    for index, token in enumerate(tokens):
        if index in places:
            marked.append(Token(URGENT, "", 0))
        marked.append(token)
    return marked


def _places(tokens: "Sequence[Token]", wanted: set[int]) -> set[int]:
    """The tokens before which there is to be a mark; each line is looked for once."""
    places: set[int] = set()
    wholes: list[tuple[str, int]] = []
    for index, token in enumerate(tokens):
        if token.type in _WHOLES:
            wholes.append((token.type, index))
        elif wholes and token.type == wholes[-1][0].replace("_open", "_close"):
            wholes.pop()
        if not token.map or token.map[0] not in wanted:
            continue
        if wholes and token.type in _WHOLES[wholes[-1][0]]:
            places.add(wholes[-1][1])
        elif token.type in _BLOCKS:
            places.add(index)
        else:
            continue
        wanted.discard(token.map[0])
    return places


def write_mark(page: "Page", _tokens: "Sequence[Token]", index: int) -> int:
    """Writes the note that the block below it has changed in an important way."""
    page.html.void("p", f'<p class="{URGENT}">{page.findings.label(URGENT)}</p>\n')
    return index + 1
