"""Where the words of a card stand: the head of a lesson, on 1200 × 630 pixels."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from lessongen.model.card import Card
from lessongen.model.value import value

WIDTH, HEIGHT = 1200, 630
LEFT, RIGHT, RULE_TOP = 80, 1120, 528

_BESIDE_NUMERAL = 368
_TOP = 122  # where the numeral, or the first line, begins
_NUMERAL_SIZES = (240, 184, 140)
_TITLE_SIZES = (96, 90, 84, 76, 68, 62, 56, 50, 44)
_SMALL_SIZES = (36, 33, 30, 27)
_TITLE_END = 504  # where its descenders end
_FOOT = 586  # the baseline of the last line
_GAP = 34  # between the two ends of that line
# Of the font, in parts of its size: how high a capital and a figure stand, how far a
# descender hangs, and from line to line.
_CAPITAL = 0.66
_DESCENDER = 0.25
_LEADING = 1.12
_AROUND = 0.5  # between the place and the title, in parts of the title's size

Ink = Literal["ink", "muted", "hue"]
Measure = Callable[[str, int], float]  # the width of a text at a size, in pixels


@value
class Line:
    """A line of text; `y` is its baseline."""

    text: str
    size: int
    x: int
    y: int
    ink: Ink
    from_right: bool = False  # it ends at `x`


def compose(card: Card, language: str, measure: Measure) -> Iterator[Line]:
    """The lines of a card, whatever the length of its texts; `language` says its own name."""
    left = _BESIDE_NUMERAL if card.numeral else LEFT
    width = RIGHT - left
    top = _TOP
    if card.numeral:
        size = _size_for(card.numeral, _NUMERAL_SIZES, left - LEFT - _GAP, measure)
        yield Line(text=card.numeral, size=size, x=LEFT, y=_below(_TOP, size), ink="hue")
    if card.place:
        text, size = _one_line(card.place, width, measure)
        top = _below(_TOP, size)
        yield Line(text=text, size=size, x=left, y=top, ink="muted")
    yield from _title(card.title, left, top, measure)
    yield from _foot(card.series, language, measure)


def _foot(series: str, language: str, measure: Measure) -> Iterator[Line]:
    """The last line, from edge to edge: the series at its beginning, the language at its end."""
    taken = measure(language, _SMALL_SIZES[0]) + _GAP if language else 0
    text, size = _one_line(series, RIGHT - LEFT - taken, measure)
    yield Line(text=text, size=size, x=LEFT, y=_FOOT, ink="ink")
    if language:
        yield Line(text=language, size=size, x=RIGHT, y=_FOOT, ink="muted", from_right=True)


def _below(top: int, size: int) -> int:
    """The baseline of a line whose capitals begin at the top."""
    return top + round(size * _CAPITAL)


def _size_for(text: str, sizes: Sequence[int], width: float, measure: Measure) -> int:
    """The largest size at which the text is no wider, or the smallest one."""
    return next((size for size in sizes if measure(text, size) <= width), sizes[-1])


def _one_line(text: str, width: float, measure: Measure) -> tuple[str, int]:
    """The text and its size; what is too long ends with an ellipsis."""
    size = _size_for(text, _SMALL_SIZES, width, measure)
    return _cut(text, width, size, measure), size


def _cut(text: str, width: float, size: int, measure: Measure) -> str:
    if measure(text, size) <= width:
        return text
    end = _fitting(text, width - measure("…", size), size, measure)
    return f"{text[:end].rstrip()}…"


def _fitting(text: str, width: float, size: int, measure: Measure) -> int:
    """How many letters of the text are no wider; at least one."""
    return max(1, bisect_right(range(1, len(text)), width, key=lambda n: measure(text[:n], size)))


# --- the title ---------------------------------------------------------------


def _title(title: str, left: int, top: int, measure: Measure) -> Iterator[Line]:
    """The title as large as it can be, in lines of about one length."""
    width = RIGHT - left
    for size in _TITLE_SIZES:
        first = top + round(size * (_CAPITAL + _AROUND)) if top != _TOP else _below(top, size)
        most = int((_TITLE_END - size * _DESCENDER - first) / (size * _LEADING)) + 1
        lines = _wrap(title, width, size, measure)
        if len(lines) <= most and all(measure(line, size) <= width for line in lines):
            break
    else:
        lines = _forced(title, width, size, most, measure)
    for number, text in enumerate(_balanced(lines, width, size, measure)):
        y = first + round(number * size * _LEADING)
        yield Line(text=text, size=size, x=left, y=y, ink="ink")


def _wrap(text: str, width: float, size: int, measure: Measure) -> list[str]:
    """The lines that come of filling each as far as it goes; a no-break space holds."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _balanced(lines: list[str], width: float, size: int, measure: Measure) -> list[str]:
    """As many lines, as narrow as they can be: no word is left alone at the end."""
    text, best = " ".join(lines), lines
    narrow, wide = 0.0, width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        tried = _wrap(text, middle, size, measure)
        if len(tried) <= len(lines) and all(measure(line, size) <= middle for line in tried):
            best, wide = tried, middle
        else:
            narrow = middle
    return best


def _forced(text: str, width: float, size: int, most: int, measure: Measure) -> list[str]:
    """As many lines as there is room for: words are broken, and the last line is cut."""
    pieces = (piece for word in text.split(" ") for piece in _broken(word, width, size, measure))
    lines = _wrap(" ".join(pieces), width, size, measure)
    if len(lines) > most:
        lines[most - 1 :] = [_cut(" ".join(lines[most - 1 :]), width, size, measure)]
    return lines


def _broken(word: str, width: float, size: int, measure: Measure) -> Iterator[str]:
    """The word in pieces that fit into a line."""
    while measure(word, size) > width:
        length = _fitting(word, width, size, measure)
        yield word[:length]
        word = word[length:]
    yield word
