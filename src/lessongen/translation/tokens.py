"""Tokens: what reads the same in every language, and must be the same on both sides."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from lessongen.model.value import value

TokenKind = Literal["code", "target", "address", "note", "placeholder", "number"]

_CODE = r"(?P<ticks>(?<!`)`+)(?!`)(?P<inner>.+?)(?<!`)(?P=ticks)(?!`)"
# A title behind the target is text: it stays outside.
_TARGET = r"(?<=\]\()\s*(?P<target><[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))+)"
_ADDRESS = r"<(?:[a-zA-Z][\w+.-]+:[^<>\s]*|[^\s<>@]+@[^\s<>@]+)>|https?://[^\s<>()\[\]]*[\w/#=&-]"
_NOTE = r"(?<=\[\^)[^\[\]\s]+(?=\])|(?<=\]\[)[^\[\]]+(?=\])"
_PLACEHOLDER = r"\{\{[^{}\n]*\}\}|\{[\w.]+\}|%\(\w+\)[sd]|%[sd]\b"
_NUMBER = r"\d+(?:[.,:]\d+)*"

_TOKEN = re.compile(
    rf"(?P<code>{_CODE})|{_TARGET}|(?P<address>{_ADDRESS})|(?P<note>{_NOTE})"
    rf"|(?P<placeholder>{_PLACEHOLDER})|(?P<number>{_NUMBER})",
    re.DOTALL,
)
# Private-use characters stand for the tokens of a kind.
NUMBER_SIGN = "\ue005"
_SIGNS: dict[TokenKind, str] = {
    "code": "\ue000",
    "target": "\ue001",
    "address": "\ue002",
    "note": "\ue003",
    "placeholder": "\ue004",
    "number": NUMBER_SIGN,
}


@value
class Token:
    """A token and where it stands in its text; `text` is as written, but code on one line."""

    kind: TokenKind
    text: str
    start: int
    end: int


def find_tokens(text: str) -> Iterator[Token]:
    """The tokens of a text in their order."""
    for found in _TOKEN.finditer(text):
        kind = _kind(found)
        start, end = found.span(kind)
        written = f"`{' '.join(found['inner'].split())}`" if kind == "code" else found[kind]
        yield Token(kind=kind, text=written, start=start, end=end)


def tokens(text: str) -> tuple[str, ...]:
    """The links, code, placeholders and numbers of a text, in their order.

    >>> tokens("See [it](02-b.md#x), `make`, in 3 days.")
    ('02-b.md#x', '`make`', '3')
    """
    return tuple(token.text for token in find_tokens(text))


def without_tokens(text: str) -> str:
    """The text with a sign for each token: the same sign for tokens of the same kind.

    >>> without_tokens("In 3 days, see [it](a.md).") == without_tokens("In 5 days, see [it](b.md).")
    True
    """
    return with_tokens(text, lambda token: _SIGNS[token.kind])


def with_tokens(text: str, write: Callable[[Token], str]) -> str:
    """The text with something else in the place of each token."""
    pieces, at = [], 0
    for token in find_tokens(text):
        pieces += [text[at : token.start], write(token)]
        at = token.end
    return "".join(pieces) + text[at:]


def _kind(found: re.Match[str]) -> TokenKind:
    return next(kind for kind in _SIGNS if found[kind] is not None)
