"""Source units ↔ target units where nobody has recorded what belongs together.

Order, kind, links, code, numbers, and words that begin alike (names, cognates) carry nearly all
the weight; lengths alone would find only a third of what is missing. Dynamic programming over the
best total, as Gale and Church (1993) do for sentences.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from lessongen.model.unit import UnitKind
from lessongen.model.value import value
from lessongen.translation.normal import AnyUnit, joined_form
from lessongen.translation.tokens import find_tokens

_GROWTH = 1.12  # characters of Spanish for one of English, the median of real translations
_SKIP = -0.6  # a unit without partner
_JOINT = -0.9  # two units for one
_OTHER_KIND = -0.2
_SAME_TEXT = 1.5
_KINSHIP: frozenset[UnitKind] = frozenset({"paragraph", "item", "quote", "definition", "footnote"})
_IMPOSSIBLE = -math.inf
_SHORT = 20  # characters below which lengths say nothing
_STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
_STEM = 4
_WORD = re.compile(r"[^\W\d_]{4,}")
_COGNATES = 3.0
_TOO_UNLIKE = -0.8  # what lengths may cost where two units stand for one
_BAND = 40  # how far, beside the difference in number, two sides may drift apart
_WIDEST = 160


class Side:
    """Units that stay together, as alignment sees them."""

    __slots__ = ("kinds", "length", "stems", "text", "tokens", "total")

    def __init__(self, units: tuple[AnyUnit, ...]) -> None:
        self.kinds = frozenset(unit.kind for unit in units)
        self.text = joined_form(units)
        self.length = len(self.text)
        # Decimal comma and point are the same.
        self.tokens = Counter(token.text.replace(",", ".") for token in find_tokens(self.text))
        self.total = self.tokens.total()
        self.stems = _stems(self.text)

    def joined(self, other: "Side") -> "Side":
        """Two neighbours of one kind as one."""
        side = Side(())
        side.kinds = self.kinds
        side.length = self.length + other.length
        side.tokens = self.tokens + other.tokens
        side.total = self.total + other.total
        side.stems = self.stems | other.stems
        return side


@value
class Match:
    """Positions that belong together; one of the sides may be empty."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]


def align(sources: Sequence[Side], targets: Sequence[Side]) -> tuple[Match, ...]:
    """The best division of both sides into matches, in order; every unit is in exactly one."""
    ours, theirs = _Joints(sources), _Joints(targets)
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(sources) + 1):
        for j in _band(i, len(sources), len(targets)):
            for a, b in _STEPS:
                before = best.get((i - a, j - b))
                if before is None:
                    continue
                total = before + _score(ours, theirs, (i, j), (a, b))
                if total > best.get((i, j), _IMPOSSIBLE):
                    best[i, j], step[i, j] = total, (a, b)
    return tuple(reversed(_walk_back(len(sources), len(targets), step)))


def _band(i: int, ours: int, theirs: int) -> range:
    """The places opposite to `i` that are worth a look: nobody looks at all of a long text."""
    width = _BAND + min(_WIDEST, abs(ours - theirs))
    middle = i * theirs // ours if ours else 0
    return range(max(0, middle - width), min(theirs, middle + width) + 1)


def _walk_back(i: int, j: int, step: dict[tuple[int, int], tuple[int, int]]) -> list[Match]:
    matches = []
    while i or j:
        a, b = step[i, j]
        matches.append(Match(sources=tuple(range(i - a, i)), targets=tuple(range(j - b, j))))
        i, j = i - a, j - b
    return matches


class _Joints:
    """Sides, and each two neighbours as one: these are asked for again and again."""

    __slots__ = ("_joints", "sides")

    def __init__(self, sides: Sequence[Side]) -> None:
        self.sides = sides
        self._joints: dict[int, Side | None] = {}

    def two(self, end: int) -> Side | None:
        """The two sides before a position as one; None if they are of different kinds."""
        if end not in self._joints:
            one, other = self.sides[end - 2], self.sides[end - 1]
            same = one.kinds == other.kinds and len(one.kinds) == 1
            self._joints[end] = one.joined(other) if same else None
        return self._joints[end]


def _score(ours: _Joints, theirs: _Joints, at: tuple[int, int], step: tuple[int, int]) -> float:
    """What it is worth that so many sides before a place are translated as so many others."""
    (i, j), (a, b) = at, step
    if not a or not b:
        return _SKIP
    if a == b:
        return likeness(ours.sides[i - 1], theirs.sides[j - 1])
    source = ours.two(i) if a > 1 else ours.sides[i - 1]
    target = theirs.two(j) if b > 1 else theirs.sides[j - 1]
    if source is None or target is None or source.kinds != target.kinds:
        return _IMPOSSIBLE
    if len(target.kinds) > 1:
        return _IMPOSSIBLE
    length = _length(source.length, target.length)
    if length < _TOO_UNLIKE:
        return _IMPOSSIBLE
    anchors = _anchors(source.tokens, target.tokens) if source.total or target.total else 0.0
    return 1.0 + length + anchors + _cognates(source.stems, target.stems) + _JOINT


def likeness(source: Side, target: Side) -> float:
    """How well one could be the translation of the other: above 0 well, up to 2.5."""
    if source.kinds == target.kinds:
        score = 1.0
    elif source.kinds <= _KINSHIP and target.kinds <= _KINSHIP:
        score = _OTHER_KIND
    else:
        return _IMPOSSIBLE
    if source.text == target.text:
        return score + _SAME_TEXT
    score += _length(source.length, target.length) + _cognates(source.stems, target.stems)
    return score + _anchors(source.tokens, target.tokens) if source.total or target.total else score


def _length(source: int, target: int) -> float:
    if max(source, target) < _SHORT:
        return 0.0
    return -min(1.5, 1.2 * abs(math.log((target + 1) / (_GROWTH * (source + 1)))))


def _anchors(ours: Counter[str], theirs: Counter[str]) -> float:
    """From -1, nothing in common, to 1; 0 where there is nothing to compare."""
    everything = (ours | theirs).total()
    return 2 * (ours & theirs).total() / everything - 1 if everything else 0.0


def _stems(text: str) -> frozenset[str]:
    """The beginnings of longer words, without accents: "situación" and "situation" share theirs."""
    plain = text.casefold()
    if not plain.isascii():
        letters = unicodedata.normalize("NFD", plain)
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return frozenset(word[:_STEM] for word in _WORD.findall(plain))


def _cognates(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """From 0 to 1: two languages of one family share many stems, unrelated texts hardly any."""
    fewer = min(len(ours), len(theirs))
    return min(1.0, _COGNATES * len(ours & theirs) / fewer) if fewer else 0.0
