"""Labelled edits of a lesson's structure: texts added, removed, moved, split, merged.

What is right where more than one verdict would do: a text that was split or merged, with no other
change, is `typography` (nobody is misled, but a translator may follow). One that was moved is
`moved`; `ok` where another one is said to have moved past it. Of a text that was repeated, one
copy is `ok` and one `new`, whichever. A paragraph that gave way to another one is `removed`, and
the other one `new`. What was split or merged, and changed, is `changed`; of a split one, a piece
with more new words than old ones may be `new`.
"""

import re
from collections.abc import Mapping, Sequence
from random import Random

from benchmarks.tracking.edits import Bank, Edit
from benchmarks.tracking.pieces import Lesson, Piece
from lessongen.model.translation import UnitState
from lessongen.model.unit import UnitKind

_SENTENCES = re.compile(r"(?<=[a-z][.!?]) (?=[A-Z][a-z])")
_MOVED: Sequence[UnitState] = ("ok", "moved")


def _places(lesson: Lesson, kind: UnitKind, *, beside: int = 0) -> list[int]:
    """Places of untouched texts of this kind that so many untouched ones of the kind follow."""
    return [
        place
        for place in range(len(lesson.pieces) - beside)
        if all(
            piece.kind == kind and not piece.is_touched and "[^" not in piece.raw
            for piece in lesson.pieces[place : place + 1 + beside]
        )
    ]


def _is_alone(lesson: Lesson, place: int) -> bool:
    """Whether a piece stands between two blank lines: it can go, or have company."""
    pieces = lesson.pieces
    after = pieces[place + 1].before if place + 1 < len(pieces) else lesson.after + "\n"
    return pieces[place].before == "\n\n" and after.startswith("\n\n")


def _paragraphs(lesson: Lesson) -> list[int]:
    return [place for place in _places(lesson, "paragraph") if _is_alone(lesson, place)]


def _added(kind: UnitKind, mark: str, text: str) -> Edit:
    """An edit that adds a text behind one of its kind; `text` takes a sentence of the bank."""

    def edit(name: str, random: Random, lesson: Lesson, bank: Bank) -> bool:
        places = _paragraphs(lesson) if kind == "paragraph" else _places(lesson, kind)
        if kind == "row":  # not between the head of a table and the line below it
            pieces = lesson.pieces
            places = [each for each in places if "|---" not in pieces[each + 1].before]
        if not places:
            return False
        size = 3 if kind == "paragraph" else 1
        piece = Piece(kind=kind, before=mark, raw=text.format(bank(size)))
        piece.label(name, "new")
        lesson.pieces.insert(random.choice(places) + 1, piece)
        return True

    return edit


def _removed(kind: UnitKind) -> Edit:
    """An edit that removes a text which is not the first of its block."""

    def edit(name: str, random: Random, lesson: Lesson, _bank: Bank) -> bool:
        if kind == "paragraph":
            places = _paragraphs(lesson)
        else:
            places = [place + 1 for place in _places(lesson, kind, beside=1)]
            places = [place for place in places if lesson.pieces[place].before.count("\n") == 1]
        if not places:
            return False
        lesson.removed[lesson.pieces.pop(random.choice(places)).origin] = name
        return True

    return edit


def _takeaway_added(name: str, random: Random, lesson: Lesson, bank: Bank) -> bool:
    places = _places(lesson, "prompt")
    if not places:
        return False
    at = random.choice(places) + 1
    before = f"\n  - id: added-{at}\n    text: "
    text = Piece(kind="takeaway", before=before, raw=f'"{bank(1)}"')
    prompt = Piece(kind="prompt", before="\n    prompt: ", raw=f'"{bank(1)}"')
    for piece in (text, prompt):
        piece.label(name, "new")
    lesson.pieces[at:at] = [text, prompt]
    return True


def _takeaway_removed(name: str, random: Random, lesson: Lesson, _bank: Bank) -> bool:
    places = [
        place
        for place in _places(lesson, "takeaway")
        if lesson.pieces[place].before.startswith("\n  - id:")
        and "takeaways:" not in lesson.pieces[place].before
        and lesson.pieces[place + 1].kind == "prompt"
        and not lesson.pieces[place + 1].is_touched
    ]
    if not places:
        return False
    at = random.choice(places)
    for piece in lesson.pieces[at : at + 2]:
        lesson.removed[piece.origin] = name
    del lesson.pieces[at : at + 2]
    return True


