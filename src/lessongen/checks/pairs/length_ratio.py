"""A translation much shorter or much longer than its source: something is missing, or too much."""

from collections.abc import Iterator, Sequence

from lessongen.model.document_pair import DocumentPair
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.model.unit import Unit

CODE = "length-ratio"
SEVERITY: Severity = "warning"

# Of 100 good Spanish translations of English paragraphs, 98 lie within.
LEAST = 0.7
MOST = 1.7
_LONG = 60  # characters; shorter texts say little by their length …
_SLACK = 12  # … and a lucky phrase can spare so many in any

# Written with characters for syllables or words, or without letters for vowels and spaces.
_DENSE = frozenset("am ar bo fa he ja km ko lo my th ti ur yi yue zh".split())


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each long block whose translation is out of proportion."""
    if (pair.source_language in _DENSE) != (pair.target_language in _DENSE):
        return
    for units in pair.up_to_date():
        ours = _length(units.sources)
        if ours > _LONG and all(unit.kind != "code" for unit in units.sources):
            theirs = _length(units.targets)
            if not LEAST * ours - _SLACK <= theirs <= MOST * ours + _SLACK:
                yield _problem(units, theirs / ours)


def _length(units: Sequence[Unit]) -> int:
    """Characters that readers see."""
    return sum(len(unit.plain) for unit in units)


def _problem(units: UnitPair, ratio: float) -> Problem:
    doubt = "something is missing here" if ratio < 1 else "all of it is in the source"
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f"this text is {ratio:.1f} times as long as its source",
        span=units.targets[0].span,
        hint=f"see whether {doubt}",
        related=(units.sources[0].span,),
    )
