"""Markdown to tokens: markdown-it with the rules of this house."""

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from lessongen.parsing.limits import MOST_PLAIN_PARAGRAPHS, Budget, TooComplex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_CHUNK = re.compile(r"(?:^.*\S.*(?:\n|\Z))+", re.MULTILINE)


def parse_markdown(text: str) -> "list[Token]":
    r"""The tokens of a body; its lines end at `\n`.

    A text that would take too long comes back as paragraphs of plain text, whose `inline` tokens
    say why in `meta["plain"]`. Tokens inside a line have their place in `meta["at"]`.
    """
    try:
        return _lesson_parser().parse(text, {"budget": Budget()})
    except TooComplex:
        return _as_plain_text(text)


def commonmark_html(text: str) -> str:
    r"""The HTML of a text by the specification alone, through the same parser without extensions.

    >>> commonmark_html("*Hola*\n===")
    '<h1><em>Hola</em></h1>\n'
    """
    return str(_plain_parser().render(text, {"budget": Budget()}))


@cache  # the one place of state in this room: making the rules costs as much as a lesson
def _lesson_parser() -> "MarkdownIt":
    from lessongen.parsing.parsers import LessonMarkdown  # loads markdown-it: 50 ms

    return LessonMarkdown()


@cache
def _plain_parser() -> "MarkdownIt":
    from lessongen.parsing.parsers import PlainMarkdown

    return PlainMarkdown()


def _as_plain_text(text: str) -> "list[Token]":
    from markdown_it.token import Token

    tokens: list[Token] = []
    line = at = 0
    chunks = [chunk.span() for chunk in islice(_CHUNK.finditer(text), MOST_PLAIN_PARAGRAPHS)]
    if len(chunks) == MOST_PLAIN_PARAGRAPHS:
        chunks[-1] = (chunks[-1][0], len(text))
    for start, end in chunks:
        line += text.count("\n", at, start)
        at = start
        content = text[start:end].strip(" \t\n")
        lines = [line, line + text[start:end].rstrip("\n").count("\n") + 1]
        inline = Token("inline", "", 0, map=lines, content=content)
        inline.meta["plain"] = "too long or too complicated to be read as Markdown"
        inline.children = [Token("text", "", 0, content=content)]
        tokens.append(Token("paragraph_open", "p", 1, map=lines))
        tokens.append(inline)
        tokens.append(Token("paragraph_close", "p", -1))
    return tokens