def _paragraph_moved(name: str, random: Random, lesson: Lesson, _bank: Bank) -> bool:
    places = _paragraphs(lesson)
    if len(places) < 2:  # noqa: PLR2004 (it needs another place)
        return False
    old, new = random.sample(places, 2)
    for place in range(min(old, new), max(old, new) + 1):
        piece = lesson.pieces[place]
        if not piece.is_touched:
            piece.label(name if place == old else "passed by a moved one", *_MOVED)
    lesson.pieces.insert(new, lesson.pieces.pop(old))
    return True


def _item_moved(name: str, random: Random, lesson: Lesson, _bank: Bank) -> bool:
    places = _places(lesson, "item", beside=1)
    if not places:
        return False
    at = random.choice(places)
    one, other = lesson.pieces[at : at + 2]
    one.raw, other.raw = other.raw, one.raw
    one.origin, other.origin = other.origin, one.origin
    for piece in (one, other):
        piece.label(name, *_MOVED)
    return True


def _split(*, changed: bool) -> Edit:
    def edit(name: str, random: Random, lesson: Lesson, bank: Bank) -> bool:
        cuts = [
            (place, cut)
            for place in _paragraphs(lesson)
            for cut in _SENTENCES.finditer(lesson.pieces[place].raw)
        ]
        if not cuts:
            return False
        place, cut = random.choice(cuts)
        whole = lesson.pieces[place]
        rest = Piece(kind="paragraph", before="\n\n", raw=whole.raw[cut.end() :])
        whole.raw = whole.raw[: cut.start()] + (f" {bank(1)}" if changed else "")
        for piece in (whole, rest):
            piece.label(name, *(("changed", "new") if changed else ("typography",)))
        lesson.pieces.insert(place + 1, rest)
        return True

    return edit


def _merged(*, changed: bool) -> Edit:
    def edit(name: str, random: Random, lesson: Lesson, bank: Bank) -> bool:
        alone = set(_paragraphs(lesson))
        places = [place for place in alone if place + 1 in alone]
        if not places:
            return False
        place = random.choice(sorted(places))
        first, second = lesson.pieces[place : place + 2]
        between = f" {bank(1)} " if changed else " "
        first.raw = f"{first.raw}{between}{second.raw}"
        first.label(name, "changed" if changed else "typography")
        del lesson.pieces[place + 1]
        return True

    return edit


def _replaced(name: str, random: Random, lesson: Lesson, bank: Bank) -> bool:
    places = _paragraphs(lesson)
    if not places:
        return False
    place = random.choice(places)
    lesson.removed[lesson.pieces[place].origin] = name
    lesson.pieces[place] = Piece(kind="paragraph", before="\n\n", raw=bank(4))
    lesson.pieces[place].label(name, "new")
    return True


def _repeated(name: str, random: Random, lesson: Lesson, _bank: Bank) -> bool:
    places = _paragraphs(lesson)
    if not places:
        return False
    piece = lesson.pieces[random.choice(places)]
    copy = Piece(kind="paragraph", before="\n\n", raw=piece.raw)
    for each in (piece, copy):
        each.label(name, "ok", "moved", "new")
    lesson.pieces.insert(random.choice(places) + 1, copy)
    return True


STRUCTURE: Mapping[str, Edit] = {
    "paragraph added": _added("paragraph", "\n\n", "{}"),
    "paragraph removed": _removed("paragraph"),
    "paragraph moved": _paragraph_moved,
    "paragraph split": _split(changed=False),
    "paragraph split, changed": _split(changed=True),
    "paragraphs merged": _merged(changed=False),
    "paragraphs merged, changed": _merged(changed=True),
    "paragraph replaced": _replaced,
    "paragraph repeated": _repeated,
    "list item added": _added("item", "\n- ", "{}"),
    "list item removed": _removed("item"),
    "list items swapped": _item_moved,
    "table row added": _added("row", "\n", "| {0} | {0} |"),
    "table row removed": _removed("row"),
    "takeaway added": _takeaway_added,
    "takeaway removed": _takeaway_removed,
}
