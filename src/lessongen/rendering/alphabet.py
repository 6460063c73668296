"""An index from A to Z, as at the end of a book."""

import re
from itertools import groupby
from typing import Literal
from unicodedata import category, normalize

from lessongen.model.value import value
from lessongen.model.view import SearchView
from lessongen.model.view_pieces import Text
from lessongen.rendering.addresses import fragment_of

EntryKind = Literal["lesson", "takeaway", "text", "tag"]

_MARKS = re.compile(r"[\u0300-\u036f]")
# A letter of its own wherever it is written; all other accents stand on the letter they look like.
_ENYE, _AFTER_N = "n\u0303", "n\uffff"
_OTHERS = "#"


@value
class IndexEntry:
    """Something that can be looked up."""

    kind: EntryKind
    text: Text
    path: str
    number: int = 0  # of the lesson


@value
class Letter:
    """What begins with a letter; all that begins with none stands below "#"."""

    letter: str
    entries: tuple[IndexEntry, ...]


def alphabetical(page: SearchView) -> tuple[Letter, ...]:
    """Lessons, takeaways, other texts and tags in the order of the alphabet, as a filter."""
    found = sorted(((sort_key(each.text.text), each) for each in _entries(page)), key=_in_order)
    groups = groupby(found, key=lambda pair: letter_of(pair[0]))
    return tuple(
        Letter(letter=letter, entries=tuple(entry for _, entry in group))
        for letter, group in groups
    )


def _in_order(pair: tuple[str, IndexEntry]) -> tuple[bool, str, str, str]:
    """What begins with no letter comes first, under one heading."""
    key, entry = pair
    return (letter_of(key) != _OTHERS, key, entry.text.text, entry.path)


def sort_key(text: str) -> str:
    """What decides the place of a text: its letters and digits, without accents.

    >>> sort_key("¿Qué harías tú?"), sort_key("“Año”") > sort_key("Anz")
    ('que harias tu', True)
    """
    plain = text.casefold()
    if not plain.isascii():
        plain = _MARKS.sub("", normalize("NFD", plain).replace(_ENYE, _AFTER_N))
    words = (
        word if word.isalnum() else "".join(filter(_is_letter, word)) for word in plain.split()
    )
    return " ".join(filter(None, words))


def _is_letter(character: str) -> bool:
    """Vowel signs of some scripts count, too."""
    return character.isalnum() or character == _AFTER_N[1] or category(character).startswith("M")


def letter_of(key: str) -> str:
    """The heading under which a key stands.

    >>> letter_of("que"), letter_of("25 lecciones"), letter_of(sort_key("ñandú"))
    ('Q', '#', 'Ñ')
    """
    if key.startswith(_AFTER_N):
        return "Ñ"
    return key[:1].upper() if key[:1].isalpha() else _OTHERS


def _entries(page: SearchView) -> list[IndexEntry]:
    found = [IndexEntry(kind="text", text=each.title, path=each.path) for each in page.texts]
    found += (IndexEntry(kind="tag", text=each.label, path=each.path) for each in page.tags)
    for lesson in page.lessons:
        number, path = lesson.number, lesson.path
        found.append(
            IndexEntry(kind="lesson", text=Text(text=lesson.title), path=path, number=number)
        )
        found += (
            IndexEntry(
                kind="takeaway",
                text=Text(text=each.text),
                path=path + fragment_of(each.anchor),
                number=number,
            )
            for each in lesson.takeaways
        )
    return found
