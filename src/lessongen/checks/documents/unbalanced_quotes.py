"""Quotation marks that open without closing, close without opening, or look the wrong way."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from lessongen.model.excerpt import excerpt
from lessongen.model.place import place_in_plain
from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.model.unit import Unit
from lessongen.parsing.document import Parsed

CODE = "unbalanced-quotes"
SEVERITY: Severity = "warning"

# Opening and closing marks by language; where a language is missing here, only the marks that
# the setting "quotes" names are checked. The same mark opens in one language, closes in another.
_ROMANCE_AND_ENGLISH = "“”«»"
_MARKS = {
    **dict.fromkeys(
        ("ar", "ast", "ca", "el", "en", "es", "eu", "fr", "gl", "id", "it", "ko", "pt", "tr", "vi"),
        _ROMANCE_AND_ENGLISH,
    ),
    "de": "„“",
}
_RUNNING = ("paragraph", "item", "quote")  # a quotation may go on from one to the next
_OPENS_BEFORE = "([{—–-/¿¡“«„‘"  # a mark after one of these, or after a space, opens

# Beyond these the text is no prose, and a longer list would help nobody.
_MOST_FAULTS = 5  # in one block
_DEEPEST = 9  # quotations within quotations

_Fault = Literal["unclosed", "unopened", "reversed"]


# No dataclasses here: two of them take 2 ms to define, in every build that parses something.
class _Mark(NamedTuple):
    """A mark where it stands, and the opening mark that it is or is meant for."""

    unit: Unit
    at: int
    opening: str


class _Reading:
    """The marks of one unit while it is read; lives only inside `_read`."""

    __slots__ = ("faults", "open", "unit")

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.open: list[_Mark] = []
        self.faults: list[tuple[_Mark, _Fault]] = []


def check(parsed: Parsed, settings: Settings) -> Iterator[Problem]:
    """A problem for each mark without its partner in the same block.

    A quotation of several paragraphs is right: the earlier ones stay unclosed, each later one
    begins with a mark again (in Spanish with the closing one).
    """
    closing = _closing_marks(parsed.document.locale, settings)
    if not closing:
        return
    marks = (*closing, *closing.values())
    waiting: _Mark | None = None  # open, and a fault unless the next paragraph goes on
    for unit in parsed.units:
        if unit.kind == "code":
            continue
        if waiting is not None and not _goes_on(waiting, unit, closing):
            yield _problem(waiting, "unclosed", closing)
            waiting = None
        if places := _places(unit.plain, marks):
            reading = _read(unit, places, closing, waiting)
            waiting = _left_open(reading)
            yield from (_problem(mark, fault, closing) for mark, fault in _in_order(reading))
    if waiting is not None:
        yield _problem(waiting, "unclosed", closing)


def _places(plain: str, marks: Sequence[str]) -> list[int]:
    """Where the marks stand; looking for one at a time is quick where there is none."""
    found: list[int] = []
    for mark in marks:
        at = plain.find(mark)
        while at >= 0:
            found.append(at)
            at = plain.find(mark, at + 1)
    return sorted(found)


def _closing_marks(locale: str, settings: Settings) -> Mapping[str, str]:
    """The closing mark of each opening one: the project's own first, then the language's."""
    language = locale.partition("-")[0]
    own = settings.quotes.get(locale) or settings.quotes.get(language, "")
    marks: dict[str, str] = {}
    for pairs in ("".join(own.split()), _MARKS.get(language, "")):
        for opening, closing in zip(pairs[::2], pairs[1::2], strict=False):
            taken = {*marks, *marks.values()}
            # Straight quotes and the apostrophe look the same on both sides or inside words.
            if closing not in (opening, "’") and not taken & {opening, closing}:
                marks[opening] = closing
    return marks


def _goes_on(waiting: _Mark, unit: Unit, closing: Mapping[str, str]) -> bool:
    again = (waiting.opening, closing[waiting.opening])
    return unit.kind in _RUNNING and unit.plain.lstrip()[:1] in again


def _read(
    unit: Unit, places: Sequence[int], closing: Mapping[str, str], waiting: _Mark | None
) -> _Reading:
    """Pairs the marks at these places; the first one goes on with what waits."""
    reading = _Reading(unit)
    opening = {close: mark for mark, close in closing.items()}
    if waiting is not None:
        reading.open.append(_Mark(unit=unit, at=places[0], opening=waiting.opening))
        places = places[1:]
    for at in places:
        if len(reading.faults) >= _MOST_FAULTS or len(reading.open) > _DEEPEST:
            break
        character = unit.plain[at]
        if character in closing:
            _open(reading, _Mark(unit=unit, at=at, opening=character))
        else:
            _close(reading, _Mark(unit=unit, at=at, opening=opening[character]))
    return reading


def _open(reading: _Reading, mark: _Mark) -> None:
    if _ends_words(mark) and any(each.opening == mark.opening for each in reading.open):
        reading.faults.append((mark, "reversed"))
        reading.open.pop()
    else:
        reading.open.append(mark)


def _close(reading: _Reading, mark: _Mark) -> None:
    same = [i for i, each in enumerate(reading.open) if each.opening == mark.opening]
    if same:
        reading.faults.extend((each, "unclosed") for each in reading.open[same[-1] + 1 :])
        del reading.open[same[-1] :]
    elif _quotes_nothing(mark):
        return
    elif _starts_words(mark):
        reading.faults.append((mark, "reversed"))
        reading.open.append(mark)
    else:
        reading.faults.append((mark, "unopened"))


def _quotes_nothing(mark: _Mark) -> bool:
    """Whether the mark is the sign of a length (15”) or an arrow (File » Save as)."""
    plain = mark.unit.plain
    before = plain[max(0, mark.at - 1) : mark.at]
    return before.isdecimal() or (before == " " and plain[mark.at : mark.at + 2] == "» ")


def _starts_words(mark: _Mark) -> bool:
    plain = mark.unit.plain
    before, after = plain[max(0, mark.at - 1) : mark.at], plain[mark.at + 1 :].lstrip()[:1]
    return (not before or before.isspace() or before in _OPENS_BEFORE) and after.isalnum()


def _ends_words(mark: _Mark) -> bool:
    plain = mark.unit.plain
    before, after = plain[max(0, mark.at - 1) : mark.at], plain[mark.at + 1 : mark.at + 2]
    return not before.isspace() and not after.isalnum()


def _left_open(reading: _Reading) -> _Mark | None:
    """The mark of a quotation that the next paragraph may go on with; no longer in `open`."""
    reversed_marks = [mark for mark, _ in reading.faults]
    reading.open = [mark for mark in reading.open if mark not in reversed_marks]
    if len(reading.open) == 1 and reading.unit.kind in _RUNNING:
        return reading.open.pop()
    return None


def _in_order(reading: _Reading) -> Sequence[tuple[_Mark, _Fault]]:
    left: list[tuple[_Mark, _Fault]] = [(mark, "unclosed") for mark in reading.open]
    return sorted(reading.faults + left, key=lambda fault: fault[0].at)[:_MOST_FAULTS]


def _problem(mark: _Mark, fault: _Fault, closing: Mapping[str, str]) -> Problem:
    opening, close = mark.opening, closing[mark.opening]
    words = f'"{excerpt(mark.unit.plain, mark.at)}"'
    if fault == "unclosed":
        message = f"{opening} is never closed in {words}"
        hint = f"write {close} where the quotation ends"
    elif fault == "unopened":
        message = f"{close} closes nothing in {words}"
        hint = f"write {opening} where the quotation begins, or take {close} away"
    else:
        wrong = mark.unit.plain[mark.at]
        message = f"{wrong} looks the wrong way in {words}"
        hint = f"write {close if wrong == opening else opening} instead"
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=message,
        span=place_in_plain(mark.unit, mark.at),
        hint=hint,
    )
