"""A Markdown file: what it says of itself, its text, its units."""

from collections.abc import Collection

from lessongen.model.document import Document, DocumentKind, FrontMatter
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.parsing.body import parse_body
from lessongen.parsing.split import FrontMatterText, digest_of_front_matter, split_front_matter


@value
class Parsed:
    """A document and its units, in the order of the file."""

    document: Document
    units: tuple[Unit, ...]


@value
class KnownText:
    """An earlier text of the same file, and all its units: its front matter may be the same."""

    front: FrontMatter
    units: tuple[Unit, ...]


def parse_document(
    file: SourceFile,
    *,
    locale: str,
    key: str,
    kind: DocumentKind,
    marked: Collection[int] = (),
    known: KnownText | None = None,
) -> Outcome[Parsed]:
    """A document and its units, whatever the file contains; what is wrong with it are problems.

    The blocks on the `marked` lines have a note above them: their old words mislead. A `known`
    text spares reading a front matter that has not changed.
    """
    split = split_front_matter(file)
    front = _known_front(file, split, known) or _parsed_front(file, kind, split)
    parsed = parse_body(
        file,
        start=split.body_offset,
        line=split.body_line,
        title=front.value.front.title or "",
        marked=marked,
    )
    document = Document(
        path=file.path,
        locale=locale,
        key=key,
        kind=kind,
        front=front.value.front,
        body=parsed.body,
    )
    return Outcome(
        value=Parsed(document=document, units=front.value.units + parsed.units),
        problems=front.problems + parsed.problems,
    )


def _known_front(
    file: SourceFile, split: FrontMatterText, known: KnownText | None
) -> Outcome[KnownText] | None:
    """The front matter of the earlier text, if that stands here to the letter."""
    if known is None or known.front.digest != digest_of_front_matter(file, split):
        return None
    units = tuple(unit for unit in known.units if unit.span.line < split.body_line)
    return Outcome(value=KnownText(front=known.front, units=units))


def _parsed_front(
    file: SourceFile, kind: DocumentKind, split: FrontMatterText
) -> Outcome[KnownText]:
    from lessongen.parsing.front_matter import parse_front_matter  # few of those change
    from lessongen.parsing.front_matter_units import front_matter_units

    reading = parse_front_matter(file, kind, split)
    units = front_matter_units(file, reading.fields)
    return Outcome(value=KnownText(front=reading.front, units=units), problems=reading.problems)
