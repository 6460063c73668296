"""A translation that ends in the middle: its source ends with a full stop, it does not."""

from collections import Counter
from collections.abc import Iterator

from lessongen.model.document_pair import DocumentPair
from lessongen.model.excerpt import ending_at
from lessongen.model.place import place_in_plain
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.model.unit import UnitKind

CODE = "missing-final-stop"
SEVERITY: Severity = "warning"

_STOPS = (".", "!", "?", "…")
_AFTER_STOPS = " \t\n\u00a0”»\"'’)]*_"
# Headings end as the language likes; alternative texts and code have no end to speak of.
_SENTENCES: frozenset[UnitKind] = frozenset(
    {
        *("summary", "takeaway", "prompt", "paragraph", "item"),
        *("quote", "row", "footnote", "definition", "bio"),
    }
)
_FORGOTTEN = 0.5  # of a kind of text; where more have no stop, that is a style


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each text that lost its final stop.

    Languages and houses differ in what they put a stop to: where most list items of a
    translation have none, none is missing.
    """
    stopped = [units for units in pair.up_to_date() if _is_stopped(units)]
    without = [units for units in stopped if _has_no_stop(units)]
    if not without:
        return
    all_of, bare_of = Counter(map(_kind, stopped)), Counter(map(_kind, without))
    for units in without:
        kind = _kind(units)
        if bare_of[kind] == 1 or kind == "paragraph" or bare_of[kind] < _FORGOTTEN * all_of[kind]:
            yield _problem(units)


def _kind(units: UnitPair) -> UnitKind:
    return units.targets[-1].kind


def _is_stopped(units: UnitPair) -> bool:
    source = units.sources[-1]
    return (
        source.plain.rstrip(_AFTER_STOPS).endswith(_STOPS)
        and source.kind in _SENTENCES
        and _kind(units) in _SENTENCES
    )


def _has_no_stop(units: UnitPair) -> bool:
    last = units.targets[-1].plain.rstrip(_AFTER_STOPS)[-1:]
    return last.lower() != last.upper()  # a letter, in a script that has full stops


def _problem(units: UnitPair) -> Problem:
    target, source = units.targets[-1], units.sources[-1]
    at = len(target.plain.rstrip(_AFTER_STOPS)) - 1
    stop = source.plain.rstrip(_AFTER_STOPS)[-1]
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'nothing ends the sentence "{ending_at(target.plain, at)}"',
        span=place_in_plain(target, at),
        hint=f'its source ends with "{stop}"; see whether the text is complete',
        related=(source.span,),
    )
