"""Headings: attributes in braces, ids by GitHub's rule, levels."""

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lessongen.parsing.html_elements import is_valid
from lessongen.parsing.inline_text import text_of

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

DEEPEST = 6
KNOWN_ATTRIBUTES = ("id", "class", "lang", "dir")

# Compiled where they are needed: few headings have attributes.
_BRACES = r"[ \t]*(?<!\\)\{[ \t]*([^{}]*?)[ \t]*\}[ \t]*\Z"
_ITEM = r"""[#.]([^\s#.{}="'][^\s#{}="']*)|([A-Za-z][\w:-]*)=("[^"]*"|'[^']*'|[^\s"'=]+)"""
_LONGEST = 500  # characters in braces
_RAW_TITLE = r"(?i:<h1[\s>])"


class Attributes:
    """What stands in the braces behind a heading."""

    __slots__ = ("known", "unknown")

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.unknown: list[str] = []


def take_attributes(state: "StateCore") -> None:
    """Moves `{#id .class lang=es}` from the end of each heading's text to its token."""
    tokens = state.tokens
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            inline = tokens[index + 1]
            inline.meta["atx"] = token.markup[0] == "#"
            if inline.content.endswith(("}", "} ", "}\t")):
                _take(token, inline)


def _take(heading: "Token", inline: "Token") -> None:
    found = re.compile(_BRACES).search(inline.content, max(0, len(inline.content) - _LONGEST))
    attributes = read_attributes(found[1]) if found else None
    if found is None or attributes is None:
        return
    heading.meta["attributes"] = attributes
    heading.meta["braces"] = found.start() + len(found[0]) - len(found[0].lstrip())
    inline.meta["full"] = inline.content  # to find its place in the file
    inline.content = inline.content[: found.start()]


def read_attributes(text: str) -> Attributes | None:
    """The attributes, or None if these are just words in braces.

    >>> read_attributes('#why .wide lang="es"').known
    {'id': 'why', 'class': 'wide', 'lang': 'es'}
    """
    attributes = Attributes()
    for item in _items(text):
        found = re.fullmatch(_ITEM, item)
        if found is None:
            return None
        if item[0] == "#":
            attributes.known["id"] = unicodedata.normalize("NFC", item[1:])
        elif item[0] == ".":
            classes = attributes.known.get("class", "")
            attributes.known["class"] = f"{classes} {item[1:]}".lstrip()
        else:
            _put(attributes, found[2].lower(), found[3].strip("\"'"))
    return attributes if attributes.known or attributes.unknown else None


def _items(text: str) -> list[str]:
    return re.findall(r"""(?:[^\s"']|"[^"]*"|'[^']*')+""", text) if "=" in text else text.split()


def _put(attributes: Attributes, name: str, value: str) -> None:
    known = name in KNOWN_ATTRIBUTES
    if known and is_valid(name, value):
        attributes.known[name] = value
    else:
        attributes.unknown.append(f"{name}={value}" if known else name)


def github_id(text: str) -> str:
    """The id that GitHub gives a heading, before repeats are numbered.

    >>> github_id("¿Por qué importa? (Sí, de verdad)")
    'por-qué-importa-sí-de-verdad'
    """
    lowered = unicodedata.normalize("NFC", text).lower().replace("\n", " ")
    kept = [each for each in lowered if each.isalpha() or _is_kept(each)]
    return "".join(kept).replace(" ", "-")


def _is_kept(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character in " -_"
    category = unicodedata.category(character)
    return category[0] in "LM" or category in ("Nd", "Nl", "Pc")


class Ids:
    """The ids of a document, each one once."""

    __slots__ = ("_counts", "_taken")

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._counts: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """The id, or with `-1`, `-2`, … behind it if it is taken."""
        result = wanted
        while result in self._taken:
            self._counts[wanted] = self._counts.get(wanted, 0) + 1
            result = f"{wanted}-{self._counts[wanted]}"
        self._taken.add(result)
        return result


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in spaces and the composition of characters only."""
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def shift_of(tokens: "Iterable[Token]", title: str) -> int:
    """By how many levels the headings of a body move down: 1 if one claims to be the title."""
    before: Token | None = None
    for token in tokens:
        if token.type == "inline" and before is not None and before.tag == "h1":
            if token.content and not is_title(token, title):
                return 1
        elif token.type == "html_block" and re.search(_RAW_TITLE, token.content):
            return 1
        before = token
    return 0


def is_title(inline: "Token", title: str) -> bool:
    """Whether a heading says what the page's title says."""
    return same_words(title, inline.content) or same_words(
        title, text_of(inline.children or [], code=True)
    )
