"""Pairs of a translation whose units come in groups: nothing pairs across groups."""

from collections.abc import Iterator, Sequence

from lessongen.model.translation import Bead, Record, UnitPair
from lessongen.tracking.texts import Group
from lessongen.translation.normal import digest, form
from lessongen.translation.pairing import pair_units


def pair_groups(record: Record, groups: Sequence[Group]) -> tuple[UnitPair, ...]:
    """The pairs of all groups, in their order."""
    if len(groups) == 1:
        return pair_units(record, *groups[0])
    beads = _beads_of(record.beads, groups)
    return tuple(
        pair
        for own, (sources, targets) in zip(beads, groups, strict=True)
        for pair in pair_units(Record(beads=tuple(own)), sources, targets)
    )


def _beads_of(beads: Sequence[Bead], groups: Sequence[Group]) -> list[list[Bead]]:
    """For each group its beads: those that know its texts, the rest in the order of the file.

    A bead of an entry that is gone is nobody's: its text is gone, too.
    """
    found: list[list[Bead]] = [[] for _ in groups]
    left = list(beads)
    for knows in (_knows_both, _knows_one):
        for number, group in enumerate(groups):
            bead = next((each for each in left if knows(each, group)), None)
            if bead is not None and not found[number]:
                found[number].append(bead)
                left.remove(bead)
    for number, bead in zip(_without(found, groups), left, strict=False):
        found[number].append(bead)
    return found


def _without(found: Sequence[Sequence[Bead]], groups: Sequence[Group]) -> Iterator[int]:
    """The groups that have both sides and no bead."""
    return (number for number, group in enumerate(groups) if all(group) and not found[number])


def _knows_both(bead: Bead, group: Group) -> bool:
    return _knows_source(bead, group) and _knows_target(bead, group)


def _knows_one(bead: Bead, group: Group) -> bool:
    return _knows_source(bead, group) or _knows_target(bead, group)


def _knows_source(bead: Bead, group: Group) -> bool:
    return bool(group[0]) and [form(each) for each in bead.sources] == [
        form(each) for each in group[0]
    ]


def _knows_target(bead: Bead, group: Group) -> bool:
    return bool(group[1]) and bead.targets == tuple(digest(each) for each in group[1])
