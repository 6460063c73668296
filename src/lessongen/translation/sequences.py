"""Two sequences side by side: what is equal in the same order, and what keeps its order."""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence


def same_in_order(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """The positions of equal members that stand in the same order in both.

    >>> list(same_in_order("abcd", "axcd"))
    [(0, 0), (2, 2), (3, 3)]
    """
    start = common_start(one, other)
    left, right = one[start:], other[start:]
    end = common_start(left[::-1], right[::-1])
    last, final = len(one) - end, len(other) - end
    yield from zip(range(start), range(start), strict=True)
    if start < last and start < final:
        from difflib import SequenceMatcher  # only where something differs

        matcher = SequenceMatcher(None, one[start:last], other[start:final], autojunk=False)
        for ours, theirs, size in matcher.get_matching_blocks():
            yield from ((start + ours + step, start + theirs + step) for step in range(size))
    yield from zip(range(last, len(one)), range(final, len(other)), strict=True)


def common_start(one: Sequence[object], other: Sequence[object]) -> int:
    """How many first members are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def rising(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of points, in order, that rises on both sides.

    >>> rising([(0, 5), (1, 2), (2, 3), (3, 1)])
    [(1, 2), (2, 3)]
    """
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(points):
        size = bisect_left(ends, place)
        before.append(at[size - 1] if size else -1)
        ends[size : size + 1] = [place]
        at[size : size + 1] = [index]
    run = []
    index = at[-1] if at else -1
    while index >= 0:
        run.append(points[index])
        index = before[index]
    return run[::-1]
