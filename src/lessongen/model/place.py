"""Where a character of a unit stands in its file."""

import re

from lessongen.model.source import Span
from lessongen.model.unit import Unit

# What a reader does not see: targets of links, code, tags, attributes.
_HIDDEN = r"\]\([^()]*\)|`[^`]*`|<[^<>]*>|\{[^{}]*\}"

_TWO_QUOTES = 2


def place_in_text(unit: Unit, at: int) -> Span:
    """The place in the file of the character `at` of `unit.text`.

    The unit's own place where the file spells the text otherwise: escaped, or folded.
    """
    line = unit.text.count("\n", 0, at)
    start = unit.text.rfind("\n", 0, at) + 1
    length = len(unit.text[start:].partition("\n")[0])
    quotes = _spelled_length(unit, line) - length
    if quotes not in (0, _TWO_QUOTES):
        return unit.span
    first = unit.span.column + quotes // 2 if line == 0 else _column_of(unit, line)
    return Span(path=unit.span.path, line=unit.span.line + line, column=first + at - start)


def _spelled_length(unit: Unit, line: int) -> int:
    """How many characters of the file a line of the text takes; more between YAML's quotes."""
    if line >= len(unit.ranges):
        return -1
    start, end = unit.ranges[line]
    return end - start


def _column_of(unit: Unit, line: int) -> int:
    """Where a later line begins: between two ranges lie a line end and the line's prefix."""
    between = unit.ranges[line][0] - unit.ranges[line - 1][1]
    prefix = unit.span.column - 1
    # A prefix is as wide as the first one, so a character more is the other half of CRLF.
    return between - 1 if between == prefix + 2 else between


def place_in_plain(unit: Unit, at: int) -> Span:
    """The place in the file of the character `at` of `unit.plain`, as near as can be told."""
    found = _in_text(unit, at)
    return unit.span if found < 0 else place_in_text(unit, found)


def _in_text(unit: Unit, at: int) -> int:
    """The same character in `unit.text`, which has markup that `plain` lacks; -1: not found."""
    text = re.sub(_HIDDEN, lambda found: "\0" * len(found[0]), unit.text)
    wanted = unit.plain[at]
    if text.count(wanted) == unit.plain.count(wanted):
        found = -1
        for _ in range(unit.plain.count(wanted, 0, at) + 1):
            found = text.find(wanted, found + 1)
        return found
    for before in (12, 6, 3, 1):
        start = max(0, at - before)
        found = text.find(unit.plain[start : at + 1])
        if found >= 0:
            return found + at - start
    return text.find(wanted)
