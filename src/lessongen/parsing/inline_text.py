"""The text of tokens inside a line."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


def text_of(tokens: "Sequence[Token]", *, code: bool) -> str:
    """The text of tokens inside a line, alternative texts included."""
    pieces = []
    for token in tokens:
        if token.type == "image":
            pieces.append(text_of(token.children or [], code=code))
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        elif token.type != "code_inline" or code:
            pieces.append("" if token.type == "html_inline" else token.content)
    return "".join(pieces)
