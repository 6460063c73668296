"""Two sides of a merge conflict in a record: what both say is sure, the rest is asked again."""

from collections.abc import Sequence

from lessongen.model.translation import Bead, Record, RecordedUnit, in_doubt
from lessongen.translation.similarity import Version, similar_pairs


def settle(ours: Record, theirs: Record) -> Record:
    """One record of two; of two versions of a stanza the older one, which asks for more."""
    common = set(ours.beads) & set(theirs.beads)
    only_ours = [bead for bead in ours.beads if bead not in common]
    only_theirs = [bead for bead in theirs.beads if bead not in common]
    dropped = _later_versions(only_ours, only_theirs)
    merged = [bead for bead in _merged(ours.beads, theirs.beads, common) if bead not in dropped]
    return Record(
        beads=tuple(bead if bead in common else in_doubt(bead) for bead in merged),
        claim=theirs.claim or ours.claim,
    )


def _merged(ours: Sequence[Bead], theirs: Sequence[Bead], common: set[Bead]) -> list[Bead]:
    """The beads of both; those of theirs only stand behind what they follow there."""
    only_theirs: dict[Bead | None, list[Bead]] = {}
    last = None
    for bead in theirs:
        if bead in common:
            last = bead
        else:
            only_theirs.setdefault(last, []).append(bead)
    merged = only_theirs.pop(None, [])
    for bead in ours:
        merged += [bead, *only_theirs.pop(bead, [])]
    return merged


def _later_versions(ours: Sequence[Bead], theirs: Sequence[Bead]) -> set[Bead]:
    """Of two beads of the same text, or of the same translation, the later one."""
    pairs = {(mine, yours) for _, mine, yours in similar_pairs(_texts(ours), _texts(theirs))}
    places: dict[str | RecordedUnit, list[int]] = {}
    for yours, bead in enumerate(theirs):
        for name in _names(bead):
            places.setdefault(name, []).append(yours)
    for mine, bead in enumerate(ours):
        for name in _names(bead):
            pairs.update((mine, yours) for yours in places.get(name, ()))
    versions = ((ours[mine], theirs[yours]) for mine, yours in pairs)
    return {one if one.date > other.date else other for one, other in versions}


def _names(bead: Bead) -> tuple[str | RecordedUnit, ...]:
    return (*bead.targets, *bead.sources)


def _texts(beads: Sequence[Bead]) -> list[Version]:
    return [Version(" ".join(unit.text for unit in bead.sources)) for bead in beads]
