"""How much two versions of a source unit have in common."""

from collections import Counter
from difflib import SequenceMatcher

from lessongen.translation.normal import bare, words

# msgmerge's own threshold; on real histories the right partner is nearly always above it.
ENOUGH = 0.6
_FEWEST = 6  # words that a text must have before being contained in another means anything
_SMALLEST = 0.3  # share of the longer text
_LONG = 240  # characters from which words are compared instead of letters: same verdict, faster


def similarity(one: str, other: str) -> float:
    """From 0 to 1: the ratio of letters or words in common, or nearly 1 for text with additions."""
    ours, theirs = bare(one), bare(other)
    if ours == theirs:
        return 1.0
    mine, yours = words(ours), words(theirs)
    contained = 0.9 * containment(mine, yours)
    if max(len(ours), len(theirs)) > _LONG:
        ratio = SequenceMatcher(None, mine, yours, autojunk=False).ratio()
    else:
        matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
        ratio = matcher.ratio() if matcher.quick_ratio() > contained else 0.0
    return max(ratio, contained)


def containment(one: list[str], other: list[str]) -> float:
    """Which share of the shorter list's words stands in the longer one; 0 for very short ones."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST or len(shorter) < _SMALLEST * len(longer):
        return 0.0
    common = Counter(shorter) & Counter(longer)
    return common.total() / len(shorter)


def share_within(part: list[str], whole: list[str], used: list[str]) -> float:
    """Which share of the words of `part` stands in what `whole` has beside `used`."""
    rest = Counter(whole) - Counter(used)
    return (Counter(part) & rest).total() / len(part) if part else 0.0
