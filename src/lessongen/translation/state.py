"""The state of every unit of a translation: computed each time, never stored."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from lessongen.model.translation import Bead, Record, RecordedUnit, UnitPair, UnitState
from lessongen.model.unit import Unit
from lessongen.translation.align import Side, align
from lessongen.translation.match import match_sources
from lessongen.translation.normal import bare, digest, normal, tokens, without_tokens, words

_TELLING = 4  # words; a shorter text may well be the same in both languages


@dataclass(slots=True, kw_only=True)
class _Item:
    """A pair while it forms: positions of current source units and of target units."""

    sources: tuple[int, ...]
    targets: tuple[int, ...] = ()
    bead: Bead | None = None


def pair_units(
    record: Record, sources: Sequence[Unit], targets: Sequence[Unit]
) -> tuple[UnitPair, ...]:
    """Every unit of both sides in exactly one pair: the source's order, then what has none.

    Without any record the pairs are the machine's, and all of them are unverified.
    """
    items = _items(record, sources)
    _find_targets(items, targets)
    _align_rest(items, sources, targets)
    taken = {position for item in items for position in item.targets}
    moved = _moved(items, sources, targets)
    pairs = [
        _pair(item, sources, targets, adopted=not record.beads, moved=id(item) in moved)
        for item in items
        if item.sources or item.targets
    ]
    own = [target for position, target in enumerate(targets) if position not in taken]
    return (*pairs, *(UnitPair(state="target-only", targets=(target,)) for target in own))


# --- the source side: beads and what is new, in today's order -----------------


def _items(record: Record, sources: Sequence[Unit]) -> list[_Item]:
    """An item for each bead and each new unit; removed ones stand behind what they followed."""
    flat = [unit for bead in record.beads for unit in bead.sources]
    owner = [index for index, bead in enumerate(record.beads) for _ in bead.sources]
    homes: dict[int, list[int]] = {index: [] for index in range(len(record.beads))}
    for old, news in match_sources(flat, sources).items():
        homes[owner[old]] += news
    merged = _merge_shared(homes, record.beads)
    placed = {position for positions, _ in merged for position in positions}
    items = [
        (positions[0] if positions else None, _Item(sources=positions, bead=bead))
        for positions, bead in merged
    ]
    items += [
        (position, _Item(sources=(position,)))
        for position in range(len(sources))
        if position not in placed
    ]
    return [item for _, item in sorted(_with_places(items), key=lambda each: each[0])]


def _merge_shared(
    homes: dict[int, list[int]], beads: Sequence[Bead]
) -> list[tuple[tuple[int, ...], Bead]]:
    """Beads by the current units they stand in; beads that share one become one."""
    merged: list[tuple[tuple[int, ...], Bead]] = []
    at: dict[int, int] = {}
    for index, bead in enumerate(beads):
        positions = tuple(sorted(set(homes[index])))
        shared = next((at[position] for position in positions if position in at), None)
        if shared is None:
            at.update(dict.fromkeys(positions, len(merged)))
            merged.append((positions, bead))
            continue
        others, first = merged[shared]
        union = tuple(sorted({*others, *positions}))
        at.update(dict.fromkeys(union, shared))
        merged[shared] = (union, _joined(first, bead))
    return merged


def _joined(one: Bead, other: Bead) -> Bead:
    return replace(
        one,
        sources=(*one.sources, *other.sources),
        targets=(*one.targets, *other.targets),
        date=min(one.date, other.date),
        flags=tuple(dict.fromkeys((*one.flags, *other.flags))),
    )


def _with_places(
    items: Sequence[tuple[int | None, _Item]],
) -> Iterator[tuple[tuple[int, int], _Item]]:
    """A key for each item: its place in the source, or just behind the item before it."""
    last = -1
    for order, (place, item) in enumerate(items):
        last = last if place is None else place
        yield (last, order if place is None else -1), item


# --- the target side ----------------------------------------------------------


def _find_targets(items: Sequence[_Item], targets: Sequence[Unit]) -> None:
    """Gives each bead the target units that it names: in order first, then anywhere."""
    wanted = [(name, item) for item in items if item.bead for name in item.bead.targets]
    there = [digest(target.text) for target in targets]
    names = [name for name, _ in wanted]
    free = set(range(len(there)))
    found: dict[int, int] = {}
    for a, b, size in SequenceMatcher(None, names, there, False).get_matching_blocks():
        for step in range(size):
            found[a + step] = b + step
            free.discard(b + step)
    for index, name in enumerate(names):
        if index not in found:
            place = next((each for each in sorted(free) if there[each] == name), None)
            if place is not None:
                found[index] = place
                free.discard(place)
    for index, place in found.items():
        item = wanted[index][1]
        item.targets = tuple(sorted({*item.targets, place}))


def _align_rest(items: Sequence[_Item], sources: Sequence[Unit], targets: Sequence[Unit]) -> None:
    """Aligns what has no target yet with what is left, between units that are sure."""
    taken = {position for item in items for position in item.targets}
    anchors = _rising([(n, item.targets[0]) for n, item in enumerate(items) if item.targets])
    edges = [(-1, -1), *anchors, (len(items), len(targets))]
    for (first, low), (last, high) in zip(edges, edges[1:], strict=False):
        open_items = [item for item in items[first + 1 : last] if not item.targets]
        open_targets = [each for each in range(low + 1, high) if each not in taken]
        if open_items and open_targets:
            _align_gap(open_items, open_targets, sources, targets)


def _align_gap(
    items: Sequence[_Item],
    places: Sequence[int],
    sources: Sequence[Unit],
    targets: Sequence[Unit],
) -> None:
    ours = [_side(item, sources) for item in items]
    theirs = [Side(targets[place].kind, targets[place].text) for place in places]
    for match in align(ours, theirs):
        if not match.sources or not match.targets:
            continue
        first = items[match.sources[0]]
        first.targets = tuple(places[position] for position in match.targets)
        for position in match.sources[1:]:  # one target for two sources
            other = items[position]
            first.sources = tuple(sorted({*first.sources, *other.sources}))
            other.sources = ()
            if first.bead and other.bead:
                first.bead = _joined(first.bead, other.bead)


def _side(item: _Item, sources: Sequence[Unit]) -> Side:
    units: Sequence[Unit | RecordedUnit] = [sources[position] for position in item.sources]
    if item.bead is not None:
        units = item.bead.sources  # what the target once stood for
    return Side(units[0].kind, " ".join(unit.text for unit in units))


def _rising(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of points, in order, that rises on both sides."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, (_, value) in enumerate(points):
        place = bisect_left(ends, value)
        before.append(at[place - 1] if place else -1)
        ends[place : place + 1] = [value]
        at[place : place + 1] = [index]
    run = []
    index = at[-1] if at else -1
    while index >= 0:
        run.append(points[index])
        index = before[index]
    return run[::-1]


def _moved(items: Sequence[_Item], sources: Sequence[Unit], targets: Sequence[Unit]) -> set[int]:
    """The items whose target stands elsewhere among the targets than its source does."""
    del sources, targets
    points = [(n, item.targets[0]) for n, item in enumerate(items) if item.sources and item.targets]
    steady = {n for n, _ in _rising(points)}
    return {id(items[n]) for n, _ in points if n not in steady}


# --- the verdict ---------------------------------------------------------------


def _pair(
    item: _Item,
    sources: Sequence[Unit],
    targets: Sequence[Unit],
    *,
    adopted: bool,
    moved: bool,
) -> UnitPair:
    ours = tuple(sources[position] for position in item.sources)
    theirs = tuple(targets[position] for position in item.targets)
    state = _state(item.bead, ours, theirs, adopted=adopted)
    return UnitPair(
        state="moved" if state == "ok" and moved else state,
        sources=ours,
        targets=theirs,
        previous=item.bead.sources if item.bead else (),
        bead=item.bead,
    )


def _state(
    bead: Bead | None, ours: Sequence[Unit], theirs: Sequence[Unit], *, adopted: bool
) -> UnitState:
    if not ours:
        return "removed"
    if not theirs or _is_copy(bead, ours, theirs):
        return "new"
    if bead is None:
        if ours[0].kind == "code" and normal(_text(ours)) == normal(_text(theirs)):
            return "ok"
        return "unverified" if adopted else "edited"
    if "unverified" in bead.flags:
        return "unverified"
    return _changed_state(bead, ours, theirs)


def _changed_state(bead: Bead, ours: Sequence[Unit], theirs: Sequence[Unit]) -> UnitState:
    """What has happened to the source since its translation was confirmed."""
    now, then = _text(ours), _text(bead.sources)
    if normal(now) == normal(then):
        return "ok" if len(ours) == len(bead.sources) else "typography"
    if tokens(now) == tokens(then) and bare(now) == bare(then):
        return "typography"
    if ours[0].kind == "code" and normal(now) == normal(_text(theirs)):
        return "ok"  # code is copied, and it has been
    if tuple(digest(target.text) for target in theirs) != bead.targets:
        return "edited"
    return "tokens" if without_tokens(now) == without_tokens(then) else "changed"


def _is_copy(bead: Bead | None, ours: Sequence[Unit], theirs: Sequence[Unit]) -> bool:
    """Whether the target is still the source's text: nobody needs to mark what is untranslated."""
    if ours[0].kind == "code" or (bead is not None and "same-on-purpose" in bead.flags):
        return False
    text = normal(_text(theirs))
    if len(words(text)) <= _TELLING:
        return False
    return text == normal(_text(ours)) or (bead is not None and text == normal(_text(bead.sources)))


def _text(units: Sequence[Unit | RecordedUnit]) -> str:
    return " ".join(unit.text for unit in units)
