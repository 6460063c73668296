"""The terms of the glossary in a body's finished HTML: the first place of each becomes a link.

All is looked for in a shadow of the HTML, which is as long as it, so that places are the same:
small letters where readers read on, and something that is in no term everywhere else.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from lessongen.model.value import value
from lessongen.model.view_pieces import Definition
from lessongen.rendering.addresses import fragment_of

_MOST = 6  # terms marked on one page: a text full of links is hard to read

# A tag with quoted attributes, whole: what looks like a tag inside an attribute is none.
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]*"[^"]*")*[^>"]*)>')
# No running text, or text that must hold no link, or where a word is meant as it stands.
_LEFT_ALONE = frozenset(
    "a abbr caption cite code del dfn dt h1 h2 h3 h4 h5 h6 kbd pre ruby s samp summary th "
    "var".split()
)
# Other people's words by their attributes: another language, the theme's titles, footnotes.
_APART = re.compile(r' lang="| class="(?:note-title|footnotes)"')
_VOID = frozenset({"br", "hr", "img", "wbr"})
# Elements that may begin or end inside a word. (A footnote's number in <sup> stands outside.)
_WITHIN_WORDS = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong u var "
    "wbr".split()
)
_INLINE_TAG, _OTHER_TEXT, _OTHER_TAG = "\0", "\1", "\2"
_SPACE = r"(?:\s|&nbsp;)+"
# Scripts that put no spaces between words, as the names of their letters begin.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
_JOINERS = "\u200c\u200d_" + _OTHER_TEXT


@value
class Marked:
    """The HTML with its terms marked, and which they are, in the order of the text."""

    html: Markup
    found: tuple[Definition, ...]


class _Glossary(NamedTuple):
    """What is looked for: all variants as one pattern, and whose each is."""

    pattern: re.Pattern[str]  # also takes entities whole, so that no term is found inside one
    definitions: Mapping[str, Definition]  # by variant, as the shadow would have it


class _Place(NamedTuple):
    start: int
    end: int
    definition: Definition


def mark_terms(html: str, glossary: tuple[Definition, ...]) -> Marked:
    """The HTML with a link to the definition at the first place of each term, of six at most."""
    html = str(html)
    places = tuple(_places(html, _compiled(glossary))) if glossary else ()
    parts, at = [], 0
    for start, end, definition in places:
        parts += [html[at:start], _link(html[start:end], definition)]
        at = end
    return Marked(
        html=Markup("".join([*parts, html[at:]])),  # noqa: S704 as clean as it came
        found=tuple(each.definition for each in places),
    )


def _link(words: str, definition: Definition) -> str:
    """The dfn of a term; its definition is there for a mouse that rests on it, too."""
    own, target = escape(f"use.{definition.key}"), escape(fragment_of(f"term.{definition.key}"))
    title = escape(definition.text)
    return f'<dfn id="{own}"><a class="term" href="{target}" title="{title}">{words}</a></dfn>'


# --- looking for terms -------------------------------------------------------


@lru_cache(maxsize=16)  # one for each language of a site
def _compiled(glossary: tuple[Definition, ...]) -> _Glossary:
    definitions: dict[str, Definition] = {}
    for each in glossary:
        for variant in each.variants:
            definitions.setdefault(_written(variant), each)
    return _Glossary(re.compile("|".join([*_patterns(definitions), r"&#?\w+;"])), definitions)


def _patterns(variants: Iterable[str]) -> Iterator[str]:
    """One for each letter with which variants begin, the longest first: twice as quick as all."""
    longest_first = sorted(variants, key=lambda each: (each[0], -len(each)))
    for first, group in groupby(longest_first, key=lambda each: each[0]):
        endings = [re.escape(each[1:]).replace(r"\ ", _SPACE) for each in group]
        yield f"{re.escape(first)}(?:{'|'.join(endings)})"


def _written(variant: str) -> str:
    """A variant as it stands in a shadow, words one space apart."""
    return _small(escape(_words(variant), quote=False))


def _places(html: str, glossary: _Glossary) -> Iterator[_Place]:
    """The first place of each term, in the order of the text, until there are enough."""
    shadow = _shadow(html)
    seen: set[str] = set()
    at = 0
    while len(seen) < _MOST and (found := glossary.pattern.search(shadow, at)):
        start, end = found.start(), _end(glossary, shadow, found)
        at = max(end, start + 1)
        definition = glossary.definitions.get(_words(shadow[start:end]))
        if definition is not None and definition.key not in seen:
            seen.add(definition.key)
            yield _Place(start, end, definition)


def _end(glossary: _Glossary, shadow: str, found: re.Match[str]) -> int:
    """Where the longest whole word, or words, end that stand here; where they begin if none do."""
    shorter: re.Match[str] | None = found
    while shorter and not _is_whole(shadow, *shorter.span()):
        shorter = glossary.pattern.match(shadow, shorter.start(), shorter.end() - 1)
    return shorter.end() if shorter else found.start()


def _words(found: str) -> str:
    return " ".join(found.replace("&nbsp;", " ").split())


def _shadow(html: str) -> str:
    parts: list[str] = []
    apart, depth, at = "", 0, 0  # the element that is left alone, and how many of its name are open
    for tag in _TAG.finditer(html):
        text, (end, element, attributes) = html[at : tag.start()], tag.groups()
        parts.append(_OTHER_TEXT * len(text) if apart else _small(text))
        if element == apart:
            depth += -1 if end else 1
            apart = apart if depth else ""
        elif not apart and not end and _is_apart(element, attributes):
            apart, depth = element, 1
        filler = _INLINE_TAG if element in _WITHIN_WORDS else _OTHER_TAG
        parts.append(filler * len(tag[0]))
        at = tag.end()
    return "".join([*parts, _small(html[at:])])


def _is_apart(element: str, attributes: str) -> bool:
    if element in _LEFT_ALONE:
        return True
    return bool(attributes) and element not in _VOID and bool(_APART.search(attributes))


def _small(text: str) -> str:
    """The text in small letters, each as long as it was ("İ".lower() is two characters)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join([each.lower()[0] for each in text])


# --- whole words -------------------------------------------------------------


def _is_whole(shadow: str, start: int, end: int) -> bool:
    """Whether no word goes on at either side, also not inside the next element."""
    before, after = start - 1, end
    while before >= 0 and shadow[before] == _INLINE_TAG:
        before -= 1
    while after < len(shadow) and shadow[after] == _INLINE_TAG:
        after += 1
    ahead = shadow[before] if before >= 0 else " "
    behind = shadow[after] if after < len(shadow) else " "
    first, last = shadow[start], shadow[end - 1]
    # An accent or a vowel's sign stands on the letter before it, in every script.
    accented = _is_word(last) and _is_accent(behind)
    return not (accented or _is_one_word(ahead, first) or _is_one_word(behind, last))


def _is_one_word(outside: str, inside: str) -> bool:
    spaced = not unicodedata.name(inside, "").startswith(_UNSPACED)
    return _is_word(outside) and _is_word(inside) and spaced


def _is_word(character: str) -> bool:
    return character.isalnum() or character in _JOINERS or _is_accent(character)


def _is_accent(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"
