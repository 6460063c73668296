"""Small values for the tests of bodies and units."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from lessongen.model.document import Body, Hole
from lessongen.model.problem import Problem
from lessongen.model.source import SourceFile
from lessongen.model.unit import Unit
from lessongen.parsing.body import ParsedBody, parse_body


def source_file(text: str, path: str = "content/en/01-x.md") -> SourceFile:
    """A file with this text."""
    return SourceFile(path=path, text=text, digest="")


def parsed(text: str, *, title: str = "") -> ParsedBody:
    """A file that is nothing but a body."""
    return parse_body(source_file(text), start=0, line=1, title=title)


def page(text: str, *, title: str = "") -> str:
    """The HTML of a body, its holes filled as a page that resolves nothing would do it."""
    return filled(parsed(text, title=title).body)


def filled(body: Body) -> str:
    """The HTML with its holes filled; words of the theme are shown as {kind}."""
    parts = body.html.parts
    return "".join(part if isinstance(part, str) else filling(body, part) for part in parts)


def filling(body: Body, hole: Hole) -> str:
    """What fills a hole on a page that resolves nothing."""
    kind, index = hole
    if kind == "id":
        return escape(body.ids[index])
    if kind == "label":
        return f"{{{body.labels[index]}}}"
    if kind == "/link":
        return "</a>"
    if kind == "link":
        link = body.links[index]
        return f'<a href="{escape(link.target)}"{_written(link.attributes)}>'
    image = body.images[index]
    alt = "" if image.alt is None else f' alt="{escape(image.alt)}"'
    return f'<img src="{escape(image.target)}"{alt}{_written(image.attributes)}>'


def _written(attributes: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes)


def shown_problem(problem: Problem) -> str:
    """A problem with its place in the body."""
    return f"{problem.span.line}:{problem.span.column} {problem.code}: {problem.message}"


def shown_unit(unit: Unit) -> str:
    """A unit with its place; its plain text where that differs."""
    lines = "⏎".join(unit.text.split("\n"))
    plain = "" if unit.plain == unit.text else f" = {unit.plain}"
    return f"{unit.kind} {unit.span.line}:{unit.span.column} {lines}{plain}"


def read_cases(path: Path) -> Iterator[tuple[str, str, str]]:
    """Title, input and expected text of each case of a file; each ends with a line "."."""
    parts = [""]
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line == ".":
            parts.append("")
        else:
            parts[-1] += f"{line}\n"
    yield from zip(parts[:-1:3], parts[1::3], parts[2::3], strict=True)


def write_cases(path: Path, cases: Iterable[tuple[str, str, str]]) -> None:
    """The cases as `read_cases` reads them."""
    text = "".join(f"{part}.\n" for case in cases for part in case)
    path.write_text(text, encoding="utf-8")
