"""Two texts side by side: which blocks of a source and of its translation stand in one row.

Every block of both stands in exactly one row, and each text keeps its order. What a record says
belongs together does; without a record only what the order of headings, lists, quotes and so on
makes plain, which costs nothing, and the rest stands beside the rest.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from lessongen.model.document import Block
from lessongen.model.standing import Row
from lessongen.model.translation import UnitPair, UnitState
from lessongen.model.unit import Unit
from lessongen.translation.sequences import rising

Blocks = Sequence[Block]
_Link = tuple[int, int]  # a block of the source, one of the translation
_Group = tuple[str, tuple[int, ...]]  # a kind, and the blocks: one, or all items of a list

_BEHIND: frozenset[UnitState] = frozenset({"tokens", "changed", "edited", "removed"})
_IN_LISTS = ("item", "footnote")


def recorded_rows(source: Blocks, target: Blocks, pairs: Iterable[UnitPair]) -> tuple[Row, ...]:
    """The rows, as units pair by a record; where they cross, most of them keep their row."""
    links: set[_Link] = set()
    ours: set[int] = set()
    theirs: set[int] = set()
    behind: set[int] = set()
    for pair in pairs:
        here, there = _blocks_of(pair.sources, source), _blocks_of(pair.targets, target)
        links.update(_tied(here, there))
        ours.update(here)
        theirs.update(there)
        if pair.state in _BEHIND:
            behind.update(there)
    chain = _never_crossing(links)
    chain += _without_words(chain, _others(source, ours), _others(target, theirs))
    return _rows(source, target, sorted(chain), behind)


def guessed_rows(
    source: Blocks, target: Blocks, headings: Iterable[tuple[int, int]]
) -> tuple[Row, ...]:
    """The rows, as far as the kinds of blocks tell; `headings` are ids that belong together."""
    at_source, at_target = _by_id(source), _by_id(target)
    links = [
        (at_source[ours], at_target[theirs])
        for ours, theirs in headings
        if ours in at_source and theirs in at_target
    ]
    if all(ours == theirs for ours, theirs in links) and _kinds(source) == _kinds(target):
        return tuple((n, n + 1, n, n + 1, False) for n in _others(source, set()))
    anchors = rising(sorted(links))
    edges = [(-1, -1), *anchors, (len(source), len(target))]
    groups, other_groups = _groups(source), _groups(target)
    found = list(anchors)
    for (first, other_first), (last, other_last) in pairwise(edges):
        stretch = [each for each in groups if first < each[1][0] < last]
        other = [each for each in other_groups if other_first < each[1][0] < other_last]
        found += _in_stretch(stretch, other)
    return _rows(source, target, sorted(found), ())


# --- what belongs together by a record -------------------------------------------


def _blocks_of(units: Iterable[Unit], blocks: Blocks) -> list[int]:
    """The blocks that show these units."""
    named = {unit.block for unit in units if unit.block >= 0}
    return sorted(number for number in named if blocks[number][0] != "frame")


def _tied(ours: Sequence[int], theirs: Sequence[int]) -> Iterator[_Link]:
    """Links that bring all of these blocks into one row."""
    if ours and theirs:
        yield from ((ours[0], each) for each in theirs)
        yield from ((each, theirs[-1]) for each in ours[1:])


def _never_crossing(links: Iterable[_Link]) -> list[_Link]:
    """The longest run of links in which both texts keep their order."""
    ordered = sorted(links)
    # Several blocks may belong to the same one: by the order of the links they differ.
    points = [(n, other * len(ordered) + n) for n, (_, other) in enumerate(ordered)]
    return [ordered[n] for n, _ in rising(points)]


def _others(blocks: Blocks, known: set[int]) -> list[int]:
    return [n for n, block in enumerate(blocks) if block[0] != "frame" and n not in known]


def _without_words(chain: Sequence[_Link], ours: list[int], theirs: list[int]) -> list[_Link]:
    """Links between blocks that are no units, such as rules: by their order, where as many are."""
    links: list[_Link] = []
    edges = [(-1, -1), *chain, (max(ours, default=0) + 1, max(theirs, default=0) + 1)]
    for (first, other_first), (last, other_last) in pairwise(edges):
        here = [each for each in ours if first < each < last]
        there = [each for each in theirs if other_first < each < other_last]
        if len(here) == len(there):
            links += zip(here, there, strict=True)
    return links


# --- what belongs together by its kind -------------------------------------------


def _kinds(blocks: Blocks) -> list[str]:
    return [block[0] for block in blocks]


def _by_id(blocks: Blocks) -> dict[int, int]:
    return {block[1]: n for n, block in enumerate(blocks) if block[0] == "heading"}


def _groups(blocks: Blocks) -> list[_Group]:
    """The blocks, each by itself, but the items of a list together."""
    groups: list[_Group] = []
    runs = groupby(enumerate(blocks), key=lambda each: each[1][0])
    for kind, run in runs:
        numbers = tuple(n for n, _ in run)
        if kind in _IN_LISTS:
            groups.append((kind, numbers))
        elif kind != "frame":
            groups += ((kind, (n,)) for n in numbers)
    return groups


def _in_stretch(ours: Sequence[_Group], theirs: Sequence[_Group]) -> Iterator[_Link]:
    """Links of a stretch between two headings: all that is no paragraph must be the same."""
    runs, other_runs = _runs(ours), _runs(theirs)
    if [run[0][0] for run in runs[1::2]] != [run[0][0] for run in other_runs[1::2]]:
        yield from _tied(_numbers(ours), _numbers(theirs))
        return
    for run, other in zip(runs, other_runs, strict=True):
        if len(run) == len(other):
            for (_, here), (_, there) in zip(run, other, strict=True):
                yield from (
                    zip(here, there, strict=True)
                    if len(here) == len(there)
                    else (_tied(here, there))
                )
        else:
            yield from _tied(_numbers(run), _numbers(other))


def _runs(groups: Sequence[_Group]) -> list[list[_Group]]:
    """Paragraphs, something else, paragraphs, and so on; there may be no paragraph in a run."""
    runs: list[list[_Group]] = [[]]
    for group in groups:
        if group[0] == "paragraph":
            runs[-1].append(group)
        else:
            runs += ([group], [])
    return runs


def _numbers(groups: Iterable[_Group]) -> list[int]:
    return [number for _, numbers in groups for number in numbers]


# --- rows ---------------------------------------------------------------------------


def _rows(
    source: Blocks, target: Blocks, links: Sequence[_Link], behind: Iterable[int]
) -> tuple[Row, ...]:
    """A row for each run of links that share a block, and for each block that has none."""
    late = frozenset(behind)
    rows: list[Row] = []
    ours = theirs = 0  # blocks that have a row
    for here, last, there, other_last in _joined(links):
        rows += _alone(source, target, (ours, here), (theirs, there), late)
        ours, theirs = last + 1, other_last + 1
        rows.append((here, ours, there, theirs, not late.isdisjoint(range(there, theirs))))
    rows += _alone(source, target, (ours, len(source)), (theirs, len(target)), late)
    return tuple(rows)


def _joined(links: Sequence[_Link]) -> Iterator[tuple[int, int, int, int]]:
    """First and last of both sides, for each run of links that share a block."""
    run: tuple[int, int, int, int] | None = None
    for ours, theirs in links:
        if run and (ours == run[1] or theirs == run[3]):
            run = (run[0], ours, run[2], theirs)
            continue
        if run:
            yield run
        run = (ours, ours, theirs, theirs)
    if run:
        yield run


def _alone(
    source: Blocks,
    target: Blocks,
    ours: tuple[int, int],
    theirs: tuple[int, int],
    late: frozenset[int],
) -> Iterator[Row]:
    """Rows of what has no twin: of the source, then of the translation."""
    for each in range(*ours):
        if source[each][0] != "frame":
            yield (each, each + 1, theirs[0], theirs[0], False)
    for each in range(*theirs):
        if target[each][0] != "frame":
            yield (ours[1], ours[1], each, each + 1, each in late)
