"""Which words of a text are new: for people who read, and to count what is to be translated."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from lessongen.model.value import value
from lessongen.translation.normal import words
from lessongen.translation.sequences import common_start
from lessongen.translation.tokens import find_tokens

# Words, and runs of the same sign, each with the blanks behind it.
_ATOM = re.compile(r"(?:\d+(?:[.,:]\d+)+|\w+(?:['’\-]\w+)*|([^\w\s])\1*)\s*|\s+")
_LONGEST = 4000  # atoms that differ; a longer text is shown as replaced, not compared for minutes

_Run = tuple[bool, Sequence[str], Sequence[str]]  # whether both sides are the same; old, new


@value
class Segment:
    """A piece of text: in both versions, only in the new one, or only in the old one."""

    kind: Literal["same", "added", "removed"]
    text: str


def word_diff(before: str, now: str) -> tuple[Segment, ...]:
    """The two texts as one: same and added pieces are the new text, to the letter.

    Same and removed ones are the old text, but for its line ends. Links and code stay whole.

    >>> [each.text for each in word_diff("Spend 5 minutes.", "Spend 10 minutes.")]
    ['Spend ', '5', '10', ' minutes.']
    """
    return tuple(_segments(_calm(_runs(_atoms(before), _atoms(now)))))


def count_new_words(before: str, now: str) -> int:
    """How many words of the new text were inserted or stand for others.

    >>> count_new_words("Spend 5 minutes on it.", "Spend 10 minutes on it now.")
    2
    """
    return sum(len(new) for same, _, new in _runs(words(before), words(now)) if not same)


def _atoms(text: str) -> list[str]:
    """The pieces of a text that are compared: words, signs, and whole links and code."""
    atoms: list[str] = []
    at = 0
    for token in find_tokens(text):
        if token.kind != "number":  # those are words like others
            atoms += (found[0] for found in _ATOM.finditer(text, at, token.start))
            at = token.end
            while text[at : at + 1].isspace():
                at += 1
            atoms.append(text[token.start : at])
    return [*atoms, *(found[0] for found in _ATOM.finditer(text, at))]


def _runs(old: Sequence[str], new: Sequence[str]) -> list[_Run]:
    """Where the two agree and where not, in turn; blanks behind a word make no difference."""
    ours, theirs = [each.rstrip() for each in old], [each.rstrip() for each in new]
    start = common_start(ours, theirs)
    end = common_start(ours[start:][::-1], theirs[start:][::-1])
    last, final = len(old) - end, len(new) - end
    middle: list[_Run] = [(False, old[start:last], new[start:final])]
    if start < last <= _LONGEST + start and start < final <= _LONGEST + start:
        from difflib import SequenceMatcher  # only where something differs

        matcher = SequenceMatcher(None, ours[start:last], theirs[start:final], autojunk=False)
        middle = [
            (tag == "equal", old[start + a : start + b], new[start + c : start + d])
            for tag, a, b, c, d in matcher.get_opcodes()
        ]
    runs = [(True, old[:start], new[:start]), *middle, (True, old[last:], new[final:])]
    return [run for run in runs if run[1] or run[2]]


def _calm(runs: Sequence[_Run]) -> list[_Run]:
    """The runs without those between two changes that have no word in them."""
    calm: list[_Run] = []
    for position, (same, old, new) in enumerate(runs):
        between = 0 < position < len(runs) - 1
        if same and between and not any(char.isalnum() for each in new for char in each):
            same = False  # noqa: PLW2901 (a comma is no rest for the eye)
        if calm and calm[-1][0] == same:
            calm[-1] = (same, [*calm[-1][1], *old], [*calm[-1][2], *new])
        else:
            calm.append((same, old, new))
    return calm


def _segments(runs: Sequence[_Run]) -> Iterator[Segment]:
    blank = ""  # behind a word that was replaced: it belongs to what is the same
    for position, (same, old, new) in enumerate(runs):
        before, now = "".join(old), blank + "".join(new)
        blank = ""
        if same:
            yield Segment(kind="same", text=now)
            continue
        if before.rstrip() != before and position < len(runs) - 1:
            stripped = now.rstrip()
            blank = now[len(stripped) :]
            before, now = (before.rstrip(), stripped) if blank else (before, now)
        if before:
            yield Segment(kind="removed", text=before)
        if now:
            yield Segment(kind="added", text=now)
