"""Units: the blocks of a file that a translator translates, and putting one back in its place."""

import re
from collections.abc import Sequence

from lessongen.model.source import SourceFile
from lessongen.model.unit import Unit, UnitKind
from lessongen.parsing.body_text import BodyText, Range

# Compiled where a unit is put back: a build needs none of them.
_LINE_END = r"\r\n|\r|\n"
# Blocks that cannot go on in the next line: headings with #, titles of containers.
_ONE_LINE = r"#{1,6}[ \t]+\Z|:{3,}[ \t]*[^\s:]\S*[ \t]+\Z"
_DEFINITION_FOLLOWS = r"[ \t]*(?:\r\n|\r|\n)(?:[> \t]*(?:\r\n|\r|\n))?[> \t]*[:~][ \t]"
_FOOTNOTE_MARK = r"\[\^[^\]]*\]:"
_MARKER_AT_QUOTE = r">(?=[^>\s])"
_NO_BLANK = r"[^>\t]"


class BodyUnits:
    """Collects the units of a body, in any order."""

    __slots__ = ("_file", "_source", "_units", "block")

    def __init__(self, file: SourceFile, source: BodyText) -> None:
        self._file = file
        self._source = source
        self._units: list[Unit] = []
        self.block = -1  # the one that is being written

    def add(self, kind: UnitKind, lines: Sequence[Range], plain: str) -> None:
        """Adds a unit that stands on these lines of the body, blanks before them excluded."""
        source, text = self._source, self._file.text
        ranges = tuple([self._range(each, kind) for each in lines])
        self._units.append(
            Unit(
                kind=kind,
                text="\n".join([text[start:end] for start, end in ranges]),
                plain=plain,
                ranges=ranges,
                span=source.span(lines[0][0], lines=len(lines)),
                block=self.block,
            )
        )

    def _range(self, line: Range, kind: UnitKind) -> Range:
        """Where the text of a line stands in the file."""
        source = self._source
        start, end = line
        while start < end and source.text[start] in " \t" and kind != "code":
            start += 1
        if source.shortened:
            return source.in_file(start), source.in_file(end)
        return source.start + start, source.start + end

    def in_order(self) -> tuple[Unit, ...]:
        """The units as they stand in the file."""
        return tuple(sorted(self._units, key=_start))


def _start(unit: Unit) -> Range:
    return unit.ranges[0]


def replace_unit(text: str, unit: Unit, new: str) -> str:
    r"""The file's text with `new` in the place of a unit; its own text changes nothing.

    Lines replace lines. More lines get the marks of quotes and lists around them, fewer take
    whole lines away; a block of one line stays one. A value of the front matter is written as
    YAML again.

    >>> from lessongen.model.source import Span
    >>> unit = Unit(kind="quote", text="a", plain="a", ranges=((2, 3),), span=Span(path="x.md"))
    >>> replace_unit("> a\n", unit, "b\nc")
    '> b\n> c\n'
    """
    if new == unit.text:
        return text
    if _is_yaml(text, unit):
        from lessongen.parsing.front_matter_units import replace_front_matter_unit

        file = SourceFile(path=unit.span.path, text=text, digest="")
        return replace_front_matter_unit(file, unit, new)
    lines = re.split(_LINE_END, new)
    if _stays_one_line(text, unit):
        lines = [" ".join(line.strip() for line in lines)]
    return _replace_lines(text, unit.ranges, lines)


def _is_yaml(text: str, unit: Unit) -> bool:
    from lessongen.parsing.split import split_front_matter

    file = SourceFile(path=unit.span.path, text=text, digest="")
    return unit.ranges[0][0] < split_front_matter(file).body_offset


def _stays_one_line(text: str, unit: Unit) -> bool:
    if len(unit.ranges) > 1:
        return False
    start, end = unit.ranges[0]
    if unit.kind == "row" or re.search(_ONE_LINE, text[_line_start(text, start) : start]):
        return True
    follows = re.compile(_DEFINITION_FOLLOWS)
    return unit.kind == "definition" and follows.match(text, end) is not None


def _replace_lines(text: str, ranges: Sequence[Range], lines: Sequence[str]) -> str:
    common = min(len(ranges), len(lines))
    pieces = []
    at = 0
    for (start, end), line in zip(ranges, lines, strict=False):
        pieces += [text[at:start], line]
        at = end
    if len(lines) > common:
        pieces += _more_lines(text, ranges, lines[common:])
    return "".join(pieces) + text[ranges[-1][1] :]


def _more_lines(text: str, ranges: Sequence[Range], lines: Sequence[str]) -> list[str]:
    """Line ends, marks and lines to come after the last range."""
    start, end = ranges[-1]
    line_end = re.compile(_LINE_END)
    found = line_end.search(text, end) or line_end.search(text)
    before = text[_line_start(text, start) : start]
    marks = re.sub(_FOOTNOTE_MARK, lambda mark: " " * len(mark[0]), before)
    marks = re.sub(_MARKER_AT_QUOTE, "> ", marks)  # a quote takes one space for its own
    prefix = (found[0] if found else "\n") + re.sub(_NO_BLANK, " ", marks)
    return [piece for line in lines for piece in (prefix, line)]


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
