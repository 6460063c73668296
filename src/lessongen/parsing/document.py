"""A Markdown file: what it says of itself, its text, its units."""

from collections.abc import Collection

from lessongen.model.document import Document, DocumentKind
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.parsing.body import parse_body
from lessongen.parsing.front_matter import parse_front_matter
from lessongen.parsing.front_matter_units import front_matter_units


@value
class Parsed:
    """A document and its units, in the order of the file."""

    document: Document
    units: tuple[Unit, ...]


def parse_document(
    file: SourceFile, *, locale: str, key: str, kind: DocumentKind, marked: Collection[int] = ()
) -> Outcome[Parsed]:
    """A document and its units, whatever the file contains; what is wrong with it are problems.

    The blocks on the `marked` lines have a note above them: their old words mislead.
    """
    reading = parse_front_matter(file, kind)
    split = reading.split
    title = reading.front.title or ""
    parsed = parse_body(
        file, start=split.body_offset, line=split.body_line, title=title, marked=marked
    )
    document = Document(
        path=file.path,
        locale=locale,
        key=key,
        kind=kind,
        front=reading.front,
        body=parsed.body,
    )
    units = front_matter_units(file, reading.fields) + parsed.units
    return Outcome(
        value=Parsed(document=document, units=units), problems=reading.problems + parsed.problems
    )
