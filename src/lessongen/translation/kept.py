"""What a record goes on to say, and how it says what stands in a text."""

from collections.abc import Collection, Sequence

from lessongen.model.translation import Bead, RecordedUnit, UnitPair
from lessongen.model.unit import Unit
from lessongen.translation.normal import digest


def kept(pair: UnitPair, date: str) -> tuple[Bead, ...]:
    """What a record goes on to say of a pair that nobody settles now."""
    bead = pair.bead
    if bead is None:
        return _unconfirmed(pair, date)
    if pair.state == "moved":
        bead = with_flags(bead, dict.fromkeys((*bead.flags, "moved")))
    elif pair.state == "ok":
        bead = with_flags(bead, [flag for flag in bead.flags if flag != "moved"])
    if pair.state in ("ok", "typography", "moved", "target-only"):
        return (_refreshed(bead, pair.targets),)
    return (bead,)


def _unconfirmed(pair: UnitPair, date: str) -> tuple[Bead, ...]:
    """What to record of a translation that was adopted: the pairs, and that nobody saw them."""
    if pair.state not in ("unverified", "ok"):
        return ()
    targets = tuple(map(digest, pair.targets))
    bead = Bead(
        sources=recorded(pair.sources), targets=targets, date=date, by="", flags=("unverified",)
    )
    return (bead,)


def _refreshed(bead: Bead, targets: Sequence[Unit]) -> Bead:
    """The same confirmation, of the translation as it reads now."""
    names = tuple(map(digest, targets))
    return Bead(sources=bead.sources, targets=names, date=bead.date, by=bead.by, flags=bead.flags)


def with_flags(bead: Bead, flags: Collection[str]) -> Bead:
    """The same confirmation with other flags."""
    return Bead(
        sources=bead.sources,
        targets=bead.targets,
        date=bead.date,
        by=bead.by,
        flags=tuple(flags),
    )


def recorded(units: Sequence[Unit]) -> tuple[RecordedUnit, ...]:
    """The units as a record keeps them: prose on one line, so that wrapping is no change there."""
    return tuple(
        RecordedUnit(
            kind=unit.kind,
            text=unit.text if unit.kind == "code" else unit.text.replace("\n", " "),
        )
        for unit in units
    )
