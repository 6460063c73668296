"""The text of a body as it is parsed, and where each character of it stands in the file."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from lessongen.model.source import SourceFile, Span
from lessongen.model.value import value

if TYPE_CHECKING:
    from markdown_it.token import Token

Range = tuple[int, int]

_BLANK = " \t"
_TAB = 4  # columns
# What markdown-it takes from both ends of a paragraph: all spaces of Unicode.
_TRIMMED = " \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


class TableRow:
    """A row of a table; its cells are found when a place in one of them is wanted."""

    __slots__ = ("cells", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.cells: list[Range] | None = None


@value
class BodyText:
    r"""A body with `\n` at the end of each line and U+FFFD for characters that HTML forbids.

    Places here are offsets in `text`; `in_file` turns them into offsets in the file.
    """

    path: str
    text: str
    start: int  # of the body in the file's text
    line: int  # of the body's first line in the file
    starts: Sequence[int]  # of each line, and one past the end
    shortened: Sequence[int]  # the line ends that are two characters in the file
    forbidden: int = -1  # where the first character stood that HTML forbids

    def in_file(self, at: int) -> int:
        """The offset in the file's text."""
        return self.start + at + (bisect_left(self.shortened, at) if self.shortened else 0)

    def line_of(self, at: int) -> int:
        """The 0-based line of the body."""
        return bisect_right(self.starts, at) - 1

    def span(self, at: int, *, lines: int = 1) -> Span:
        """The place of a character, as an author sees it."""
        line = self.line_of(at)
        return Span(
            path=self.path,
            line=self.line + line,
            column=at - self.starts[line] + 1,
            end_line=self.line + line + lines - 1 if lines > 1 else 0,
        )

    def line_end(self, line: int) -> int:
        """Where a line's text ends."""
        if line + 1 < len(self.starts):
            return self.starts[line + 1] - 1
        return len(self.text)

    def line_text(self, line: int) -> str:
        """A line's text, without its end."""
        return self.text[self.starts[line] : self.line_end(line)]

    def content_lines(self, token: "Token") -> list[Range]:
        """Where each line of an inline token's content stands, leading blanks included.

        A line of content is the end of its source line, without the marks of quotes and lists;
        tabs of which only a part belongs to it are not counted.
        """
        if "row" in token.meta:
            return [self._cell(token)]
        content = token.meta.get("full", token.content)
        if "\n" not in content and token.map and token.map[1] - token.map[0] == 1:
            start = self._content_end(token, token.map[0]) - len(content)
            return [(start, start + len(token.content))]  # most texts have one line
        lines = content.split("\n")
        first, last = self._source_lines(token, lines)
        found = []
        for line, text in enumerate(lines, first):
            end = self._content_end(token, line) if line == last else self.line_end(line)
            found.append((end - len(text), end))
        if content is not token.content:  # attributes were cut off the last line
            start, end = found[-1]
            found[-1] = (start, end - len(content) + len(token.content))
        return found

    def _source_lines(self, token: "Token", lines: Sequence[str]) -> Range:
        """The first and the last source line; lines of no-break spaces only are cut off."""
        first, past = token.map or [0, 0]
        more = max(past - first, 1) - len(lines)
        while more > 0 and not self.line_text(first).rstrip(_TRIMMED).endswith(
            lines[0].rstrip(_TRIMMED)
        ):
            first, more = first + 1, more - 1
        return first, first + len(lines) - 1

    def _content_end(self, token: "Token", line: int) -> int:
        text = self.line_text(line).rstrip(_BLANK)
        if token.meta.get("atx") and text.endswith("#"):
            without = text.rstrip("#")
            text = without if without[-1:] in (" ", "\t") else text
        return self.starts[line] + len(text.rstrip(_TRIMMED))

    def places(self, token: "Token", lines: Sequence[Range]) -> "Places":
        """Where each character of an inline token's content stands, from its lines."""
        escapes: Sequence[int] = ()
        if "row" in token.meta:
            pipes = re.finditer(r"\\\|", self.text[slice(*lines[0])])
            escapes = [found.start() - before for before, found in enumerate(pipes)]
        return Places(token.content, [start for start, _ in lines], escapes)

    def block_lines(self, first: int, content: str) -> list[Range]:
        """Where each line of a block of code or raw HTML stands, from the source line `first` on.

        The content may begin with spaces that are a part of a tab.
        """
        found = []
        for line, text in enumerate(content.removesuffix("\n").split("\n"), first):
            source = self.line_text(line)
            for _ in range(_TAB - 1):
                if text[:1] == " " and not source.endswith(text):
                    text = text[1:]  # noqa: PLW2901 (what is left of it)
            end = self.line_end(line)
            found.append((end - len(text), end))
        return found

    def _cell(self, token: "Token") -> Range:
        row, number = token.meta["row"]
        if row.cells is None:
            row.cells = self._cells_of(row.start)
        return row.cells[number] if number < len(row.cells) else (row.start, row.start)

    def _cells_of(self, start: int) -> list[Range]:
        cells = list(_cells(self.text, start, self.line_end(self.line_of(start))))
        if not self.text[slice(*cells[0])].strip(_TRIMMED):  # before the first pipe
            cells = cells[1:]
        return [self._trimmed(begin, end) for begin, end in cells]

    def _trimmed(self, begin: int, end: int) -> Range:
        text = self.text[begin:end].rstrip(_TRIMMED)
        return begin + len(text) - len(text.lstrip(_TRIMMED)), begin + len(text)


