"""The words of a text in their places: what readers do not see is blanked, not cut out."""

import re
import unicodedata

from lessongen.model.unit import Unit

BLANK = "\0"  # no letter and no space: words on both sides of it are no neighbours

# Code, targets of links and their definitions, addresses, tags, attributes, marks of footnotes.
_HIDDEN = re.compile(
    r"(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|(?<=\])\((?:[^()]|\([^()]*\))*\)|(?<=\])\[[^\[\]]*\]|\[\^[^\[\]]+\]"
    r"|https?://[^\s<>]+|</?[a-zA-Z][^<>]*>|\{[^{}]*\}",
    re.DOTALL,
)
_SPOKEN = re.compile(
    r"“[^”]*(?:”|\Z)|«[^»]*(?:»|\Z)|„[^“”]*(?:[“”]|\Z)|\"[^\"]*\"|‘[^’]*’"
    r"|(?<![*\w])\*(?![*\s])[^*]+\*(?![*\w])|(?<![_\w])_(?![_\s])[^_]+_(?![_\w])"
)
_ACCENTED = "áàâäãåāéèêëēíìîïīóòôöõōúùûüūýÿç"
_PLAIN = "aaaaaaaeeeeeiiiiioooooouuuuuyyc"
_ACCENTS = str.maketrans(_ACCENTED, _PLAIN)


def prose(unit: Unit) -> str:
    """The unit's text with blanks for all that is no prose; every character keeps its place."""
    return _HIDDEN.sub(_blank, unit.text)


def own_words(text: str) -> str:
    """The text with blanks for quotations and emphasis: words of others, words as words."""
    return _SPOKEN.sub(_blank, text)


def folded(text: str) -> str:
    """The text in small letters without accents.

    >>> folded("Reunión ÚTIL, mañana")
    'reunion util, mañana'
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).lower().translate(_ACCENTS)


def _blank(found: re.Match[str]) -> str:
    return BLANK * len(found[0])
