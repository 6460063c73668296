"""The inline rules, by the character they start with, and the places of what they find.

markdown-it asks every rule at every character that could start one, and has no positions inside
a line. Here the character chooses the rules, and links, images, raw HTML and footnote references
remember where in their block they begin (`token.meta["at"]`).
Imported by `markdown.py` only when there is something to parse.
"""

import re
from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
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
)
from markdown_it.token import Token
from markdown_it.utils import EnvType

from lessongen.parsing.limits import CHARACTER, DEAR_CHARACTERS, TooComplex
from lessongen.parsing.plain_marks import plain_emphasis, plain_link

_FOOTNOTE = r"\[\^([^\]\s]{1,200})\]"  # compiled where there is one


def footnote_reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature, here and below)
    """`[^label]` where that footnote exists.

    The plugin's own rule looks for the bracket to the end of the text, at every bracket.
    """
    known = state.env.get("footnotes", {}).get("refs", {})
    if not known:
        return False
    found = re.compile(_FOOTNOTE).match(state.src, state.pos, state.posMax)
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


Rules = tuple[RuleFuncInlineType, ...]
_Table = Mapping[str, Rules]

COMMONMARK: _Table = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (backtick,),
    "*": (plain_emphasis, emphasis.tokenize),
    "_": (emphasis.tokenize,),
    "[": (plain_link, placed(link)),
    "]": (),  # no rule starts here, but labels end
    "!": (placed(image),),
    "<": (placed(autolink), placed(html_inline)),
    "&": (entity,),
}

LESSON: _Table = {**COMMONMARK, "[": (plain_link, placed(footnote_reference), placed(link))}


class Inlines(ParserInline):
    """The inline parser with a table of rules; counts its steps."""

    def __init__(self, table: _Table) -> None:
        self.terminator_re = re.compile("[" + re.escape("".join(table)) + "]")
        self._costs_and_rules: Mapping[str, tuple[int, Rules]] = {
            character: (DEAR_CHARACTERS.get(character, CHARACTER), rules)
            for character, rules in table.items()
        }

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 (markdown-it's name)
        """Steps over one token without making it."""
        state.env["budget"].spend()
        start = state.pos
        if start in state.cache:
            state.pos = state.cache[start]
            return
        if state.level < state.md.options["maxNesting"]:
            state.level += 1  # the rules may come back here
            self._step(state, silent=True)
            state.level -= 1
            if state.pos == start:
                state.pos += 1
        else:
            state.pos = state.posMax + 1
        state.cache[start] = state.pos

    def tokenize(self, state: StateInline) -> None:
        """Makes the tokens of the text between where the state is and its end."""
        if state.level >= state.md.options["maxNesting"]:
            state.append_pending(state.src[state.pos : state.posMax])
            state.pos = state.posMax
        while state.pos < state.posMax:
            start = state.pos
            self._step(state, silent=False)
            if state.pos == start:
                state.append_pending(state.src[start])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def _step(self, state: StateInline, *, silent: bool) -> None:
        """Goes on by plain text, or by what starts here; nowhere if nothing does."""
        start = state.pos
        found = self.terminator_re.search(state.src, start, state.posMax)
        end = found.start() if found else state.posMax
        if end > start:
            if not silent:
                state.append_pending(state.src[start:end])
            state.pos = end
            return
        cost, rules = self._costs_and_rules[state.src[start]]
        state.env["budget"].spend(cost)
        for rule in rules:
            if rule(state, silent):
                return

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Adds the tokens of a text."""
        state = StateInline(src, md, env, tokens)
        self.tokenize(state)
        if state.delimiters or any(each and each["delimiters"] for each in state.tokens_meta):
            link_pairs(state)
            emphasis.postProcess(state)
            fragments_join(state)
        return state.tokens


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
