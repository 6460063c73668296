"""Which target units stand for an item: those that its record names, else by place, else a guess.

A target unit that was polished is no longer known by its digest. Where as many are missing as
are left over between two sure ones, each keeps its place. Anything else is for the aligner, and
its word is a guess: nobody has confirmed it.
"""

from collections.abc import Iterator, Sequence

from lessongen.model.unit import Unit
from lessongen.translation.align import Side, align, likeness
from lessongen.translation.items import Item
from lessongen.translation.normal import AnyUnit, digest
from lessongen.translation.sequences import rising, same_in_order

_UNLIKELY = -0.5  # likeness below which a text is no polished version of what stood there


def find_targets(items: Sequence[Item], sources: Sequence[Unit], targets: Sequence[Unit]) -> None:
    """Gives each item its target units; what is left over belongs to no item."""
    recorded = sorted((item for item in items if item.bead), key=lambda item: item.rank or 0)
    _find_named(recorded, [digest(target) for target in targets])
    finder = _Finder(sources, targets, {place for item in items for place in item.targets})
    alive = [item for item in items if item.sources]
    if recorded and not finder.is_done():
        # In the order of the record, which the translation still has, and then in today's.
        finder.fill_gaps([item for item in recorded if item.sources])
        finder.fill_gaps(alive)
    if not finder.is_done():
        finder.guess_rest(alive)
    if recorded and not finder.is_done():
        finder.fill_gaps(items)  # removed ones, whose translation was polished before
    for item in alive:
        item.guessed = item.guessed or (item.wanted > 0 and len(item.targets) > 0)


def _find_named(items: Sequence[Item], there: Sequence[str]) -> None:
    """The target units that the beads name: in order first, then anywhere."""
    wanted = [(name, item) for item in items if item.bead for name in item.bead.targets]
    found = dict(same_in_order([name for name, _ in wanted], there))
    taken = set(found.values())
    free: dict[str, list[int]] = {}
    for place in reversed(range(len(there))):
        if place not in taken:
            free.setdefault(there[place], []).append(place)
    for index, (name, _) in enumerate(wanted):
        if index not in found and free.get(name):
            found[index] = free[name].pop()
    for index, place in found.items():
        item = wanted[index][1]
        item.targets = tuple(sorted((*item.targets, place)))


class _Finder:
    """Finds targets that no digest leads to."""

    def __init__(self, sources: Sequence[Unit], targets: Sequence[Unit], taken: set[int]) -> None:
        self._sources = sources
        self._targets = targets
        self._taken = taken

    def is_done(self) -> bool:
        """Whether no target is left over."""
        return len(self._taken) == len(self._targets)

    def _take(self, item: Item, *places: int) -> None:
        item.targets = tuple(sorted((*item.targets, *places)))
        self._taken.update(places)

    def fill_gaps(self, items: Sequence[Item]) -> None:
        """Gives each gap's left-over targets to its items, if they are exactly as many."""
        for members, places in self._gaps(items):
            slots = [item for item in members for _ in range(item.wanted)]
            if len(slots) != len(places):
                slots = [item for item in members for _ in range(_slots(item))]
            if len(slots) == len(places) and all(map(self._fits, slots, places)):
                for item, place in zip(slots, places, strict=True):
                    self._take(item, place)

    def guess_rest(self, items: Sequence[Item]) -> None:
        """Aligns items that have no target yet with what is left, between units that are sure."""
        for members, places in self._gaps(items):
            open_items = [item for item in members if not item.targets and item.sources]
            if open_items:
                self._guess(open_items, places)

    def _guess(self, items: Sequence[Item], places: Sequence[int]) -> None:
        ours = [self._side(item) for item in items]
        theirs = [Side((self._targets[place],)) for place in places]
        for match in align(ours, theirs):
            if match.sources and match.targets:
                first, *others = (items[each] for each in match.sources)
                for other in others:
                    first.absorb(other)
                self._take(first, *(places[each] for each in match.targets))
                first.guessed = True

    def _side(self, item: Item) -> Side:
        """What the target once stood for, else what it should stand for."""
        now: tuple[AnyUnit, ...] = tuple(self._sources[position] for position in item.sources)
        return Side(item.bead.sources if item.bead else now)

    def _fits(self, item: Item, place: int) -> bool:
        """Whether a text may be a version of what the item asks for."""
        if item.bead and not len(item.bead.sources) == len(item.bead.targets) == 1:
            return True
        return likeness(self._side(item), Side((self._targets[place],))) > _UNLIKELY

    def _gaps(self, items: Sequence[Item]) -> Iterator[tuple[Sequence[Item], Sequence[int]]]:
        """The items between two that surely have their targets, and the targets left over there.

        The sure ones are in both gaps that they bound: they may lack some of their targets.
        """
        found = [(index, item.targets[0]) for index, item in enumerate(items) if item.targets]
        before, low = 0, -1
        for index, high in (*rising(found), (len(items), len(self._targets))):
            places = self._open(low + 1, high)
            if places:
                yield items[before : index + 1], places
            before, low = index, high

    def _open(self, start: int, end: int) -> list[int]:
        return [place for place in range(start, end) if place not in self._taken]


def _slots(item: Item) -> int:
    """How many targets an item lacks, new ones included."""
    return item.wanted if item.bead else int(not item.targets)
