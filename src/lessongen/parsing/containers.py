"""Containers: a block between `::: tip Title` and `:::`.

The plugin of markdown-it knows no titles, one name for each rule, and fails on some ends of
quotes, hence a rule of our own. A container in a container has fewer colons.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

KINDS = ("note", "tip", "warning", "example")

# Compiled where they are needed: few lessons have containers.
_OPENING = r"(:{3,})[ \t]*([^\s:]\S*)[ \t]*(.*)"
_CLOSING = r"(:{3,})[ \t]*"
_FENCE = r"`{3,}(?=[^`]*$)|~{3,}"
_CODE_INDENT = 4


def container(state: "StateBlock", start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """A container with its title and its blocks, up to its own closing line."""
    if state.is_code_block(start):
        return False
    opening = re.fullmatch(_OPENING, _line(state, start))
    if opening is None:
        return False
    if silent:
        return True
    last = _last_line(state, start, end, len(opening[1]))
    closed = last < end and _closes(state, last, len(opening[1]))
    _push(state, start, last, opening, closed=closed)
    state.line = last + closed
    return True


def _push(
    state: "StateBlock", start: int, last: int, opening: re.Match[str], *, closed: bool
) -> None:
    token = state.push("container_open", "", 1)
    token.map = [start, last]
    token.markup, token.info = opening[1], opening[2]
    token.meta["closed"] = closed
    token.meta["title"] = bool(opening[3].strip(" \t"))
    if token.meta["title"]:
        _push_title(state, start, opening[3].strip(" \t"))
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last  # a lazy line must not leave it
    state.md.block.tokenize(state, start + 1, last)
    state.parentType, state.lineMax = parent, line_max
    state.push("container_close", "", -1)


def _push_title(state: "StateBlock", line: int, title: str) -> None:
    state.push("container_title_open", "p", 1)
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = title, [line, line + 1], []
    state.push("container_title_close", "p", -1)


def _last_line(state: "StateBlock", start: int, end: int, colons: int) -> int:
    """The line after the content: the closing one, or where the text around it goes on."""
    fence = ""
    for line in range(start + 1, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return line
        text = _line(state, line)
        if text[:3] in ("```", "~~~") and state.sCount[line] - state.blkIndent < _CODE_INDENT:
            fence = _next_fence(text, fence)
        elif not fence and text[:1] == ":" and _closes(state, line, colons):
            return line
    return end


def _next_fence(text: str, fence: str) -> str:
    """The fence that is open after this line."""
    if fence:
        return "" if text.startswith(fence) and not text.strip(fence[0] + " \t") else fence
    found = re.match(_FENCE, text)
    return found[0] if found else ""


def _closes(state: "StateBlock", line: int, colons: int) -> bool:
    found = re.fullmatch(_CLOSING, _line(state, line))
    return found is not None and len(found[1]) >= colons and not state.is_code_block(line)


def _line(state: "StateBlock", line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
