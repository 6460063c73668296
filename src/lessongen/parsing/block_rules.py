"""The block rules, in their order: those of markdown-it and our few changes to them.

Imported by `markdown.py` only when there is something to parse: markdown-it loads in 50 ms.
"""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    code,
    fence,
    heading,
    hr,
    html_block,
    lheading,
    list_block,
    paragraph,
    reference,
    table,
)

from lessongen.parsing.body_text import TableRow
from lessongen.parsing.containers import container
from lessongen.parsing.html_elements import KNOWN_NAMES
from lessongen.parsing.limits import BLOCK, CELL, DEEPEST, LINE, LINE_OF_QUOTE, ONE_LINE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.parser_block import RuleFuncBlockType

_TOKENS_OF_A_CELL = 3
_CODE_INDENT = 4  # columns of indentation that make code
_STARTS = "`~>*-_+0123456789[<#:"  # what blocks of one line start with
_STARS = re.compile(r"\*\*?[^\W_]")
_TAG = r"</?([A-Za-z][A-Za-z0-9-]*)"  # compiled where there is one


def one_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature, here and below)
    """A paragraph of one line: most of prose, recognised without asking all other rules."""
    text = state.src
    at = state.bMarks[start] + state.tShift[start]
    indent = state.sCount[start] - state.blkIndent
    letter = text[at].isalpha()
    if silent or indent >= _CODE_INDENT or not (letter or _starts_no_block(text, at)):
        return False
    after = start + 1
    if after < state.lineMax and not state.isEmpty(after):
        return False
    if after + 1 < end:  # a definition may follow
        next_at = state.bMarks[after + 1] + state.tShift[after + 1]
        if text[next_at : next_at + 1] in (":", "~"):
            return False
    state.env["budget"].spend(ONE_LINE if letter else BLOCK)
    state.line = after
    opening = state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    state.push("paragraph_close", "p", -1)
    opening.map, inline.map = [start, after], [start, after]
    inline.content, inline.children = mdTrim(text[at : state.eMarks[start]]), []
    return True


def _starts_no_block(text: str, at: int) -> bool:
    """Whether the character starts no block, or a word in bold or italics."""
    return text[at] not in _STARTS or _STARS.match(text, at) is not None


def counted_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """A fence; every block that is no plain paragraph comes by here, and is counted."""
    state.env["budget"].spend(LINE_OF_QUOTE if silent else BLOCK)
    at = state.bMarks[start] + state.tShift[start]
    return state.src.startswith(("`", "~"), at) and fence(state, start, end, silent)


