"""Pairs while they form: what was confirmed, or is new, where its source stands now."""

from collections.abc import Mapping, Sequence

from lessongen.model.translation import Bead
from lessongen.model.unit import Unit
from lessongen.translation.match import match_sources


class Item:
    """Positions of current source units and of the target units that stand for them."""

    __slots__ = ("bead", "guessed", "home", "rank", "sources", "targets")

    def __init__(self, sources: tuple[int, ...], bead: Bead | None, rank: int | None) -> None:
        self.sources = sources
        self.bead = bead
        self.rank = rank  # its place in the record; None: it has none
        self.home = 0  # the place in the source where it stands, or behind which it stood
        self.targets: tuple[int, ...] = ()
        self.guessed = False  # the targets are a guess

    def absorb(self, other: "Item") -> None:
        """Takes what the other has; of the other nothing is left."""
        self.sources = tuple(sorted({*self.sources, *other.sources}))
        self.bead = join_beads(self.bead, other.bead)
        other.sources, other.bead = (), None

    @property
    def wanted(self) -> int:
        """How many targets the record names that have not been found."""
        return len(self.bead.targets) - len(self.targets) if self.bead else 0


def find_items(beads: Sequence[Bead], sources: Sequence[Unit]) -> list[Item]:
    """An item for each bead, or for several that share a unit now, and for each new unit.

    They come in the order of the source; a removed one stands behind what it followed.
    """
    flat = [unit for bead in beads for unit in bead.sources]
    links = match_sources(flat, sources)
    items = _joined_where_shared(_homes(beads, links), beads)
    _give_homes(items)
    placed = {position for item in items for position in item.sources}
    items += [_new(position) for position in range(len(sources)) if position not in placed]
    # What has a source comes first: what has none stands behind it.
    return sorted(items, key=lambda item: (item.home, not item.sources, item.rank or 0))


def _homes(beads: Sequence[Bead], links: Mapping[int, tuple[int, ...]]) -> list[tuple[int, ...]]:
    """For each bead, where its sources stand now."""
    homes, at = [], 0
    for bead in beads:
        end = at + len(bead.sources)
        homes.append(tuple(sorted({new for old in range(at, end) for new in links.get(old, ())})))
        at = end
    return homes


def _joined_where_shared(homes: Sequence[tuple[int, ...]], beads: Sequence[Bead]) -> list[Item]:
    """Items of the beads in the order of the record; beads that share a unit become one."""
    items: list[Item] = []
    at: dict[int, Item] = {}
    for rank, (positions, bead) in enumerate(zip(homes, beads, strict=True)):
        item = Item(positions, bead, rank)
        others = {id(at[position]): at[position] for position in positions if position in at}
        for other in sorted(others.values(), key=lambda each: each.rank or 0, reverse=True):
            item = _join(other, item)
            items.remove(other)
        at.update(dict.fromkeys(item.sources, item))
        items.append(item)
    return sorted(items, key=lambda each: each.rank or 0)


def _join(one: Item, other: Item) -> Item:
    """One item for both, at the place of the first."""
    item = Item(one.sources, one.bead, one.rank)
    item.absorb(other)
    return item


def join_beads(one: Bead | None, other: Bead | None) -> Bead | None:
    """What both confirm, with the older date and the flags of both."""
    if one is None or other is None:
        return one or other
    older = one if one.date <= other.date else other
    return Bead(
        sources=(*one.sources, *other.sources),
        targets=(*one.targets, *other.targets),
        date=older.date,
        by=older.by,
        flags=tuple(dict.fromkeys((*one.flags, *other.flags))),
    )


def _give_homes(items: Sequence[Item]) -> None:
    last = -1
    for item in items:
        last = item.sources[0] if item.sources else last
        item.home = last


def _new(position: int) -> Item:
    item = Item((position,), None, None)
    item.home = position
    return item
