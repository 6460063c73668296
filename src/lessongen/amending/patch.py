"""A text is exchanged for another in a finished page, where only some of its lines differ."""

import re
from collections.abc import Iterable

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
    # A line beside them says where: before new ones there may be nothing to look for.
    first = start - 1 if start and not _TREATED.search(before[start - 1]) else start
    last = 0
    if first == start and end and not _TREATED.search(before[len(before) - end]):
        last = 1
    wanted = "".join(before[first : len(before) - end + last])
    if not wanted.strip() or page.count(wanted) != 1:
        return None
    return page.replace(wanted, "".join(after[first : len(after) - end + last]))


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs of lines are equal before the first that is not."""
    count = 0
    for one, two in pairs:
        if one != two:
            break
        count += 1
    return count
