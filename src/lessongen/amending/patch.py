"""A text is exchanged for another in a finished page, where only some of its lines differ."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

# What templates add something to, or write in another way, where a text has it: headings get
# links and other levels, tables a name. Lines of these cannot be told from what stands there.
_TREATED = re.compile(r"</?h[1-6]\b|<div class=\"table\"|<table|</table")


def patched(page: str, old: str, new: str) -> str | None:
    r"""The page with the new lines in place of the old ones; None where that is not certain.

    Both texts are HTML as a page shows it, but for what templates do to headings and tables.

    >>> patched("<p>A</p>\n<p>B</p>\n<hr>", "<p>A</p>\n<p>B</p>\n", "<p>A</p>\n<p>C</p>\n")
    '<p>A</p>\n<p>C</p>\n<hr>'
    """
    if old == new:
        return page
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    start = _alike(zip(before, after, strict=False))
    end = _alike(zip(reversed(before[start:]), reversed(after[start:]), strict=False))
    changed = [*before[start : len(before) - end], *after[start : len(after) - end]]
    if any(_TREATED.search(line) for line in changed):
        return None
    return _exchanged(page, _Lines(before, start, end), _Lines(after, start, end))


def exchanged(page: str, pieces: Iterable[tuple[str, str]]) -> str | None:
    """The page with pieces exchanged that stand there in this order; None if one is not found.

    >>> exchanged("<b>1</b><i>1</i><b>1</b>", [("<b>1</b>", "<b>1</b>"), ("<b>1</b>", "<b>2</b>")])
    '<b>1</b><i>1</i><b>2</b>'
    """
    kept: list[str] = []
    done = 0
    for old, new in pieces:
        if not old and not new:
            continue
        start = page.find(old, done) if old else -1
        if start < 0:
            return None
        kept += (page[done:start], new)
        done = start + len(old)
    return "".join([*kept, page[done:]])


class _Lines(NamedTuple):
    """The lines of a text, and how many of them are the same in the other one, from both ends."""

    lines: Sequence[str]
    start: int
    end: int

    def text(self, above: int, below: int) -> str:
        """The lines that differ, with so many of those around them."""
        return "".join(self.lines[self.start - above : len(self.lines) - self.end + below])


def _exchanged(page: str, old: _Lines, new: _Lines) -> str | None:
    """The page with the new lines; the lines around the old ones must say where they stand."""
    above = _untreated(reversed(old.lines[: old.start]))
    below = _untreated(old.lines[len(old.lines) - old.end :])
    for context in range(max(above, below) + 1):
        up, down = min(context, above), min(context, below)
        wanted = old.text(up, down)
        found = page.count(wanted) if wanted.strip() else _MANY
        if found == 1:
            return page.replace(wanted, new.text(up, down))
        if not found:
            return None
    return None


_MANY = 2


def _untreated(lines: Iterable[str]) -> int:
    """How many lines there are up to one of which nobody knows how it is written."""
    count = 0
    for line in lines:
        if _TREATED.search(line):
            break
        count += 1
    return count


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs of lines are equal before the first that is not."""
    count = 0
    for one, two in pairs:
        if one != two:
            break
        count += 1
    return count
