"""A lesson in pieces, each a unit with the truth about it: what an edit has done to it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from lessongen.model.source import SourceFile
from lessongen.model.translation import UnitState
from lessongen.model.unit import Unit, UnitKind
from lessongen.parsing.document import Parsed, parse_document

_IN_YAML: frozenset[UnitKind] = frozenset({"title", "summary", "takeaway", "prompt", "epigraph"})
_FILLING = re.compile(r"[*_\s\ufeff]+")


@dataclass(slots=True, kw_only=True)
class Piece:
    """A unit as it stands in its file, behind what stands before it."""

    kind: UnitKind
    before: str  # everything since the piece before: blank lines, marks, keys of YAML
    raw: str
    origin: int = -1  # its place in the file as it was confirmed; -1: it was not there
    edit: str = "untouched"
    expected: frozenset[UnitState] = frozenset({"ok"})

    @property
    def is_touched(self) -> bool:
        """Whether an edit has been here."""
        return self.edit != "untouched"

    def label(self, edit: str, *expected: UnitState) -> None:
        """Says what was done to the piece, and which states are right then."""
        self.edit = edit
        self.expected = frozenset(expected)


@dataclass(slots=True, kw_only=True)
class Lesson:
    """One language's file of a lesson."""

    key: str
    locale: str
    pieces: list[Piece]
    after: str  # what stands behind the last piece
    # What is gone: the places that it had in the file as it was confirmed, and by which edit.
    removed: dict[int, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The file's text."""
        return "".join(f"{piece.before}{piece.raw}" for piece in self.pieces) + self.after

    @property
    def path(self) -> str:
        """Where the file would stand."""
        return f"content/{self.locale}/{self.key}.md"


def parse(text: str, locale: str, key: str) -> Parsed:
    """The file as lessongen reads it."""
    file = SourceFile(path=f"content/{locale}/{key}.md", text=text, digest="")
    return parse_document(file, locale=locale, key=key, kind="lesson").value


def in_pieces(text: str, locale: str, key: str) -> Lesson:
    """A file cut into pieces; all of it put together again is the file."""
    pieces: list[Piece] = []
    at = 0
    for unit in sorted(parse(text, locale, key).units, key=lambda unit: unit.ranges[0]):
        start, end = unit.ranges[0][0], unit.ranges[-1][1]
        before, raw = text[at:start], text[start:end]
        pieces.append(Piece(kind=unit.kind, before=before, raw=raw, origin=len(pieces)))
        at = end
    return Lesson(key=key, locale=locale, pieces=pieces, after=text[at:])


def copy_of(lesson: Lesson) -> Lesson:
    """The same lesson, free to be edited."""
    return Lesson(
        key=lesson.key,
        locale=lesson.locale,
        pieces=[
            Piece(kind=piece.kind, before=piece.before, raw=piece.raw, origin=piece.origin)
            for piece in lesson.pieces
        ],
        after=lesson.after,
    )


def bare_text(text: str) -> str:
    """What no harmless edit changes: it tells which unit is which piece."""
    return _FILLING.sub("", unicodedata.normalize("NFC", text))


def truths(lesson: Lesson, units: Sequence[Unit]) -> list[Piece]:
    """For each unit of the file, as read, its piece; an error if there is any doubt."""
    waiting: dict[tuple[str, str], list[Piece]] = {}
    for piece in lesson.pieces:
        waiting.setdefault((piece.kind, bare_text(_unquoted(piece))), []).append(piece)
    found = [waiting[unit.kind, bare_text(unit.text)].pop(0) for unit in units]
    lost = [piece.raw for left in waiting.values() for piece in left]
    if lost:
        raise ValueError(f"{lesson.path}: pieces that are no units: {lost}")
    return found


def _unquoted(piece: Piece) -> str:
    """The value of a text of the front matter: in our lessons all stand in double quotes."""
    return piece.raw[1:-1] if piece.kind in _IN_YAML else piece.raw
