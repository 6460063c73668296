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
    return str(_commonmark_parser().render(text, {"budget": Budget()}))


@cache  # the one place of state in this room: making the rules costs as much as a lesson
def _lesson_parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 (50 ms; a build that parses nothing does without)
    from mdit_py_plugins.deflist import deflist_plugin  # noqa: PLC0415

    from lessongen.parsing import block_rules, inline_rules  # noqa: PLC0415 (they import markdown-it)
    from lessongen.parsing.headings import take_attributes  # noqa: PLC0415

    md = MarkdownIt("commonmark", {"maxNesting": _DEEPEST_IN_A_LINE})
    md.block = block_rules.Blocks(block_rules.LESSON)
    md.inline = inline_rules.Inlines(inline_rules.LESSON)
    md.use(deflist_plugin)
    md.core.ruler.enableOnly(["block"])
    md.core.ruler.push("attributes", take_attributes)
    md.core.ruler.push("inline_tokens", inline_rules.parse_inline_tokens)
    # Targets stay as the author wrote them; what is unsafe is reported where links are made.
    md.normalizeLink = md.normalizeLinkText = _unchanged  # type: ignore[method-assign]
    md.validateLink = _accept  # type: ignore[method-assign]
    return md


@cache
def _commonmark_parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 (see _lesson_parser)

    from lessongen.parsing import block_rules, inline_rules  # noqa: PLC0415

    md = MarkdownIt("commonmark", {"maxNesting": _DEEPEST_IN_A_LINE})
    md.block = block_rules.Blocks(block_rules.COMMONMARK)
    md.inline = inline_rules.Inlines(inline_rules.COMMONMARK)
    md.core.ruler.enableOnly(["normalize", "block", "text_join"])
    md.core.ruler.before("text_join", "inline_tokens", inline_rules.parse_inline_tokens)
    return md


_DEEPEST_IN_A_LINE = 32  # as deep as blocks: markdown-it has one number for both


def _unchanged(target: str) -> str:
    return target


def _accept(_target: str) -> bool:
    return True


def _as_plain_text(text: str) -> "list[Token]":
    from markdown_it.token import Token  # noqa: PLC0415 (see _lesson_parser)

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
