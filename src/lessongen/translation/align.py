"""Source units ↔ target units where nobody has recorded what belongs together.

Order, kind, links, code and numbers carry nearly all the weight; lengths alone would find only a
third of what is missing. Dynamic programming over the best total, as Gale and Church (1993) do
for sentences.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lessongen.model.unit import UnitKind
from lessongen.translation.normal import normal, tokens

_GROWTH = 1.12  # characters of Spanish for one of English, the median of real translations
_SKIP = -0.6  # a unit without partner
_JOINT = -0.9  # two units for one
_KINSHIP: frozenset[UnitKind] = frozenset({"paragraph", "item", "quote", "definition", "footnote"})
_IMPOSSIBLE = -math.inf
_SHORT = 20  # characters below which lengths say nothing


class Side:
    """A unit as alignment sees it; what is costly to find out is found out once."""

    def __init__(self, kind: UnitKind, text: str) -> None:
        self.kind = kind
        self.text = text

    @cached_property
    def tokens(self) -> Counter[str]:
        """Links, code and numbers; decimal comma and point are the same."""
        return Counter(token.replace(",", ".") for token in tokens(self.text))

    @cached_property
    def normal(self) -> str:
        """The text without differences that mean nothing."""
        return normal(self.text)


@dataclass(frozen=True, slots=True)
class Match:
    """Positions that belong together; one of the sides may be empty."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]


def align(sources: Sequence[Side], targets: Sequence[Side]) -> tuple[Match, ...]:
    """The best division of both sides into matches, in order; every unit is in exactly one."""
    best: list[list[float]] = [[_IMPOSSIBLE] * (len(targets) + 1) for _ in range(len(sources) + 1)]
    step: dict[tuple[int, int], tuple[int, int]] = {}
    best[0][0] = 0.0
    for i in range(len(sources) + 1):
        for j in range(len(targets) + 1):
            for taken in _STEPS:
                a, b = i - taken[0], j - taken[1]
                if a < 0 or b < 0 or best[a][b] == _IMPOSSIBLE:
                    continue
                total = best[a][b] + _score(sources[a:i], targets[b:j])
                if total > best[i][j]:
                    best[i][j] = total
                    step[i, j] = taken
    return tuple(reversed(_walk_back(len(sources), len(targets), step)))


_STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))


def _walk_back(i: int, j: int, step: dict[tuple[int, int], tuple[int, int]]) -> list[Match]:
    matches = []
    while i or j:
        a, b = step[i, j]
        matches.append(Match(tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return matches


def _score(sources: Sequence[Side], targets: Sequence[Side]) -> float:
    if not sources or not targets:
        return _SKIP
    if len(sources) == len(targets) == 1:
        return _pair(sources[0], targets[0])
    if len({side.kind for side in (*sources, *targets)}) > 1:
        return _IMPOSSIBLE
    return _pair(_joined(sources), _joined(targets)) + _JOINT


def _joined(sides: Sequence[Side]) -> Side:
    return Side(sides[0].kind, " ".join(side.text for side in sides))


def _pair(source: Side, target: Side) -> float:
    if source.kind == target.kind:
        score = 1.0
    elif source.kind in _KINSHIP and target.kind in _KINSHIP:
        score = -0.2
    else:
        return _IMPOSSIBLE
    if source.normal == target.normal:
        return score + 1.5
    return score + _length(source.text, target.text) + _anchors(source.tokens, target.tokens)


def _length(source: str, target: str) -> float:
    if max(len(source), len(target)) < _SHORT:
        return 0.0
    return -min(1.5, 1.2 * abs(math.log((len(target) + 1) / (_GROWTH * (len(source) + 1)))))


def _anchors(ours: Counter[str], theirs: Counter[str]) -> float:
    """From -1, nothing in common, to 1; 0 where there is nothing to compare."""
    everything = (ours | theirs).total()
    return 2 * (ours & theirs).total() / everything - 1 if everything else 0.0
