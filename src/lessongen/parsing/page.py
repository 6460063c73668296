"""What the writers of blocks share while one body is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from lessongen.model.unit import UnitKind
from lessongen.parsing.body_text import BodyText, Range
from lessongen.parsing.findings import Findings
from lessongen.parsing.footnotes import Footnotes
from lessongen.parsing.html import HtmlWriter
from lessongen.parsing.units import BodyUnits
from lessongen.parsing.words import count_words
from lessongen.parsing.write_inline import InlineWriter

if TYPE_CHECKING:
    from markdown_it.token import Token

    # Writes the block that begins at an index; gives back where the next one begins.
    BlockRule: TypeAlias = Callable[["Page", Sequence[Token], int], int]


@dataclass(slots=True)
class Page:
    """A body half written: its HTML, its units, and where in it we are."""

    source: BodyText
    units: BodyUnits
    title: str
    findings: Findings
    footnotes: Footnotes
    html: HtmlWriter
    inline: InlineWriter
    words: int = 0
    around: list[UnitKind] = field(default_factory=list)  # what a paragraph is here
    containers: list[str] = field(default_factory=list)  # the elements they are shown as
    row: list[str] = field(default_factory=list)  # texts of the cells so far

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
        self.unit(kind, self.source.content_lines(inline), plain)

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


def new_page(source: BodyText, units: BodyUnits, *, title: str, shift: int) -> Page:
    """An empty page for a body; its headings will be shown `shift` levels lower."""
    findings = Findings(source)
    footnotes = Footnotes(findings)
    html = HtmlWriter(findings, shift)
    return Page(
        source=source,
        units=units,
        title=title,
        findings=findings,
        footnotes=footnotes,
        html=html,
        inline=InlineWriter(html, source, footnotes),
    )
