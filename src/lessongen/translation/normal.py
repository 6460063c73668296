"""Forms of a unit's text in which differences that mean nothing are gone."""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256

from lessongen.model.translation import RecordedUnit
from lessongen.model.unit import Unit
from lessongen.translation.tokens import NUMBER_SIGN, Token, find_tokens, with_tokens

AnyUnit = Unit | RecordedUnit

# `_so_` and `*so*` are the same emphasis; inside words "_" is a letter like any other.
_UNDERSCORES = re.compile(r"(?<![\\_])_{1,3}(?!_)")
_LETTER = re.compile(r"\w")
_HELD = "\uf8fe{}\uf8ff"  # what stands for a token while underscores are looked at
_HELD_AGAIN = re.compile("\uf8fe(\\d+)\uf8ff")

_EMPHASIS = re.compile(r"(?<![\\\s*])\*+|(?<![\\*])\*+(?=[^\s*])")
_QUOTES = re.compile(r"[\"'“”‘’«»‹›„‚`´]")
_HYPHENS = re.compile(r"[‐‑]")
_DASHES = re.compile(
    rf"\s*(?:[‒–—―−]|-{{2,3}})\s*|\s+-\s+|(?<=[\d{NUMBER_SIGN}])-(?=[\d{NUMBER_SIGN}])"
)
_ELLIPSIS = re.compile(r"…|\.{3,}")
_FINAL = ".:;,'"
_DEEPEST = 50  # emphasis within emphasis; what is more is no emphasis but an attack
_WORD = re.compile(r"[^\W_]+(?:['’\-_][^\W_]+)*")


def normal(text: str) -> str:
    r"""The text in NFC with single spaces: wrapped lines and kinds of emphasis make no difference.

    >>> normal("one  *two*\nthree"), normal("one _two_ `_x_`")
    ('one *two* three', 'one *two* `_x_`')
    """
    # Most texts have single spaces already; to see that is cheaper than to cut and join them.
    if "  " in text or not text.isprintable() or text[:1] == " " or text[-1:] == " ":
        text = " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    return composed if "_" not in composed else _with_stars(composed)


def _with_stars(text: str) -> str:
    """The text with stars for emphasis; underscores in links and code are none."""
    held = [text[token.start : token.end] for token in find_tokens(text)]
    numbers = iter(range(len(held)))
    open_text = with_tokens(text, lambda _token: _HELD.format(next(numbers)))
    starred = list(open_text)
    for start, end in _pairs_of_underscores(open_text):
        starred[start:end] = "*" * (end - start)
    return _HELD_AGAIN.sub(lambda found: held[int(found[1])], "".join(starred))


def _pairs_of_underscores(text: str) -> Iterator[tuple[int, int]]:
    """Where the runs of underscores stand that open and close emphasis."""
    waiting: list[tuple[int, int]] = []
    for found in _UNDERSCORES.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        closes = not before.isspace() and not _LETTER.match(after)
        lengths = [other[1] - other[0] for other in waiting] if closes else []
        if end - start in lengths:
            while waiting[-1][1] - waiting[-1][0] != end - start:
                waiting.pop()
            yield from (waiting.pop(), (start, end))
        elif not after.isspace() and not _LETTER.match(before) and len(waiting) < _DEEPEST:
            waiting.append((start, end))


def normal_code(text: str) -> str:
    """Code in NFC without blanks at the ends of lines; in code all other spaces count."""
    lines = (line.rstrip() for line in re.split(r"\r\n|\r|\n", text))
    return unicodedata.normalize("NFC", "\n".join(lines)).rstrip("\n")


def form(unit: AnyUnit) -> str:
    """What two units must share to be the same text."""
    return normal_code(unit.text) if unit.kind == "code" else normal(unit.text)


def joined_form(units: tuple[AnyUnit, ...]) -> str:
    """The form of several units as one text; the same for a text however it is cut up."""
    if len(units) == 1:
        return form(units[0])
    return " ".join(form(unit) for unit in units)


def bare(text: str) -> str:
    """The words alone: no emphasis, quotes, dashes, final punctuation or spaces that matter.

    >>> bare("He said: “**No**” — twice.") == bare('He said:  "No" - twice')
    True
    """
    plain = _HYPHENS.sub("-", _EMPHASIS.sub("", normal(text)))
    plain = _ELLIPSIS.sub("...", _QUOTES.sub("'", plain))
    return " ".join(_DASHES.sub(" - ", plain).split()).rstrip(_FINAL)


def words(text: str) -> list[str]:
    """The words of a text, without the targets of its links.

    >>> words("I don’t know [it](a.md): 3 times")
    ['I', 'don’t', 'know', 'it', '3', 'times']
    """
    return _WORD.findall(with_tokens(text, _shown))


def _shown(token: Token) -> str:
    return " " if token.kind in ("target", "address", "note") else token.text


def digest(unit: AnyUnit) -> str:
    """The name of a text: 8 hexadecimal digits of the SHA-256 of its normal form."""
    return digest_of(form(unit))


def digest_of(text: str) -> str:
    """The name of a text that is in its normal form already."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
