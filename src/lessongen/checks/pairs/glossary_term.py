"""A term of the glossary that the translation does not seem to say."""

import re
from collections.abc import Iterator, Sequence

from lessongen.model.document_pair import DocumentPair
from lessongen.model.people import Term
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.model.unit import Unit
from lessongen.translation.prose import folded, own_words, prose
from lessongen.translation.terms import exactly, first_words, loosely, variants_of, words_of

CODE = "glossary-term"
SEVERITY: Severity = "note"


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A note for each term of the source of which a text has none of the agreed renderings.

    Only a hint: a translator may say "they" where the term would come a third time, and a word
    may have another sense. So each term is told once, where it is missing first.
    """
    terms = [term for term in pair.terms if _renderings(term, pair)]
    first = [first_words(_named(term, pair)) for term in terms]
    some: frozenset[str] = frozenset().union(*first)
    places: list[list[UnitPair]] = [[] for _ in terms]
    for units in pair.up_to_date() if terms else ():
        words = some.intersection(words_of(_plain(units.sources)))
        for place, begins in zip(places, first, strict=True) if words else ():
            if not words.isdisjoint(begins):
                place.append(units)
    for term, candidates in zip(terms, places, strict=True):
        yield from _missing(term, candidates, pair)


def _named(term: Term, pair: DocumentPair) -> tuple[str, ...]:
    return variants_of(term.variants, pair.source.locale)


def _renderings(term: Term, pair: DocumentPair) -> tuple[str, ...]:
    return variants_of(term.variants, pair.target.locale) if _named(term, pair) else ()


def _missing(term: Term, candidates: Sequence[UnitPair], pair: DocumentPair) -> Iterator[Problem]:
    if not candidates:
        return
    named = re.compile(exactly(_named(term, pair)))
    # A rendering that is ruled out is another rule's finding.
    forbidden = exactly(variants_of(term.forbidden, pair.target.locale))
    rendered = re.compile(f"{loosely(_renderings(term, pair))}|{forbidden}")
    found = [
        (word, units)
        for units in candidates
        if not rendered.search(folded(_plain(units.targets)))
        and (word := _word(named, units.sources))
    ]
    if found:
        yield _problem(term, *found[0], len(found) - 1, pair)


def _word(named: re.Pattern[str], units: Sequence[Unit]) -> str:
    """The term as the source writes it; the title of a book is no place for terms."""
    for unit in units:
        if unit.kind != "code" and named.search(folded(unit.plain)):
            words = own_words(prose(unit))
            found = named.search(folded(words))
            if found is not None:
                return words[found.start() : found.end()] or found[0]
    return ""


def _plain(units: Sequence[Unit]) -> str:
    return " ".join(unit.plain for unit in units if unit.kind != "code")


def _problem(term: Term, word: str, units: UnitPair, more: int, pair: DocumentPair) -> Problem:
    renderings = " or ".join(f'"{each}"' for each in _renderings(term, pair)[:3])
    elsewhere = f" (nor in {more} more below)" if more else ""
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'the source says "{word}", but there is no {renderings} here{elsewhere}',
        span=units.targets[0].span,
        hint="use the term of the glossary, or add what stands here to its row",
        related=(units.sources[0].span, term.span),
    )
