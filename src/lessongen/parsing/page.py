"""What the writers of blocks share while one body is written."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from lessongen.model.document import BlockKind
from lessongen.model.unit import UnitKind
from lessongen.parsing.body_text import BodyText, Range
from lessongen.parsing.findings import MARK, Findings
from lessongen.parsing.footnotes import Footnotes
from lessongen.parsing.limits import MOST_LINES
from lessongen.parsing.units import BodyUnits
from lessongen.parsing.words import count_words
from lessongen.parsing.write_html import HtmlWriter
from lessongen.parsing.write_inline import InlineWriter

if TYPE_CHECKING:
    from markdown_it.token import Token

    # Writes the block that begins at an index; gives back where the next one begins.
    BlockRule: TypeAlias = Callable[["Page", Sequence[Token], int], int]


class Page:
    """A body half written: its HTML, its units, and where in it we are."""

    def __init__(self, source: BodyText, units: BodyUnits, *, title: str, shift: int) -> None:
        self.source = source
        self.units = units
        self.title = title
        self.words = 0
        self.findings = Findings(source)
        self.footnotes = Footnotes(self.findings)
        self.html = HtmlWriter(self.findings, shift)  # shows headings so many levels lower
        self.inline = InlineWriter(self.html, source, self.footnotes)
        self.around: list[UnitKind] = []  # what a paragraph is here
        self.containers: list[str] = []  # the elements they are shown as
        self.row: list[str] = []  # texts of the cells so far
        self.blocks: list[tuple[BlockKind, int]] = []  # so far, with their numbers
        self.item = 0  # the number of the next item

    def begin(self, kind: BlockKind, number: int = 0) -> None:
        """Notes that a block begins here which can be shown by itself."""
        self.html.out.append(f"{MARK}b{len(self.blocks)};")
        self.units.block = len(self.blocks)
        self.blocks.append((kind, number))

    def content(self, inline: "Token") -> str:
        """Writes what a block says; gives back its plain text."""
        first = len(self.html.plain)
        self.inline.write(inline)
        if "plain" in inline.meta:
            self._report_plain(inline)
        return "".join(self.html.plain[first:])

    def leaf(self, kind: UnitKind, inline: "Token") -> None:
        """Writes what a block says, and adds it as a unit."""
        plain = self.content(inline)
        if "plain" in inline.meta and inline.content.count("\n") > MOST_LINES:
            return  # what nobody will translate
        self.unit(kind, self.inline.lines(inline), plain)

    def unit(self, kind: UnitKind, lines: Sequence[Range], plain: str) -> None:
        """Adds a unit whose words readers see."""
        self.words += count_words(plain)
        self.units.add(kind, lines, plain)

    def kind(self) -> UnitKind:
        """What a paragraph is here; the first one of an item is the item."""
        kind: UnitKind = self.around[-1] if self.around else "paragraph"
        if kind == "item":
            self.around[-1] = "paragraph"
        return kind

    def line_start(self, token: "Token") -> int:
        """Where the first line of a block begins, marks of quotes and lists included."""
        return self.source.starts[token.map[0] if token.map else 0]

    def _report_plain(self, inline: "Token") -> None:
        """Reports a text that is not read as Markdown; of several like it, the first."""
        message = f"text {inline.meta['plain']}: it is shown as it was typed"
        hint = "write it flatter, or in more than one document"
        self.findings.report_once("too-complex", message, self.line_start(inline), hint)
