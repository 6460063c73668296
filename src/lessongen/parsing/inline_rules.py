"""The inline rules, by the character they start with, and the places of what they find.

markdown-it asks every rule at every character that could start one, and has no positions inside
a line. Here the character chooses the rules, and links, images, raw HTML and footnote references
remember where in their block they begin (`token.meta["at"]`).
Imported by `markdown.py` only when there is something to parse.
"""

import re
from collections.abc import Mapping

from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.ruler import Ruler
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    fragments_join,
    html_inline,
    image,
    link,
    link_pairs,
    newline,
    text,
)
from markdown_it.token import Token

from lessongen.parsing.limits import CHARACTER, DEAR_CHARACTERS, TooComplex

_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,200})\]")


def footnote_reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature, here and below)
    """`[^label]` where that footnote exists.

    The plugin's own rule looks for the bracket to the end of the text, at every bracket.
    """
    found = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    known = state.env.get("footnotes", {}).get("refs", {})
    if found is None or f":{found[1]}" not in known:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta["label"] = found[1]
    state.pos = found.end()
    return True


def placed(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """The rule, with `meta["at"]` on the first token that it makes."""

    def rule_with_place(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        at = state.pos
        first = len(state.tokens) + bool(state.pending)  # text that waits becomes a token first
        if not rule(state, silent):
            return False
        if not silent:
            state.tokens[first].meta["at"] = at
        return True

    return rule_with_place


_Table = Mapping[str, tuple[RuleFuncInlineType, ...]]

COMMONMARK: _Table = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (backtick,),
    "*": (emphasis.tokenize,),
    "_": (emphasis.tokenize,),
    "[": (placed(link),),
    "]": (),  # no rule starts here, but labels end
    "!": (placed(image),),
    "<": (placed(autolink), placed(html_inline)),
    "&": (entity,),
}

LESSON: _Table = {**COMMONMARK, "[": (placed(footnote_reference), placed(link))}


class Inlines(ParserInline):
    """The inline parser with a table of rules; counts its steps."""

    def __init__(self, table: _Table) -> None:
        self.terminator_re = re.compile("[" + re.escape("".join(table)) + "]")
        self.ruler = Ruler()
        self.ruler.push("text", text)
        self.ruler.push("by_character", _by_character(table))
        self.ruler2 = Ruler()
        self.ruler2.push("balance_pairs", link_pairs)
        self.ruler2.push("emphasis", emphasis.postProcess)
        self.ruler2.push("fragments_join", fragments_join)

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 (markdown-it's name)
        """Steps over one token without making it."""
        state.env["budget"].spend()
        super().skipToken(state)


def _by_character(table: _Table) -> RuleFuncInlineType:
    costs_and_rules = {
        character: (DEAR_CHARACTERS.get(character, CHARACTER), rules)
        for character, rules in table.items()
    }

    def by_character(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        cost, rules = costs_and_rules.get(state.src[state.pos], (CHARACTER, ()))
        state.env["budget"].spend(cost)
        return any(rule(state, silent) for rule in rules)

    return by_character


def parse_inline_tokens(state: StateCore) -> None:
    """Gives every `inline` token its children; one that takes too many steps is one text."""
    inlines = state.md.inline
    starts_something = inlines.terminator_re.search
    for token in state.tokens:
        if token.type != "inline":
            continue
        if "plain" in token.meta or starts_something(token.content) is None:
            token.children = [_as_text(token.content)] if token.content else []
        else:
            token.children = _children(state, token)


def _children(state: StateCore, token: Token) -> list[Token]:
    budget = state.env["budget"]
    children: list[Token] = []
    budget.allow(len(token.content))
    try:
        state.md.inline.parse(token.content, state.md, state.env, children)
    except TooComplex:
        token.meta["plain"] = "with too much unfinished markup in it"
        children = [_as_text(token.content)]
    budget.restore()
    return children


def _as_text(content: str) -> Token:
    token = Token("text", "", 0)
    token.content = content
    return token
