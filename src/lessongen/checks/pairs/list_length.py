"""A list with more or fewer items than its source."""

from collections.abc import Iterator, Sequence

from lessongen.model.document_pair import DocumentPair
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.model.unit import Unit

CODE = "list-length"
SEVERITY: Severity = "warning"


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each list with items joined, cut up or added.

    An item that is not translated yet, or whose source is gone, is behind: no mistake. Nor is
    one that a translator added and confirmed.
    """
    for items in _lists(pair.units):
        ours = sum(len(_items(units.sources)) for units in items)
        theirs = sum(len(_items(units.targets)) for units in items)
        behind = any(units.state in ("new", "removed") for units in items)
        uneven = [
            units
            for units in items
            if len(_items(units.sources)) != len(_items(units.targets)) and units.targets
        ]
        if ours not in (0, theirs) and uneven and not behind:
            yield _problem(ours, theirs, uneven[0], items)


def _lists(pairs: Sequence[UnitPair]) -> Iterator[list[UnitPair]]:
    """Items that follow one another; lists with nothing between them count as one."""
    together: list[UnitPair] = []
    for units in pairs:
        if _items(units.sources) or (not units.sources and _is_added(units)):
            together.append(units)
        elif together and not _items(units.targets):
            yield together
            together = []
    if together:
        yield together


def _is_added(units: UnitPair) -> bool:
    return bool(_items(units.targets)) and units.bead is None


def _items(units: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in units if unit.kind == "item"]


def _problem(ours: int, theirs: int, uneven: UnitPair, items: Sequence[UnitPair]) -> Problem:
    source = next(unit for units in (uneven, *items) for unit in units.sources)
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f"{_counted(theirs)} in this list, {ours} in its source",
        span=uneven.targets[0].span,
        hint="this is the first item that does not stand for exactly one",
        related=(source.span,),
    )


def _counted(count: int) -> str:
    return f"{count} item{'' if count == 1 else 's'}" if count else "no items"
