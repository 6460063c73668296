"""What the site needs to know of a translation, out of all that is known of it."""

from collections.abc import Iterator, Sequence

from lessongen.model.standing import Progress, SourceChange, Standing, UrgentBlock
from lessongen.model.translation import (
    SETTLED,
    TO_CONFIRM,
    DocumentReport,
    Record,
    UnitPair,
    UnitReport,
    UnitState,
)
from lessongen.tracking.side_by_side import Rows

# States in which the translation says what the source no longer says.
_BEHIND: frozenset[UnitState] = frozenset({"tokens", "changed", "edited", "removed"})


def standing_of(
    record: Record, pairs: Sequence[UnitPair], report: DocumentReport, beside: Rows
) -> Standing:
    """The standing that the report tells at length, with both texts side by side."""
    behind = report.state == "outdated"
    return Standing(
        state=report.state,
        progress=progress_of(report.units),
        words_to_translate=report.words_to_translate,
        looks=sum(unit.state in TO_CONFIRM for unit in report.units),
        since=_since(pairs) if behind else "",
        urgent=tuple(_urgent(pairs)),
        headings=tuple(_headings(pairs)),
        changes=tuple(_changes(pairs, report.units)) if behind else (),
        claim=record.claim,
        rows=beside.rows,
        rows_digest=beside.digest,
    )


def never_confirmed(length: tuple[int, int], beside: Rows) -> Standing:
    """The standing of a translation, of so many units and words, that nobody has ever confirmed.

    Which of its texts belong together takes long to find out, and nobody could rely on it.
    """
    units, words = length
    return Standing(
        state="unverified",
        progress=Progress(unverified=words),
        looks=units,
        rows=beside.rows,
        rows_digest=beside.digest,
    )


def progress_of(units: Sequence[UnitReport]) -> Progress:
    """The words of the source by what is to be done about them."""
    words = {"done": 0, "changed": 0, "missing": 0, "unverified": 0}
    for unit in units:
        words[_part(unit.state)] += unit.words
    return Progress(**words)


def _part(state: UnitState) -> str:
    if state in SETTLED:
        return "done"
    if state == "new":
        return "missing"
    return "unverified" if state == "unverified" else "changed"


def _since(pairs: Sequence[UnitPair]) -> str:
    """How old the source is that the translation follows, where it is behind."""
    confirmed = [(pair.state, pair.bead.date) for pair in pairs if pair.bead and pair.bead.sources]
    behind = [date for state, date in confirmed if state in _BEHIND]
    if behind:
        return min(behind)
    return max((date for state, date in confirmed if state in SETTLED), default="")


def _urgent(pairs: Sequence[UnitPair]) -> Iterator[UrgentBlock]:
    for pair in pairs:
        if pair.state in _BEHIND and pair.bead and "urgent" in pair.bead.flags and pair.targets:
            yield UrgentBlock(kind=pair.targets[0].kind, line=pair.targets[0].span.line)


def _headings(pairs: Sequence[UnitPair]) -> Iterator[tuple[int, int]]:
    """The lines of headings that somebody has confirmed to be the same."""
    for pair in pairs:
        if pair.bead is None or "unverified" in pair.bead.flags or pair.state == "unverified":
            continue
        if len(pair.sources) == len(pair.targets) == 1:
            source, target = pair.sources[0], pair.targets[0]
            if source.kind == target.kind == "heading":
                yield source.span.line, target.span.line


def _changes(pairs: Sequence[UnitPair], units: Sequence[UnitReport]) -> Iterator[SourceChange]:
    """What the source says otherwise than when it was confirmed, or anew."""
    for pair, unit in zip(pairs, units, strict=True):
        if pair.state in (*_BEHIND, "new"):
            yield SourceChange(unit=unit, since=pair.bead.date if pair.bead else "")
