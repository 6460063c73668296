"""A Markdown file: what it says of itself, its text, its units."""


from lessongen.model.document import Document, DocumentKind
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.parsing.body import parse_body
from lessongen.parsing.front_matter import read_fields, read_front_matter
from lessongen.parsing.front_matter_units import front_matter_units
from lessongen.parsing.split import split_front_matter
from lessongen.yaml_nodes.report import Report


@value
class Parsed:
    """A document and its units, in the order of the file."""

    document: Document
    units: tuple[Unit, ...]


def parse_document(
    file: SourceFile, *, locale: str, key: str, kind: DocumentKind
) -> Outcome[Parsed]:
    """A document and its units, whatever the file contains; what is wrong with it are problems."""
    front = read_front_matter(file, kind)
    split = split_front_matter(file)
    fields = read_fields(split, Report(file.path))
    title = front.value.title or ""
    parsed = parse_body(file, start=split.body_offset, line=split.body_line, title=title)
    document = Document(
        path=file.path,
        locale=locale,
        key=key,
        kind=kind,
        front=front.value,
        body=parsed.body,
    )
    units = front_matter_units(file, fields) + parsed.units
    return Outcome(
        value=Parsed(document=document, units=units), problems=front.problems + parsed.problems
    )