def _cells(text: str, start: int, end: int) -> Iterator[Range]:
    """The cells of a table row, pipes excluded, as markdown-it splits them."""
    at = start
    escaped = False
    for place in range(start, end):
        if text[place] == "|" and not escaped:
            yield at, place
            at = place + 1
        escaped = text[place] == "\\"
    yield at, end


class Places:
    """Where the characters of some content stand in a body."""

    __slots__ = ("_begins", "_escapes", "_starts")

    def __init__(self, content: str, starts: Sequence[int], escapes: Sequence[int] = ()) -> None:
        self._starts = starts  # of each line of content, in the body
        self._escapes = escapes  # `\\|` in a table cell is one character of content
        self._begins = [0]  # of each line, in the content
        at = content.find("\n")
        while at >= 0:
            self._begins.append(at + 1)
            at = content.find("\n", at + 1)

    def __call__(self, at: int) -> int:
        """The offset in the body."""
        line = min(bisect_right(self._begins, at), len(self._starts)) - 1
        at -= self._begins[line]
        return self._starts[line] + at + bisect_left(self._escapes, at)


def body_text(file: SourceFile, start: int, line: int) -> BodyText:
    """The body of a file that begins at the character `start`, on the 1-based `line`."""
    text = file.text[start:] if start else file.text
    shortened: list[int] = []
    if "\r" in text:
        shortened = [
            found.start() - before for before, found in enumerate(re.finditer("\r\n", text))
        ]
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    forbidden = first_forbidden(text)
    if forbidden >= 0:
        text = without_forbidden(text)
    lengths = map(len, text.split("\n"))
    starts = [at + line for line, at in enumerate(accumulate(lengths, initial=0))]
    return BodyText(
        path=file.path,
        text=text,
        start=start,
        line=line,
        starts=starts[:-1],
        shortened=shortened,
        forbidden=forbidden,
    )


def first_forbidden(text: str) -> int:
    """Where the first character stands that no HTML page may contain, or -1."""
    if text.replace("\n", "").isprintable():  # most texts are, and this is quick to see
        return -1
    found = _forbidden().search(text)
    return found.start() if found else -1


def without_forbidden(text: str) -> str:
    """The text with U+FFFD in place of characters that no HTML page may contain."""
    return text if text.isprintable() else _forbidden().sub("\ufffd", text)


@cache  # compiling it takes as long as writing a paragraph, and few texts need it
def _forbidden() -> re.Pattern[str]:
    planes = range(1, 17)
    ends = "".join(chr(plane << 16 | last) for plane in planes for last in (0xFFFE, 0xFFFF))
    return re.compile(f"[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff{ends}]")
