"""Which of several versions of a source a translation was made from, where nobody recorded it."""

from collections.abc import Sequence

from lessongen.model.translation import Bead, Record, UnitPair
from lessongen.model.unit import Unit
from lessongen.translation.align import Side, likeness
from lessongen.translation.kept import recorded
from lessongen.translation.normal import digest
from lessongen.translation.pairing import pair_units

_ALONE = -0.6  # a unit that has no partner: as much as the aligner takes for it
_UNLIKE = -1.0  # at most, for one that has a partner of quite another kind


def fit(sources: Sequence[Unit], targets: Sequence[Unit]) -> float:
    """How well units could be what others were translated from: the higher, the better.

    Links, code, numbers and the order of the kinds of blocks tell; words hardly do.
    """
    return sum(_worth(pair) for pair in pair_units(Record(), sources, targets))


def _worth(pair: UnitPair) -> float:
    if not pair.sources or not pair.targets:
        return _ALONE * (len(pair.sources) + len(pair.targets))
    return max(_UNLIKE, likeness(Side(pair.sources), Side(pair.targets)))


def presumed_record(sources: Sequence[Unit], targets: Sequence[Unit], date: str) -> Record:
    """The record that somebody would have made when these sources were translated so.

    Nobody has confirmed it, and it says so: what has not changed since is unverified.
    """
    return Record(
        beads=tuple(
            Bead(
                sources=recorded(pair.sources),
                targets=tuple(map(digest, pair.targets)),
                date=date,
                by="",
                flags=("unverified",),
            )
            for pair in pair_units(Record(), sources, targets)
            if pair.sources and pair.targets
        )
    )