def counted_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """A table that remembers where each row begins, behind the marks of quotes and lists.

    A short row of a wide table is filled up with cells: two kilobytes can become 65,000.
    """
    if silent:
        return table(state, start, end, silent)
    budget = state.env["budget"]
    cells = budget.left // CELL
    if state.src.count("|", state.bMarks[start], state.eMarks[start]) > cells:
        return False
    first = len(state.tokens)
    if not table(state, start, min(end, start + cells), silent):
        return False
    budget.spend(CELL * (len(state.tokens) - first) // _TOKENS_OF_A_CELL)
    _place_rows(state, first)
    return True


def _place_rows(state: StateBlock, first: int) -> None:
    row, number = TableRow(0), 0
    for token in state.tokens[first:]:
        if token.type == "tr_open" and token.map:
            line = token.map[0]
            row, number = TableRow(state.bMarks[line] + state.tShift[line]), 0
            token.meta["row"] = row
        elif token.type == "inline":
            token.meta["row"] = row, number
            number += 1


def known_html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """A block of raw HTML; a line that starts with an unknown tag is an ordinary paragraph."""
    at = state.bMarks[start] + state.tShift[start]
    tag = re.compile(_TAG).match(state.src, at, state.eMarks[start])
    if tag and tag[1].lower() not in KNOWN_NAMES:
        return False
    return html_block(state, start, end, silent)


def footnote_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """The definition of a footnote."""
    if not state.src.startswith("[^", state.bMarks[start] + state.tShift[start]):
        return False
    from mdit_py_plugins.footnote.index import footnote_def  # few lessons have footnotes

    return footnote_def(state, start, end, silent)


_TEXT = ("paragraph", "reference")
_TEXT_AND_QUOTES = (*_TEXT, "blockquote")
_ALL = (*_TEXT_AND_QUOTES, "list")

# Name, rule, the characters it starts with (none: any), and what it ends without an empty line.
_Table = tuple[tuple[str, "RuleFuncBlockType", str, tuple[str, ...]], ...]

COMMONMARK: _Table = (
    ("one_line", one_line, "", ()),
    ("code", code, "", ()),
    ("fence", counted_fence, "`~", _ALL),
    ("blockquote", blockquote, ">", _ALL),
    ("hr", hr, "*-_", _ALL),
    ("list", list_block, "*-+0123456789", _TEXT_AND_QUOTES),
    ("reference", reference, "[", ()),
    ("html_block", html_block, "<", _TEXT_AND_QUOTES),
    ("heading", heading, "#", _TEXT_AND_QUOTES),
    ("lheading", lheading, "", ()),
    ("paragraph", paragraph, "", ()),
)

LESSON: _Table = (
    ("one_line", one_line, "", ()),
    ("table", counted_table, "", _TEXT),
    ("code", code, "", ()),
    ("container", container, ":", _ALL),
    ("fence", counted_fence, "`~", _ALL),
    ("blockquote", blockquote, ">", _ALL),
    ("hr", hr, "*-_", _ALL),
    ("list", list_block, "*-+0123456789", _TEXT_AND_QUOTES),
    ("footnote_def", footnote_definition, "[", _TEXT),
    ("reference", reference, "[", ()),
    ("html_block", known_html_block, "<", _TEXT_AND_QUOTES),
    ("heading", heading, "#", _TEXT_AND_QUOTES),
    ("lheading", lheading, "", ()),
    # The plugin of definition lists puts its rule here.
    ("paragraph", paragraph, "", ()),
)


def _interruption(table: _Table) -> "RuleFuncBlockType":
    """One rule for all that can end a paragraph: its first character says which ones to ask.

    markdown-it asks each of them at every line of a paragraph, three times over.
    """
    any_character = [rule for _, rule, starts, ends in table if ends and not starts]
    by_character: dict[str, list[RuleFuncBlockType]] = {}
    for _, rule, starts, ends in table:
        for character in starts if ends else "":
            by_character.setdefault(character, [*any_character]).append(rule)

    def interruption(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if not silent:
            return False
        state.env["budget"].spend(LINE)
        character = state.src[state.bMarks[start] + state.tShift[start]]
        for rule in by_character.get(character, any_character):
            if rule(state, start, end, True):
                return True
        return False

    return interruption


class Blocks(ParserBlock):
    """The block parser with a table of rules; what is nested too deeply becomes plain text."""

    def __init__(self, table: _Table) -> None:
        self._starts = {name: starts for name, _, starts, _ in table}
        self._starts["fence"] = ""  # it counts all blocks
        self.ruler = Ruler()
        for name, rule, _, ends in table:
            self.ruler.push(name, rule, {"alt": [each for each in ends if each not in _TEXT]})
        self.ruler.push("interruption", _interruption(table), {"alt": list(_TEXT)})

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 (markdown-it's names)
        """Tokens for a range of lines."""
        state.env["budget"].spend(BLOCK)
        if state.level >= DEEPEST:
            _show_as_text(state, startLine, endLine)
            return
        by_character, any_character = self._rules
        line, is_loose = startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                return
            character = state.src[state.bMarks[line] + state.tShift[line]]
            for rule in by_character.get(character, any_character):
                if rule(state, line, endLine, False):
                    break
            state.tight = not is_loose
            line = state.line
            is_loose = is_loose or (line - 1 < endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                is_loose = True
                state.line = line = line + 1

    @cached_property
    def _rules(
        self,
    ) -> "tuple[Mapping[str, Sequence[RuleFuncBlockType]], Sequence[RuleFuncBlockType]]":
        """The rules to ask of a line by its first character, and for any other character."""
        names, rules = self.ruler.get_active_rules(), self.ruler.getRules()
        named = [
            (self._starts.get(name, ""), rule) for name, rule in zip(names, rules, strict=True)
        ]
        by_character = {
            character: [rule for starts, rule in named if not starts or character in starts]
            for character in "".join(self._starts.values())
        }
        return by_character, [rule for starts, rule in named if not starts]


def _show_as_text(state: StateBlock, start: int, end: int) -> None:
    """One paragraph of plain text for what is left of the innermost container."""
    line = state.line = state.skipEmptyLines(start)
    if line >= end or state.sCount[line] < state.blkIndent:
        return
    last = line + 1
    while last < end and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent):
        last += 1
    state.line = last
    while state.isEmpty(last - 1):
        last -= 1
    opening = state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    state.push("paragraph_close", "p", -1)
    opening.map = inline.map = [line, last]
    inline.content = state.getLines(line, last, state.blkIndent, False).strip(" \t\n")
    inline.children = []
    inline.meta["plain"] = f"nested in more than {DEEPEST} levels"
