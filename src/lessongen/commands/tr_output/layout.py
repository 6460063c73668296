"""Text for a terminal: coloured or marked, wrapped, side by side."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from lessongen.shell.terminal import shown

Style = Literal["", "bold", "dim", "added", "removed", "good", "open", "alarm"]

_CODES: dict[Style, str] = {
    "bold": "1",
    "dim": "2",
    "added": "1;32",
    "removed": "9;31",
    "good": "32",
    "open": "33",
    "alarm": "1;31",
}
_MARKS: dict[Style, tuple[str, str]] = {"added": ("{+", "+}"), "removed": ("[-", "-]")}
_ATOM = re.compile(r"\s+|\S+")
_BLANK = re.compile(r"[^\S\n]+")
_GAP = " │ "


class Look(NamedTuple):
    """What a terminal can show."""

    width: int = 80
    color: bool = False


class Piece(NamedTuple):
    """Text in one style."""

    text: str
    style: Style = ""


Line = tuple[Piece, ...]


def width_of(text: str) -> int:
    r"""How many columns a text takes: accents of their own take none, wide characters two.

    >>> width_of("año"), width_of("an\u0303o"), width_of("漢字")
    (3, 3, 4)
    """
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(each) else 1 + (east_asian_width(each) in "WF") for each in text)


def cut(text: str, width: int) -> str:
    """The text, cut to the columns there are.

    >>> cut("Write down what you expect", 12)
    'Write down …'
    """
    if width_of(text) <= width:
        return text
    while text and width_of(text) >= width:
        text = text[:-1]
    return text + "…"


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text with blanks up to a width."""
    blanks = " " * max(0, width - width_of(text))
    return blanks + text if right else text + blanks


def paint(line: Sequence[Piece], look: Look) -> str:
    """The line as it goes to the terminal."""
    return "".join(_painted(piece, look) for piece in line).rstrip()


def _painted(piece: Piece, look: Look) -> str:
    if not look.color or not piece.style or not piece.text.strip():
        return piece.text
    return f"\x1b[{_CODES[piece.style]}m{piece.text}\x1b[0m"


def marked(pieces: Sequence[Piece], look: Look) -> list[Piece]:
    """The pieces with marks around what was added and removed, where colours do not tell."""
    if not look.color:
        return [_marked(piece) for piece in pieces]
    found: list[Piece] = []
    for piece in pieces:
        # Without marks the old word and the new one would run into each other.
        if piece.style == "added" and found and found[-1].style == "removed":
            found.append(Piece(" "))
        found.append(piece)
    return found


def _marked(piece: Piece) -> Piece:
    before, behind = _MARKS.get(piece.style, ("", ""))
    core = piece.text.strip()
    if not core or not before:
        return piece
    start = piece.text.index(core)
    end = start + len(core)
    return Piece(f"{piece.text[:start]}{before}{core}{behind}{piece.text[end:]}", piece.style)


def wrap(pieces: Sequence[Piece], width: int) -> list[Line]:
    """The pieces in lines of at most `width` columns; blank lines stay, other line ends do not."""
    lines: list[Line] = []
    for paragraph in _paragraphs(pieces):
        lines += [(), *_filled(paragraph, width)] if lines else _filled(paragraph, width)
    return lines


def wrap_code(text: str, width: int) -> list[Line]:
    """The lines of code as they are, in pieces where they are too long."""
    found: list[Line] = []
    for line in text.expandtabs(4).split("\n"):
        safe = shown(line)
        found += [(Piece(safe[at : at + width]),) for at in range(0, len(safe) or 1, width)]
    return found


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces between blank lines, fit to be shown."""
    current: list[Piece] = []
    for piece in pieces:
        first, *others = re.split(r"\n[^\S\n]*\n\s*", piece.text)
        current.append(_clean(first, piece.style))
        for other in others:
            yield current
            current = [_clean(other, piece.style)]
    yield current


def _clean(text: str, style: Style) -> Piece:
    return Piece(shown(_BLANK.sub(" ", text.replace("\n", " "))), style)


def _filled(pieces: Sequence[Piece], width: int) -> list[Line]:
    """The words in lines, as many to a line as fit."""
    lines: list[Line] = []
    line: list[Piece] = []
    used = 0
    blank: Piece | None = None
    for word in _words(pieces, width):
        if word[0].text.isspace():
            blank = word[0] if line else None
            continue
        size = sum(width_of(piece.text) for piece in word)
        if line and used + (blank is not None) + size > width:
            lines.append(tuple(line))
            line, used, blank = [], 0, None
        if blank is not None:
            line.append(Piece(" ", blank.style))
            used += 1
        line += word
        used += size
        blank = None
    return [*lines, tuple(line)] if line or not lines else lines


def _words(pieces: Sequence[Piece], width: int) -> Iterator[list[Piece]]:
    """Blanks and words in turn; a word may have several styles, and is never wider than a line."""
    word: list[Piece] = []
    for piece in pieces:
        for atom in _ATOM.findall(piece.text):
            if atom.isspace():
                if word:
                    yield from _fitting(word, width)
                    word = []
                yield [Piece(" ", piece.style)]
            else:
                word.append(Piece(atom, piece.style))
    if word:
        yield from _fitting(word, width)


def _fitting(word: list[Piece], width: int) -> Iterator[list[Piece]]:
    if sum(width_of(piece.text) for piece in word) <= width:
        yield word
        return
    for text, style in word:  # an address, most likely
        for at in range(0, len(text), width):
            yield [Piece(text[at : at + width], style)]


def beside(left: Sequence[Line], right: Sequence[Line], width: int, look: Look) -> Iterator[str]:
    """Two columns, the left one `width` columns wide."""
    for row in range(max(len(left), len(right))):
        one = left[row] if row < len(left) else ()
        other = right[row] if row < len(right) else ()
        blanks = " " * (width - sum(width_of(piece.text) for piece in one))
        yield paint((*one, Piece(blanks), Piece(_GAP, "dim"), *other), look)


def table(rows: Sequence[Sequence[Piece]], *, right: frozenset[int], indent: int) -> Iterator[Line]:
    """The rows with their columns below one another; those in `right` end together."""
    if not rows:
        return
    widths = [
        max((width_of(row[column].text) for row in rows if column < len(row)), default=0)
        for column in range(max(len(row) for row in rows))
    ]
    for row in rows:
        line = [Piece(" " * indent)]
        for column, piece in enumerate(row):
            text = padded(piece.text, widths[column], right=column in right)
            line += [Piece(text, piece.style), Piece("  ")]
        yield tuple(line)
