"""The terms of `glossary.csv`: a column for each language, variants separated by "|"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lessongen.model.language_tag import is_language_tag
from lessongen.model.people import Term
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile, Span
from lessongen.yaml_nodes.report import Report, shorten

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SEPARATORS = (",", ";", "\t")  # spreadsheets choose by the computer's language
_COLUMNS_HINT = 'columns are a language ("es"), "es_forbidden", "es_definition" and "note"'


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one row, and the line where it begins."""

    cells: tuple[str, ...]
    span: Span


def parse_glossary(file: SourceFile) -> Outcome[tuple[Term, ...]]:
    """The rows as terms, in the file's order."""
    report = Report(file.path)
    rows = _rows(file, report)
    header = next(rows, None)
    if header is None:
        return Outcome(value=(), problems=report.problems)
    columns = _columns(header, report)
    terms = [term for row in rows if (term := _term(row, columns, report)) is not None]
    return Outcome(value=tuple(terms), problems=report.problems)


def _rows(file: SourceFile, report: Report) -> Iterator[_Row]:
    """The rows that hold anything; a row that is no CSV is reported and left out."""
    import csv  # for the few projects that have a glossary

    lines = _LINE.findall(file.text.lstrip("\ufeff"))
    reader = csv.reader(lines, delimiter=_separator(lines), strict=True)
    while True:
        span = Span(path=file.path, line=reader.line_num + 1)
        try:
            cells = next(reader, None)
        except csv.Error as error:
            hint = 'a text with a comma or a quote stands in double quotes, with "" for a quote'
            report.add("csv-syntax", f"this row is no CSV: {error}", span, hint=hint)
            continue
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield _Row(tuple(cell.strip() for cell in cells), span)


def _separator(lines: Sequence[str]) -> str:
    """What separates the cells of the first line."""
    first = next((line for line in lines if line.strip()), "")
    return max(_SEPARATORS, key=first.count)


def _columns(header: _Row, report: Report) -> tuple[str, ...]:
    """The names of the columns; "" for one that is not used."""
    columns: list[str] = []
    for number, name in enumerate(header.cells, start=1):
        language, _, what = name.partition("_")
        known = name == "note" or (
            is_language_tag(language) and what in ("", "forbidden", "definition")
        )
        if not known:
            message = f'column {number} has an unknown name: "{shorten(name)}"'
            report.add("unknown-key", message, header.span, hint=_COLUMNS_HINT)
        elif name in columns:
            message = f'the column "{name}" appears twice'
            report.add("duplicate-key", message, header.span, hint="remove one of the two")
        columns.append(name if known and name not in columns else "")
    if not any(is_language_tag(name) for name in columns):
        report.add("missing-key", "no column is a language", header.span, hint=_COLUMNS_HINT)
    return tuple(columns)


def _term(row: _Row, columns: Sequence[str], report: Report) -> Term | None:
    """A row's term; cells that lack at the end of a row are empty."""
    if len(row.cells) > len(columns):
        message = f"this row has {len(row.cells)} cells, the first row {len(columns)}"
        hint = "put a text with a comma in it between double quotes"
        report.add("bad-value", message, row.span, hint=hint)
        return None
    cells = {name: cell for name, cell in zip(columns, row.cells, strict=False) if name and cell}
    variants = {name: _split(cell) for name, cell in cells.items() if is_language_tag(name)}
    if not variants:
        hint = "write it in the column of a language, or remove the row"
        report.add("missing-key", "this row has no term", row.span, hint=hint)
        return None
    return Term(
        variants=variants,
        forbidden={name: _split(cell) for name, cell in _of(cells, "_forbidden")},
        definitions=dict(_of(cells, "_definition")),
        note=cells.get("note", ""),
        span=row.span,
    )


def _of(cells: Mapping[str, str], ending: str) -> Iterator[tuple[str, str]]:
    return (
        (name.removesuffix(ending), cell) for name, cell in cells.items() if name.endswith(ending)
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(variant.strip() for variant in cell.split("|") if variant.strip())
