"""Where a character of a unit stands in its file."""

import re

from lessongen.model.source import Span
from lessongen.model.unit import Unit

# What a reader does not see: targets of links, code, tags, attributes.
_HIDDEN = r"\]\([^()]*\)|`[^`]*`|<[^<>]*>|\{[^{}]*\}"


def place_in_text(unit: Unit, at: int) -> Span:
    """The place in the file of the character `at` of `unit.text`."""
    line = unit.text.count("\n", 0, at)
    column = at - (unit.text.rfind("\n", 0, at) + 1)
    if line == 0:
        first = unit.span.column
    elif line < len(unit.ranges):
        # Between two ranges lie a line end and the prefix of the next line.
        first = unit.ranges[line][0] - unit.ranges[line - 1][1]
    else:
        return unit.span
    return Span(path=unit.span.path, line=unit.span.line + line, column=first + column)


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
