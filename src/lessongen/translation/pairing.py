"""Source, translation and record → pairs: every unit of both sides in exactly one of them."""

from collections.abc import Iterator, Sequence

from lessongen.model.translation import Bead, Record, UnitPair
from lessongen.model.unit import Unit, UnitKind
from lessongen.translation.items import Item, find_items
from lessongen.translation.normal import digest, form
from lessongen.translation.sequences import rising
from lessongen.translation.state import state_as_recorded, state_of
from lessongen.translation.targets import find_targets

# Texts of the front matter have their place by their kind: the order of YAML's keys says nothing.
_KINDS: tuple[UnitKind, ...] = (
    *("title", "summary", "epigraph", "section", "bio", "tag", "takeaway", "prompt"),
)
_RANKS: dict[UnitKind, int] = {kind: rank for rank, kind in enumerate(_KINDS)}
_BODY = len(_KINDS)
# Kinds whose order among themselves is seen by readers.
_ORDERED = (_RANKS["takeaway"], _BODY)

_Place = tuple[int, int, int]


def pair_units(
    record: Record, sources: Sequence[Unit], targets: Sequence[Unit]
) -> tuple[UnitPair, ...]:
    """Every unit of both sides in exactly one pair, in the order of the source.

    What has no source stands behind what it follows. Without any record the pairs are the
    machine's, and all of them are unverified.
    """
    # Texts of a kind together; at the end the pairs get the order of the file again.
    ours, theirs = _by_kind(sources), _by_kind(targets)
    own, foreign = [sources[each] for each in ours], [targets[each] for each in theirs]
    beads = _beads_by_kind(record.beads)
    if _is_as_recorded(beads, own, foreign):
        return _in_order(_pairs_as_recorded(beads, ours, own, foreign))
    items = find_items(beads, own)
    find_targets(items, own, foreign)
    moved = _moved(items, own)
    pairs = [
        (_place(item, ours), _pair(item, own, foreign, adopted=not beads, moved=item in moved))
        for item in items
        if item.sources or item.targets
    ]
    return _in_order([*pairs, *_left_over(items, ours, theirs, targets)])


def _by_kind(units: Sequence[Unit]) -> list[int]:
    ranks = [_RANKS.get(unit.kind, _BODY) for unit in units]
    return sorted(range(len(units)), key=ranks.__getitem__)


def _beads_by_kind(beads: Sequence[Bead]) -> list[Bead]:
    """The beads by the kinds of their sources; a translator's own text stays where it is."""
    ranks, rank = [], 0
    for bead in beads:
        rank = _RANKS.get(bead.sources[0].kind, _BODY) if bead.sources else rank
        ranks.append(rank)
    return [beads[each] for each in sorted(range(len(beads)), key=ranks.__getitem__)]


def _in_order(pairs: Sequence[tuple[_Place, UnitPair]]) -> tuple[UnitPair, ...]:
    return tuple(pair for _, pair in sorted(pairs, key=lambda each: each[0]))


# --- where everything is as it was confirmed ------------------------------------


def _is_as_recorded(
    beads: Sequence[Bead], sources: Sequence[Unit], targets: Sequence[Unit]
) -> bool:
    """Whether both sides are to the letter what was confirmed: the usual case, and quick to see."""
    recorded = [unit for bead in beads for unit in bead.sources]
    if len(recorded) != len(sources) or not beads:
        return False
    for then, now in zip(recorded, sources, strict=True):
        if then.kind != now.kind or (then.text != now.text and form(then) != form(now)):
            return False
    names = [name for bead in beads for name in bead.targets]
    return len(names) == len(targets) and names == [digest(target) for target in targets]


def _pairs_as_recorded(
    beads: Sequence[Bead], ours: Sequence[int], sources: Sequence[Unit], targets: Sequence[Unit]
) -> list[tuple[_Place, UnitPair]]:
    pairs, source, target, place = [], 0, 0, -1
    for order, bead in enumerate(beads):
        units = tuple(sources[source : source + len(bead.sources)])
        found = tuple(targets[target : target + len(bead.targets)])
        place = ours[source] if units else place
        pair = UnitPair(
            state=state_as_recorded(bead, units, found),
            sources=units,
            targets=found,
            previous=bead.sources,
            bead=bead,
        )
        pairs.append(((place, int(not units), order), pair))
        source, target = source + len(units), target + len(found)
    return pairs


# --- where something is not -----------------------------------------------------


def _pair(
    item: Item, sources: Sequence[Unit], targets: Sequence[Unit], *, adopted: bool, moved: bool
) -> UnitPair:
    ours = tuple(sources[position] for position in item.sources)
    theirs = tuple(targets[position] for position in item.targets)
    state = state_of(item.bead, ours, theirs, adopted=adopted, guessed=item.guessed)
    return UnitPair(
        state="moved" if state == "ok" and moved else state,
        sources=ours,
        targets=theirs,
        previous=item.bead.sources if item.bead else (),
        bead=item.bead,
    )


def _place(item: Item, ours: Sequence[int]) -> _Place:
    """Where an item stands in the source's file; a removed one behind what it followed."""
    place = ours[item.home] if item.home >= 0 else -1
    return (place, int(not item.sources), item.rank or 0)


def _moved(items: Sequence[Item], sources: Sequence[Unit]) -> set[Item]:
    """The items whose source has moved since it was confirmed, and whose target has not.

    An order that a translator chose, and that was confirmed, is none of our business.
    """
    moved: set[Item] = set()
    for rank in _ORDERED:
        members = [
            item
            for item in items
            if item.bead
            and item.sources
            and item.targets
            and _RANKS.get(sources[item.sources[0]].kind, _BODY) == rank
        ]
        here = _unsteady([item.rank or 0 for item in members])
        here.update(n for n, item in enumerate(members) if item.bead and "moved" in item.bead.flags)
        there = _unsteady([item.targets[0] for item in members])
        moved.update(members[n] for n in here & there)
    return moved


def _unsteady(places: Sequence[int]) -> set[int]:
    return set(range(len(places))).difference(n for n, _ in rising(list(enumerate(places))))


def _left_over(
    items: Sequence[Item], ours: Sequence[int], theirs: Sequence[int], targets: Sequence[Unit]
) -> Iterator[tuple[_Place, UnitPair]]:
    """A pair for each target that belongs to nothing, behind what it follows in its file."""
    places = {theirs[each]: _place(item, ours)[0] for item in items for each in item.targets}
    last = -1
    for position, target in enumerate(targets):
        if position in places:
            last = places[position]
        else:
            yield (last, 2, position), UnitPair(state="target-only", targets=(target,))
