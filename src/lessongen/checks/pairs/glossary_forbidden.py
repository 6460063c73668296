"""A rendering that the glossary rules out."""

import re
from collections.abc import Iterator, Sequence

from lessongen.model.document_pair import DocumentPair
from lessongen.model.people import Term
from lessongen.model.place import place_in_text
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.model.unit import Unit
from lessongen.translation.prose import BLANK, folded, own_words, prose
from lessongen.translation.terms import exactly, first_words, variants_of, words_of

CODE = "glossary-forbidden"
SEVERITY: Severity = "warning"


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each rendering that is ruled out, where the source has its term.

    Elsewhere the same word is another one: a "lámina" of steel is no slide. Names, and words in
    quotes and emphasis, are left alone.
    """
    terms = [
        (term, first_words(forbidden))
        for term in pair.terms
        if (forbidden := _forbidden(term, pair))
    ]
    some: frozenset[str] = frozenset().union(*(begins for _, begins in terms))
    for units in pair.translated() if terms else ():
        words = some.intersection(words_of(" ".join(unit.plain for unit in units.targets)))
        for term, begins in terms if words else ():
            if not words.isdisjoint(begins):
                yield from _problems(term, units, pair)


def _forbidden(term: Term, pair: DocumentPair) -> tuple[str, ...]:
    return variants_of(term.forbidden, pair.target.locale)


def _problems(term: Term, units: UnitPair, pair: DocumentPair) -> Iterator[Problem]:
    named = exactly(variants_of(term.variants, pair.source.locale))
    if not re.search(named, folded(" ".join(unit.plain for unit in units.sources))):
        return
    right = re.compile(exactly(variants_of(term.variants, pair.target.locale)))
    wrong = re.compile(exactly(_forbidden(term, pair)))
    for unit in units.targets:
        if unit.kind != "code":
            yield from (_problem(term, unit, found, pair) for found in _found(unit, right, wrong))


def _found(unit: Unit, right: re.Pattern[str], wrong: re.Pattern[str]) -> Iterator[re.Match[str]]:
    words = own_words(prose(unit))
    text = right.sub(lambda found: BLANK * len(found[0]), folded(words))
    for found in wrong.finditer(text):
        if not _is_name(words, found.start()):
            yield found


def _is_name(words: str, at: int) -> bool:
    """Whether a capital stands there in the middle of a sentence."""
    before = words[:at].rstrip()
    return words[at : at + 1].isupper() and before[-1:] not in ("", *".!?…:¿¡|#*_")


def _problem(term: Term, unit: Unit, found: re.Match[str], pair: DocumentPair) -> Problem:
    right: Sequence[str] = variants_of(term.variants, pair.target.locale)
    written = unit.text[found.start() : found.end()] or found[0]
    hint = f'write "{right[0]}"' if right else "say it otherwise"
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'the glossary rules "{written}" out',
        span=place_in_text(unit, found.start()),
        hint=hint + (f", or {_listed(right[1:4])}" if right[1:] else ""),
        related=(term.span,),
    )


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)
