"""Where the translation of a unit belongs that has none yet: behind that of the unit before it.

source   One.   - a  - b  - c          the gap between `a` and `b` has nothing in it,
target   Uno.   - a       - c          so `b` goes on the line below `a`, with the marks of `b`
"""

import re
from collections.abc import Sequence

from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.model.unit import Unit
from lessongen.model.value import replaced, value
from lessongen.parsing.document import parse_document
from lessongen.parsing.paths import place_of
from lessongen.parsing.split import split_front_matter
from lessongen.parsing.units import replace_unit
from lessongen.tracking.tracker import Study
from lessongen.translation.normal import form

_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n)")
_BLANKS = " \t>"  # of a line that is empty, in a quotation or not
_KEY = re.compile(r"\w+:")
_RULES = re.compile(r"[-\s]+")  # the line below the head of a table, however wide


@value
class _Sides:
    """Both files, the units of the source, and for each of them its twins in the target."""

    source: SourceFile
    target: SourceFile
    units: tuple[Unit, ...]
    twins: tuple[tuple[Unit, ...], ...]
    targets: tuple[Unit, ...]  # all of them, as they stand in the file


@value
class _Gap:
    """What stands in the source between a unit and a neighbour, other units left out."""

    lines: tuple[str, ...]  # those that are not blank
    is_loose: bool  # whether there is a blank line, too


def with_twin(
    study: Study, at: int, source: SourceFile, target: SourceFile, wanted: str
) -> tuple[str, Unit] | None:
    """The target's text with a twin of one more source unit, and the twin; None: it is no twin.

    `at` is the place of the unit among those of the source. Nothing else may change.
    """
    if not wanted.strip():
        return None
    units = _parsed(source).value
    twins = {id(each): pair.targets for pair in study.pairs for each in pair.sources}
    sides = _Sides(
        source=source,
        target=target,
        units=units,
        twins=tuple(twins.get(id(each), ()) for each in study.sources),
        targets=study.targets,
    )
    end = _end_of(target.text)
    piece = end.join(_LINE_END.split(_piece(source.text, units[at], wanted)))
    placed = _placed(sides, at, piece, end)
    if placed is None:
        return None
    position, text = placed
    added = _added(target, position, text)
    is_twin = added is not None and form(added) == form(_with_text(units[at], wanted))
    return (text, added) if added and is_twin and added.kind == units[at].kind else None


def _added(target: SourceFile, position: int, text: str) -> Unit | None:
    """The unit at a position of a text, if it is the only thing in which the target differs."""
    old, new = _parsed(target), _parsed(SourceFile(path=target.path, text=text, digest=""))
    units = list(new.value)
    if len(units) != len(old.value) + 1 or len(new.problems) > len(old.problems):
        return None
    added = units.pop(position)
    same = all(
        (one.kind, one.text, one.plain) == (other.kind, other.text, other.plain)
        for one, other in zip(old.value, units, strict=True)
    )
    return added if same else None


def _end_of(text: str) -> str:
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def _placed(sides: _Sides, at: int, piece: str, end: str) -> tuple[int, str] | None:
    """The position of the new unit in the target, and the text with it; None: nowhere."""
    in_front = _is_in_front(sides.source, sides.units[at])
    anchors = [
        place
        for place, twins in enumerate(sides.twins)
        if twins and _is_in_front(sides.source, sides.units[place]) == in_front
    ]
    earlier = [place for place in anchors if place < at]
    is_apart = not earlier or not _is_tight(sides, earlier[-1], at)
    if is_apart and not in_front and at + 1 in anchors and _is_tight(sides, at, at + 1):
        return _placed_before(sides, at + 1, at, piece, end)  # the first of a list
    if earlier:
        return _placed_behind(sides, earlier[-1], at, piece, end, in_front=in_front)
    if in_front:
        return None
    if anchors:
        return _placed_before(sides, anchors[0], at, piece, end)
    return len(sides.targets), sides.target.text.rstrip() + end * 2 + piece + end


def _is_tight(sides: _Sides, first: int, last: int) -> bool:
    """Whether two units of the source stand on lines that follow each other."""
    gap = _gap(sides.source.text, sides.units[first : last + 1])
    return not gap.lines and not gap.is_loose


