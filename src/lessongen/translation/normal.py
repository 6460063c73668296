"""Forms of a unit's text in which differences that mean nothing are gone."""

import re
import unicodedata
from hashlib import sha256

# `_so_` and `*so*` are the same emphasis; inside words "_" is a letter like any other.
_UNDERSCORES = re.compile(r"(?<![\w\\])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_EMPHASIS = re.compile(r"(?<!\\)[*~]+|(?<![\w\\])_+|(?<!\\)_+(?!\w)")
_QUOTES = re.compile(r"[\"'“”‘’«»‹›„‚`´]")
_DASHES = re.compile(r"\s*(?:[‐‑‒–—―−]|-{2,3}|(?<=\s)-(?=\s))\s*")
_ELLIPSIS = re.compile(r"…|\.{3,}")
_FINAL = re.compile(r"[.:;,]+$")

# What reads the same in every language and must be the same on both sides.
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]*)>?[^)]*\)|<((?:https?|mailto|tel):[^>\s]+)>")
_BARE_URL = re.compile(r"https?://[^\s)>\]]+[^\s)>\].,;:!?]")
_PLACEHOLDER = re.compile(r"\{\{?[\w.]+\}?\}|%\(\w+\)[sd]|%[sd]")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def normal(text: str) -> str:
    """The text in NFC with single spaces: wrapped lines and kinds of emphasis make no difference.

    >>> normal("one  *two*\\nthree"), normal("one _two_ three")
    ('one *two* three', 'one *two* three')
    """
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    if "_" not in composed:
        return composed
    return _UNDERSCORES.sub(lambda found: _stars(found[1]) + found[2] + _stars(found[1]), composed)


def _stars(underscores: str) -> str:
    return "*" * len(underscores)


def bare(text: str) -> str:
    """The words alone: no emphasis, quotes, dashes, final punctuation or spaces that matter.

    >>> bare("He said: “**No**” — twice.") == bare('He said:  "No" - twice')
    True
    """
    plain = _EMPHASIS.sub("", normal(text))
    plain = _ELLIPSIS.sub("...", _QUOTES.sub("'", plain))
    return _FINAL.sub("", " ".join(_DASHES.sub(" - ", plain).split()))


def tokens(text: str) -> tuple[str, ...]:
    """The links, code, placeholders and numbers of a text, in order of kind and place.

    >>> tokens("See [it](02-b.md#x), `make`, in 3 days.")
    ('02-b.md#x', '`make`', '3')
    """
    targets = [found[1] or found[2] for found in _TARGET.finditer(text)]
    rest = _TARGET.sub("]", text)
    targets += _BARE_URL.findall(rest)
    rest = _BARE_URL.sub("", rest)
    code = [f"`{found[2].strip()}`" for found in _CODE.finditer(rest)]
    rest = _CODE.sub(" ", rest)
    placeholders = _PLACEHOLDER.findall(rest)
    return (*targets, *code, *placeholders, *_NUMBER.findall(_PLACEHOLDER.sub(" ", rest)))


def without_tokens(text: str) -> str:
    """The bare words around the tokens: equal for texts that differ in tokens only.

    >>> without_tokens("In 3 days, see [it](a.md).") == without_tokens("In 5 days, see [it](b.md).")
    True
    """
    rest = _BARE_URL.sub("\\0", _TARGET.sub("](\\0)", normal(text)))
    rest = _PLACEHOLDER.sub("\\0", _CODE.sub("\\0", rest))
    return bare(_NUMBER.sub("\\0", rest))


def words(text: str) -> list[str]:
    """The words of a text, as they are counted."""
    return _WORD.findall(_TARGET.sub("]", text))


_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def digest(text: str) -> str:
    """The name of a text: 8 hexadecimal digits of the SHA-256 of its normal form."""
    return sha256(normal(text).encode("utf-8", "surrogatepass")).hexdigest()[:8]
