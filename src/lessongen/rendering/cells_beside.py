"""Rows of two texts side by side become HTML. Loads no template engine: a page can get new rows."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from lessongen.model.view_beside import BesideRows
from lessongen.model.view_pieces import BodyView
from lessongen.rendering.addresses import fragment_of
from lessongen.rendering.filling import Phrases, phrases_of
from lessongen.rendering.languages import direction
from lessongen.rendering.markup import with_named_tables
from lessongen.rendering.rows_beside import RowBeside, rows_beside
from lessongen.rendering.words import Words, WordsByLanguage


class _Column(NamedTuple):
    """What all cells of a column share."""

    cell_start: Markup
    twin_start: Markup
    table: Markup  # what a table is called
    phrases: Phrases


class CellsBeside:
    """Writes rows and cells for the pages of a language."""

    def __init__(self, locale: str, words: WordsByLanguage) -> None:
        self._words = words
        self._own = words.of(locale)
        self._place = _place(locale)
        self._columns: dict[str, _Column] = {}
        self._numbers: dict[tuple[str, int], str] = {}  # pages are full of the same ones

    def cell_start(self, locale: str) -> Markup:
        """The start of a cell. Every column says its language, the page's own too."""
        return self._column(locale).cell_start

    def twin_start(self, locale: str) -> Markup:
        """The start of the other cell: a disclosure on a phone, a column where there is room."""
        return self._column(locale).twin_start

    def rows(self, rows: BesideRows, own: BodyView, other: BodyView) -> Markup:
        """All rows of a page, with the reader's own text and the other one."""
        texts = [(each, self._column(each.locale).phrases) for each in (own, other)]
        pieces = [
            piece
            for row in rows_beside(rows, *texts)
            for piece in self._row(row, own.locale, other.locale, turned=rows.turned)
        ]
        return Markup("".join(pieces))  # noqa: S704 made clean

    def _column(self, locale: str) -> _Column:
        found = self._columns.get(locale)
        return found or self._columns.setdefault(locale, _column(self._words.of(locale), locale))

    def _row(self, row: RowBeside, own: str, other: str, *, turned: bool) -> Iterator[str]:
        yield self._row_start(row)
        if row.own:
            remarks = self._remarks(own, alone=not row.other, behind=row.behind and turned)
            column = self._column(own)
            yield _cell(column.cell_start, row.own, column.table, remarks)
            yield "</div>\n"
        if row.other and not row.once:
            remarks = self._remarks(other, alone=not row.own, behind=row.behind and not turned)
            column = self._column(other)
            start = column.cell_start if row.open else column.twin_start
            yield _cell(start, row.other, column.table, remarks)
            yield "</div>\n" if row.open else "</details>\n"
        yield "</div>\n\n"

    def _row_start(self, row: RowBeside) -> str:
        alone = "" if row.own and row.other else " pair-alone"
        once = " pair-once" if row.once else ""
        start = f'<div class="pair pair-{row.kind}{alone}{once}"'
        if not row.anchor:
            return f"{start}>\n"
        numbered = self._numbers.get((row.anchor, row.number))
        if numbered is None:
            numbered = self._numbered(row.anchor, row.number)
            self._numbers[row.anchor, row.number] = numbered
        anchors = [f'<span id="{escape(each)}"></span>\n' for each in row.anchors]
        return start + numbered + "".join(anchors)

    def _numbered(self, anchor: str, number: int) -> str:
        """The rest of a row's start: its anchor, and its number, which leads there."""
        shown = self._own.localized.number(number)
        label = self._own.gettext("Paragraph %(number)s", number=shown)
        return (
            f' id="{escape(anchor)}" tabindex="-1">\n'
            f'<a class="pair-number" href="{escape(fragment_of(anchor))}"'
            f' aria-label="{label}">{escape(shown)}</a>\n'
        )

    def _remarks(self, locale: str, *, alone: bool, behind: bool) -> str:
        """What is to be known of a row: it has no twin, or its twin is newer."""
        told = []
        if alone:
            name = self._own.localized.language_name(locale)
            told.append(self._own.gettext("Only in %(language)s", language=name))
        if behind:
            told.append(self._own.gettext("The original of this paragraph has changed since."))
        return "".join(f'\n<p class="pair-remark"{self._place}>{each}</p>\n' for each in told)


def _column(words: Words, locale: str) -> _Column:
    place = _place(locale)
    name = words.localized.language_name(locale, locale)
    show = words.gettext("Show in %(language)s", language=name)
    return _Column(
        cell_start=Markup('<div class="cell"{}>').format(place),
        twin_start=Markup('<details class="cell twin"{}>\n<summary>{}</summary>').format(
            place, show
        ),
        table=words.pgettext("body", "Table"),
        phrases=phrases_of(words),
    )


def _place(locale: str) -> Markup:
    return Markup(' lang="{}" dir="{}"').format(locale, direction(locale))


def _cell(start: str, html: str, table: str, remarks: str) -> str:
    return f'{start}\n<div class="text">\n{with_named_tables(html, table)}</div>{remarks}\n'