def _placed_behind(
    sides: _Sides, anchor: int, at: int, piece: str, end: str, *, in_front: bool
) -> tuple[int, str] | None:
    text = sides.target.text
    twin = max(sides.twins[anchor], key=lambda each: each.ranges[-1])
    gap = _gap(sides.source.text, sides.units[anchor : at + 1])
    if in_front:
        gap, piece = _front_gap(gap, piece, sides.target, end)
    spot = _behind(text, twin, gap)
    if spot is None:
        return None
    joint = end * (2 if gap.is_loose else 1)
    return _index(sides.targets, twin) + 1, text[:spot] + joint + piece + text[spot:]


def _placed_before(
    sides: _Sides, anchor: int, at: int, piece: str, end: str
) -> tuple[int, str] | None:
    text = sides.target.text
    twin = min(sides.twins[anchor], key=lambda each: each.ranges[0])
    gap = _gap(sides.source.text, sides.units[at : anchor + 1])
    if gap.lines:
        return None
    spot = _line_start(text, twin.ranges[0][0])
    joint = end * (2 if gap.is_loose else 1)
    return _index(sides.targets, twin), text[:spot] + piece + joint + text[spot:]


def _piece(source: str, unit: Unit, wanted: str) -> str:
    """The lines of the unit with the marks around it, and its translation as their text."""
    start = _line_start(source, unit.ranges[0][0])
    end = _line_end(source, unit.ranges[-1][1])
    if unit.kind == "code":  # between its fences
        start = _line_start(source, max(0, start - 1))
        end = _line_end(source, min(len(source), end + 1))
    whole = replace_unit(source, unit, wanted)
    return whole[start : len(whole) - (len(source) - end)]


def _gap(source: str, units: Sequence[Unit]) -> _Gap:
    """What stands between the first and the last of these units."""
    first, last = units[0], units[-1]
    start = _line_end(source, first.ranges[-1][1])
    end = _line_start(source, last.ranges[0][0])
    if last.kind == "code":
        end = _line_start(source, max(0, end - 1))
    skipped = {_line_start(source, at) for each in units[1:-1] for at, _ in each.ranges}
    lines = [found for found in _LINE.finditer(source, start, end) if found.start() > start]
    between = [found[1] for found in lines if found.start() not in skipped]
    return _Gap(
        lines=tuple(line for line in between if line.strip(_BLANKS)),
        is_loose=any(not line.strip(_BLANKS) for line in between),
    )


def _front_gap(gap: _Gap, piece: str, target: SourceFile, end: str) -> tuple[_Gap, str]:
    """The gap in a front matter: keys that are not translated need not be there.

    The key of a list comes along with its first item.
    """
    bare = _Gap(lines=(), is_loose=False)
    if _KEY.match(piece):
        return bare, piece
    keys = [line for line in gap.lines if _KEY.match(line)]
    if not keys:
        return gap, piece
    key = keys[-1].rstrip()
    is_new = f"\n{key}" not in split_front_matter(target).yaml
    return (
        (bare, f"{key}{end}{piece}") if is_new and gap.lines[-1].rstrip() == key else (gap, piece)
    )


def _behind(text: str, twin: Unit, gap: _Gap) -> int | None:
    """The end of the line behind which the new unit goes: that of the twin, or of what follows.

    What stands in the gap in the source must follow here, too; None if it does not.
    """
    at = _line_end(text, twin.ranges[-1][1])
    for wanted in gap.lines:
        at += len(text[at:]) - len(text[at:].lstrip())
        stop = _line_end(text, at)
        start = _line_start(text, at)
        if _RULES.sub("-", text[start:stop].strip()) != _RULES.sub("-", wanted.strip()):
            return None
        at = stop
    return at


def _is_in_front(file: SourceFile, unit: Unit) -> bool:
    return unit.ranges[0][0] < split_front_matter(file).body_offset


def _index(units: Sequence[Unit], unit: Unit) -> int:
    return next(place for place, each in enumerate(units) if each is unit)


def _parsed(file: SourceFile) -> Outcome[tuple[Unit, ...]]:
    locale, key, kind = place_of(file.path) or ("", file.path, "page")
    read = parse_document(file, locale=locale, key=key, kind=kind)
    return Outcome(value=read.value.units, problems=read.problems)


def _with_text(unit: Unit, text: str) -> Unit:
    return replaced(unit, text=text, plain=text)


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)
