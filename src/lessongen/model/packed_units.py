"""Units as plain tuples, which are quick to keep, and back."""

from collections.abc import Iterable, Sequence
from itertools import chain

from lessongen.model.source import Span
from lessongen.model.unit import Unit, UnitKind

# kind, text, plain, line, column, last line, block, and where the text's lines begin and end
PackedUnit = tuple[UnitKind, str, str | None, int, int, int, int, tuple[int, ...]]


def pack_units(units: Sequence[Unit]) -> tuple[PackedUnit, ...]:
    """The units as tuples; `plain` is left out where it is the text."""
    return tuple(
        (
            unit.kind,
            unit.text,
            None if unit.plain == unit.text else unit.plain,
            unit.span.line,
            unit.span.column,
            unit.span.end_line,
            unit.block,
            tuple(chain.from_iterable(unit.ranges)),
        )
        for unit in units
    )


def plain_of(packed: PackedUnit) -> str:
    """The text of a packed unit as a reader sees it."""
    return packed[1] if packed[2] is None else packed[2]


def unpack_units(path: str, packed: Iterable[PackedUnit]) -> tuple[Unit, ...]:
    """The units of the file at a path that were packed."""
    return tuple(
        Unit(
            kind=kind,
            text=text,
            plain=text if plain is None else plain,
            ranges=tuple(zip(edges[::2], edges[1::2], strict=True)),
            span=Span(path=path, line=line, column=column, end_line=end_line),
            block=block,
        )
        for kind, text, plain, line, column, end_line, block, edges in packed
    )
