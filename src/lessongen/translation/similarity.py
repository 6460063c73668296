"""How much two versions of a source unit have in common."""

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence

from lessongen.translation.normal import bare, words
from lessongen.translation.tokens import without_tokens

# msgmerge's own threshold; on real histories the right partner is nearly always above it.
ENOUGH = 0.6
_SAME_BUT_TOKENS = 0.8  # at least, for texts that differ in links, code and numbers only
_CONTAINED = 0.9  # of a text that stands in the other as a whole
_FEWEST = 6  # words that a text must have before being contained in another means anything
_SMALLEST = 0.3  # share of the longer text
_LONG = 80  # characters from which words are compared instead of letters: same verdict, faster
_VERY_LONG = 2000  # words from which their order does not count: it would take too long
_CANDIDATES = 20  # texts, of all that are left, that a text is compared with
_PROMISING = 0.25  # words in common, of all words, below which letters need no comparing
_NEARLY_ALL = 0.9


class Version:
    """A unit's text as similarity sees it; what is costly to find out is found out once."""

    __slots__ = ("bag", "bare", "outline", "short", "words")

    def __init__(self, text: str) -> None:
        self.bare = bare(text)
        self.outline = bare(without_tokens(text))
        self.words = words(text)
        self.bag = Counter(self.words)
        self.short = len(self.words) < _FEWEST


def similar_pairs(
    ours: Sequence[Version], theirs: Sequence[Version]
) -> Iterator[tuple[float, int, int]]:
    """The similarity of all pairs of positions that are similar enough, in no special order."""
    for mine, yours in _promising(ours, theirs):
        score = similarity(ours[mine], theirs[yours])
        if score >= ENOUGH:
            yield score, mine, yours


def _promising(ours: Sequence[Version], theirs: Sequence[Version]) -> Iterator[tuple[int, int]]:
    """Pairs of positions worth comparing: those that share rare words, and short texts nearby."""
    places: dict[str, list[int]] = {}
    for yours, version in enumerate(theirs):
        for word in (*version.bag, version.outline):
            places.setdefault(word, []).append(yours)
    common = max(_CANDIDATES, len(theirs) // 4)  # what stands in so many texts says nothing
    short = [yours for yours, version in enumerate(theirs) if version.short]
    for mine, version in enumerate(ours):
        weights: dict[int, float] = {}
        for word in (*version.bag, version.outline):
            found = places.get(word, ())
            for yours in found if len(found) <= common else ():
                weights[yours] = weights.get(yours, 0.0) + 1 / len(found)
        candidates = set(heapq.nlargest(_CANDIDATES, weights, key=weights.__getitem__))
        if version.short:
            expected = mine * len(theirs) / len(ours)
            near = heapq.nsmallest(_CANDIDATES, short, key=lambda each: abs(each - expected))
            candidates.update(near)
        yield from ((mine, yours) for yours in sorted(candidates))


def similarity(one: Version, other: Version) -> float:
    """From 0 to 1: the ratio of letters or words in common, or nearly 1 for text with additions."""
    if one.bare == other.bare:
        return 1.0
    shared = (one.bag & other.bag).total()
    least = _CONTAINED * containment(one, other, shared)
    if one.outline == other.outline:
        return max(least, _SAME_BUT_TOKENS + (1 - _SAME_BUT_TOKENS) * _ratio(one, other, shared))
    return max(least, _ratio(one, other, shared))


def _ratio(one: Version, other: Version, shared: int) -> float:
    """The ratio of letters, or words, that stand in the same order; 0 for what is far from it."""
    in_common = 2 * shared / (len(one.words) + len(other.words) or 1)  # no ratio can be higher
    if max(len(one.words), len(other.words)) > _VERY_LONG:
        return in_common
    from difflib import SequenceMatcher  # only where something differs

    if max(len(one.bare), len(other.bare)) > _LONG:
        if in_common < ENOUGH:
            return 0.0
        return SequenceMatcher(None, one.words, other.words, autojunk=False).ratio()
    if not (one.short and other.short) and in_common < _PROMISING:
        return 0.0
    return SequenceMatcher(None, one.bare, other.bare, autojunk=False).ratio()


def containment(one: Version, other: Version, shared: int) -> float:
    """Which share of the shorter text's words stands in the longer one; 0 for very short ones."""
    shorter, longer = sorted((one, other), key=lambda version: len(version.words))
    if shorter.short:
        return 0.0
    if len(shorter.words) < _SMALLEST * len(longer.words):
        return float(shorter.bare in longer.bare)
    return shared / len(shorter.words)


def is_part(part: Version, whole: Version, *used: Version) -> bool:
    """Whether `part` stands in what `whole` has beside the texts in `used`, or is that rest.

    A short part must stand there as it is: a few words are in many a text.
    """
    rest = whole.bag.copy()
    for version in used:
        rest.subtract(version.bag)
    rest = +rest
    common = (part.bag & rest).total()
    if part.short:
        return common == len(part.words) > 0 and part.bare in whole.bare
    is_in_it = common >= _NEARLY_ALL * len(part.words)
    return is_in_it or 2 * common >= ENOUGH * (len(part.words) + rest.total())
