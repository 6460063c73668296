"""Labelled edits within one text: what is changed, and which states are right then."""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random

from benchmarks.tracking.pieces import Lesson
from lessongen.model.translation import UnitState
from lessongen.model.unit import UnitKind

# Gives so many sentences from other lessons.
Bank = Callable[[int], str]
# Edits a lesson and labels the pieces that it touched; False if it finds nothing to edit.
Edit = Callable[[str, Random, Lesson, Bank], bool]
# A text, edited; the same text if it does not lend itself to it.
Change = Callable[[str, Random, Bank], str]

_PROSE: Sequence[UnitKind] = ("paragraph", "quote", "item", "takeaway", "summary", "prompt")
_WORD = re.compile(r"(?<![\w./(#@\[-])[a-z]{6,}(?![\w./)@\]-])")
_SHORT_WORD = re.compile(r"(?<![\w./(#@\[-])[a-z]{4,}(?![\w./)@\]-])")
_SENTENCES = re.compile(r"(?<=[a-z][.!?]) (?=[A-Z][a-z])")
_LINK = re.compile(r"(?<=\]\()[\w-]+(?=\.md)")
_NUMBER = re.compile(r"(?<![\w./:-])\d+(?![\w./:-])")
_CODE = re.compile(r"(?<=`)[a-z]+(?= --)")
_EMPHASIS = re.compile(r"(?<= )[a-z]{5,}(?= )")
_IMAGE = re.compile(r"(?<=\]\()[\w-]+(?=\.png)")
_CELL = re.compile(r"(?<=\| )[^|]+(?= \|)")
_OTHERS = "kettle ladder harbour orchard violin meadow lantern copper blanket thunder".split()
_HEADINGS = "After the meeting|What she did instead|Two weeks later|Start with a list".split("|")
_TITLES = "Leave the door open|Count what is left over|The second question".split("|")


def within(kinds: Sequence[UnitKind], change: Change, *expected: UnitState) -> Edit:
    """An edit of one text of these kinds."""

    def edit(name: str, random: Random, lesson: Lesson, bank: Bank) -> bool:
        pieces = [each for each in lesson.pieces if each.kind in kinds and not each.is_touched]
        for piece in random.sample(pieces, len(pieces)):
            changed = change(piece.raw, random, bank)
            if changed != piece.raw:
                piece.raw = changed
                piece.label(name, *expected)
                return True
        return False

    return edit


def _one(pattern: re.Pattern[str], new: Callable[[str, Random], str]) -> Change:
    """A change of one place in the text."""

    def change(raw: str, random: Random, _bank: Bank) -> str:
        places = list(pattern.finditer(raw))
        if not places:
            return raw
        found = random.choice(places)
        return raw[: found.start()] + new(found[0], random) + raw[found.end() :]

    return change


def _typo(word: str, random: Random) -> str:
    at = random.randrange(1, len(word) - 2)
    return f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"


def _other_word(_word: str, random: Random) -> str:
    return random.choice(_OTHERS)


def _sentence_added(raw: str, random: Random, bank: Bank) -> str:
    """A sentence at the start, at the end or between; a list's items stay short."""
    quote = '"' if raw.startswith('"') else ""
    sentences = _SENTENCES.split(raw.strip('"') if quote else raw)
    sentences.insert(random.randrange(len(sentences) + 1), bank(1))
    return quote + " ".join(sentences) + quote


def _sentence_removed(raw: str, random: Random, _bank: Bank) -> str:
    sentences = _SENTENCES.split(raw)
    if len(sentences) > 1:
        del sentences[random.randrange(len(sentences))]
    return " ".join(sentences)


def _quoted(texts: Sequence[str]) -> Change:
    """Another text altogether, in quotes if the old one was."""

    def change(raw: str, random: Random, _bank: Bank) -> str:
        text = random.choice(texts)
        return f'"{text}"' if raw.startswith('"') else text

    return change


def _rewritten(raw: str, _random: Random, bank: Bank) -> str:
    return f'"{bank(1)}"' if raw.startswith('"') else bank(1)


def _straight(raw: str, _random: Random, _bank: Bank) -> str:
    return re.sub("[“”]", '"', raw).replace("’", "'") if not raw.startswith('"') else raw


def _without_stop(raw: str, _random: Random, _bank: Bank) -> str:
    return re.sub(r"(?<=[a-z])\.$", "", raw)


def _other_words(_cell: str, random: Random) -> str:
    return " ".join(random.sample(_OTHERS, 2))


_CHANGED: Sequence[UnitState] = ("changed",)
_TEXTS: Mapping[str, tuple[Sequence[UnitKind], Change]] = {
    "typo": (_PROSE, _one(_WORD, _typo)),
    "word replaced": (_PROSE, _one(_WORD, _other_word)),
    "sentence added": (("paragraph", "quote", "takeaway"), _sentence_added),
    "sentence removed": (("paragraph",), _sentence_removed),
    "heading: a word": (("heading",), _one(re.compile(r"[a-z]{4,}"), _other_word)),
    "heading renamed": (("heading",), _quoted(_HEADINGS)),
    "list item: a word": (("item",), _one(_SHORT_WORD, _other_word)),
    "table cell": (("row",), _one(_CELL, _other_words)),
    "footnote": (("footnote",), _one(_WORD, _other_word)),
    "definition": (("definition",), _one(re.compile(r"[a-z]{5,}"), _other_word)),
    "image: alt": (("image",), _one(re.compile(r"(?:board|door|week)(?=.*\])"), _other_word)),
    "takeaway: a word": (("takeaway",), _one(_WORD, _other_word)),
    "takeaway rewritten": (("takeaway",), _rewritten),
    "prompt rewritten": (("prompt",), _rewritten),
    "title: a word": (("title",), _one(re.compile(r"[a-z]{4,}"), _other_word)),
    "title rewritten": (("title",), _quoted(_TITLES)),
    "summary": (("summary",), _one(re.compile(r"[a-z]{4,}"), _other_word)),
}

IN_TEXT: Mapping[str, Edit] = {
    **{name: within(kinds, change, *_CHANGED) for name, (kinds, change) in _TEXTS.items()},
    "link target": within(
        ("paragraph", "item"), _one(_LINK, lambda *_: "25-write-your-own-lesson"), "tokens"
    ),
    "number": within(
        ("paragraph", "item", "quote", "definition"),
        _one(_NUMBER, lambda old, _random: str(int(old) + 400)),
        "tokens",
    ),
    "code span": within(("paragraph",), _one(_CODE, lambda *_: "tally"), "tokens"),
    "code block": within(("code",), _one(re.compile("night"), lambda *_: "day"), "tokens"),
    "image: file": within(("image",), _one(_IMAGE, lambda *_: "photo"), "tokens"),
    "quotation marks": within(("paragraph", "row", "heading"), _straight, "typography"),
    "emphasis": within(
        ("paragraph", "item"), _one(_EMPHASIS, lambda word, _: f"**{word}**"), "typography"
    ),
    "final stop": within(("paragraph", "item", "quote"), _without_stop, "typography"),
}
