"""A text in the translation's file that is still the source's."""

import re
from collections.abc import Iterator

from lessongen.model.document_pair import DocumentPair
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.translation.prose import own_words, prose
from lessongen.translation.state import has_text, is_copy

CODE = "identical-text"
SEVERITY: Severity = "warning"

# Words of sentences: those of paths and names of files are none.
_WORD = re.compile(r"(?<![\w/\\.])[^\W\d_]{2,}(?:['’-]\w+)*(?![\w/\\])")
_PROSE = 4  # more words than that tell their language
_SMALL = 0.5  # of the words: titles of books, addresses and lists of names have more capitals
_MOST = 5  # in one file: beyond that, the file is a beginning


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each text that nobody translated, though the record does not say so.

    What `tr new` copied is known to be untranslated, and what was confirmed is meant.
    """
    if pair.source_language == pair.target_language:
        return
    found = [units for units in pair.units if units.state == "new" and _is_forgotten(units)]
    yield from map(_problem, found[:_MOST])
    if len(found) > _MOST:
        yield _many(found)


def _is_forgotten(units: UnitPair) -> bool:
    if not has_text(units.targets) or (units.bead and "untranslated" in units.bead.flags):
        return False
    return is_copy(units.bead, units.sources, units.targets) and _is_prose(units)


def _is_prose(units: UnitPair) -> bool:
    text = " ".join(own_words(prose(unit)) for unit in units.targets if unit.kind != "code")
    words = _WORD.findall(text)
    return len(words) > _PROSE and sum(word[0].islower() for word in words) > _SMALL * len(words)


def _problem(units: UnitPair) -> Problem:
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message="this text is not translated: it is the same as in the source",
        span=units.targets[0].span,
        hint="translate it",
        related=tuple(unit.span for unit in units.sources[:1]),
    )


def _many(found: list[UnitPair]) -> Problem:
    rest = found[_MOST:]
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f"this text and {len(rest) - 1} more below are the same as in the source"
        if len(rest) > 1
        else "this text is not translated: it is the same as in the source",
        span=rest[0].targets[0].span,
        hint="translate them",
    )
