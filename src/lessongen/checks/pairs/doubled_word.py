"""A word that stands twice in a row."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lessongen.model.document_pair import DocumentPair
from lessongen.model.place import place_in_text
from lessongen.model.problem import Problem, Severity
from lessongen.model.unit import Unit
from lessongen.translation.prose import prose

CODE = "doubled-word"
SEVERITY: Severity = "warning"

_TWICE = re.compile(r"(?<![\w'’-])(\w++)\s++(\1)(?![\w'’-])", re.IGNORECASE)

# What is right now and then. In other languages many more words are, so they are not checked.
_RIGHT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset(
            "aha bla blah bye choo do had ha he her hey ho hush in is knock la many more much never"
            " no now off on out over please really so that there tut up very well who will yes"
            " you".split()
        ),
        "es": frozenset(
            "así bla bueno casi ja je luego más mucho muy no nos nunca poquito pronto rápido"
            " sí siempre sobre solo sólo tan todo toc ya yo".split()
        ),
    }
)
_SHORT = frozenset("a e o u y".split())  # of one letter: other letters are names of things


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each doubled word of source and translation, in English and Spanish."""
    for units in pair.units:
        for unit in units.sources:
            yield from _problems(unit, pair.source_language)
        for unit in units.targets:
            yield from _problems(unit, pair.target_language)


def _problems(unit: Unit, language: str) -> Iterator[Problem]:
    right = _RIGHT.get(language)
    # Most texts have none; where code was between two words, there is none either.
    if right is None or unit.kind == "code" or not _TWICE.search(unit.plain):
        return
    for found in _TWICE.finditer(prose(unit)):
        word = found[1].lower()
        if word.isalpha() and word not in right and found[2].islower() and _is_word(word):
            yield _problem(unit, found)


def _is_word(word: str) -> bool:
    return len(word) > 1 or word in _SHORT


def _problem(unit: Unit, found: re.Match[str]) -> Problem:
    words = " ".join(found[0].split())
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'"{words}": a word stands twice',
        span=place_in_text(unit, found.start(2)),
        hint=f'take one "{found[2]}" away',
    )
