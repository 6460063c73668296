"""What stands in which unit: the links, images and headings of a body know their lines only."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from lessongen.model.source import Span
from lessongen.model.unit import Unit


class HasPlace(Protocol):
    """A part of a body."""

    @property
    def span(self) -> Span:
        """Where it stands."""


P = TypeVar("P", bound=HasPlace)


def by_line(parts: Iterable[P]) -> Mapping[int, Sequence[P]]:
    """The parts of a body by the line they begin on."""
    found: dict[int, list[P]] = {}
    for part in parts:
        found.setdefault(part.span.line, []).append(part)
    return found


def parts_of(units: Sequence[Unit], parts: Mapping[int, Sequence[P]]) -> Sequence[P]:
    """The parts that stand on the lines of these units."""
    if not parts:
        return ()
    return [
        part
        for unit in units
        for line in range(unit.span.line, max(unit.span.line, unit.span.end_line) + 1)
        for part in parts.get(line, ())
    ]
