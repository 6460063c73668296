"""Which units of a text a caller means, and whether they still are what the caller saw."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from lessongen.desk.outcome import Refusal
from lessongen.model.translation import UnitPair, UnitReport
from lessongen.model.value import value
from lessongen.translation.report import find_units, report_units

_NO_STAMPS: Mapping[str, str] = {}


@value
class Chosen:
    """The places of units in their text's pairs, and the names that could not be followed."""

    places: frozenset[int]
    refused: tuple[Refusal, ...] = ()


def stamp_of(unit: UnitReport) -> str:
    """What tells whether somebody who saw a unit saw what it is now: both sides, and its state."""
    seen = (unit.state, unit.source or "", unit.previous or "", unit.target or "")
    return sha256("\0".join(seen).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def choose_units(
    pairs: Sequence[UnitPair], names: Sequence[str], stamps: Mapping[str, str] = _NO_STAMPS
) -> Chosen:
    """The units with these numbers or ids.

    `stamps`: by a name, what `stamp_of` said of the unit when the caller saw it. One that is
    something else by now is refused, with the text of its translation.
    """
    places, unknown = find_units(pairs, names)
    refused = [Refusal(name=name, reason="unknown") for name in unknown]
    if stamps:
        units = report_units(pairs)
        for name, stamp in stamps.items():
            found, _ = find_units(pairs, (name,))
            for place in found:
                if stamp_of(units[place]) != stamp:
                    theirs = units[place].target or ""
                    refused.append(Refusal(name=name, reason="changed", theirs=theirs))
    return Chosen(places=frozenset(places), refused=tuple(refused))


def reports_at(pairs: Sequence[UnitPair], some: Sequence[UnitPair]) -> tuple[UnitReport, ...]:
    """How some of a text's pairs are told, with the numbers and ids that they have in it."""
    at = {id(pair): place for place, pair in enumerate(pairs)}
    units = report_units(pairs) if some else ()
    return tuple(units[at[id(pair)]] for pair in some)
