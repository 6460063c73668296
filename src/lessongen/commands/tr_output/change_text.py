"""What a verb did, for people."""

from collections.abc import Iterator, Sequence

from lessongen.commands.tr_output.layout import Look, Piece, Style, cut, padded, paint, width_of
from lessongen.desk.names import unit_kind
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import UnitReport
from lessongen.shell.terminal import shown
from lessongen.shell.words import Words

_INDENT = 2


def title_line(place: TranslationPlace) -> str:
    """A text by its number and its title."""
    title = shown(" ".join(place.title.split()))
    return f"{place.lesson} · {title}" if place.lesson else title


def change_line(title: str, done: int, left: int, words: Words, look: Look) -> Iterator[str]:
    """The line of one text: how much of it was settled."""
    parts = []
    if done:
        parts.append(words.count("%(number)s confirmed", "%(number)s confirmed", done))
    if left:
        parts.append(words.count("%(number)s not translated", "%(number)s not translated", left))
    right = ", ".join(parts)
    room = max(16, look.width - width_of(right) - 2)
    name = padded(cut(shown(title), room), room)
    yield paint((Piece(name, "bold"), Piece("  "), Piece(right, "dim")), look)


def unit_lines(
    units: Sequence[UnitReport], words: Words, look: Look, *, mark: str
) -> Iterator[str]:
    """A line for each unit: its number, what it is, how it begins."""
    kinds = [unit_kind(unit.kind, words) for unit in units]
    widest = max(map(width_of, kinds), default=0)
    style: Style = "good" if mark == "✓" else "open"
    for unit, kind in zip(units, kinds, strict=True):
        room = look.width - _INDENT - widest - 9
        text = " ".join((unit.source or unit.target or unit.previous or "").split())
        yield paint(
            (
                Piece(" " * _INDENT),
                Piece(mark, style),
                Piece(f"{unit.number:>4}  "),
                Piece(f"{padded(kind, widest)}  ", "dim"),
                Piece(cut(shown(text), max(16, room))),
            ),
            look,
        )
