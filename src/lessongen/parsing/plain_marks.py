"""Links and emphasis in their plainest form, which are most of them: seen at one glance.

markdown-it looks at every character of a link, twice, and makes four tokens of the stars around a
bold word before it knows what they are. Here a pattern tells what can mean one thing only; all
else is left to markdown-it's own rules. The steps that its rules would take are counted.
"""

import re

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from lessongen.parsing.limits import DEAR_CHARACTERS

# Words with nothing in them that starts something, and a target with nothing to resolve.
_LINK = re.compile(r"\[(?!\^)([^\n\\`*_\[\]!<&]+)\]\(([^\s\x00-\x1f\x7f\\&<>()]+)\)")
# From the start of a word to the end of one, so that these stars can neither close what is open
# nor open what comes after them.
_EMPHASIS = re.compile(
    r"(?<![^ \n])(\*\*?)([^\W_](?:[^\n\\`*_\[\]!<&]*[^\W_])?)\1(?=[ \n.,:;?)]|\Z)"
)
_NAMES = {"*": "em", "**": "strong"}


def plain_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature, here and below)
    """`[words](target)`, without marks in the words and without a title."""
    found = _LINK.match(state.src, state.pos, state.posMax)
    if found is None or state.level >= state.md.options["maxNesting"]:
        return False
    if state.cache.get(found.start(1), found.end(1)) != found.end(1):
        return False  # the words were given up as nested too deeply
    target = state.md.normalizeLink(found[2])
    if not state.md.validateLink(target):
        return False
    state.env["budget"].spend()  # for the words
    if not silent:
        opening = Token("link_open", "a", 1, {"href": target}, meta={"at": state.pos})
        _add(state, opening, found[1], Token("link_close", "a", -1))
    state.pos = found.end()
    return True


def plain_emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """`*words*` or `**words**`, without marks in the words and not inside of a word."""
    found = None if silent else _EMPHASIS.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    state.env["budget"].spend(DEAR_CHARACTERS["*"])  # for the stars that close it
    stars = found[1]
    name = _NAMES[stars]
    opening = Token(f"{name}_open", name, 1, markup=stars)
    _add(state, opening, found[2], Token(f"{name}_close", name, -1, markup=stars))
    state.pos = found.end()
    return True


def _add(state: StateInline, opening: Token, text: str, closing: Token) -> None:
    """Adds a text between two tags: no more of the state changes, since nothing stays open."""
    if state.pending:
        state.pushPending()
    level = opening.level = closing.level = state.level
    inner = Token("text", "", 0, level=level + 1, content=text)
    state.tokens += (opening, inner, closing)
    state.pendingLevel = level
