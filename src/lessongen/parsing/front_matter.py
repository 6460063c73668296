"""A file's front matter: what the file says of itself, and where it says it."""

from lessongen.model.document import DocumentKind, FrontMatter
from lessongen.model.problem import Outcome, Problem
from lessongen.model.source import SourceFile, Span
from lessongen.model.value import value
from lessongen.parsing.fields import keys_of, misplaced
from lessongen.parsing.split import FrontMatterText, digest_of_front_matter, split_front_matter
from lessongen.yaml_nodes.compose import compose
from lessongen.yaml_nodes.groups import expect_fields, read_keys
from lessongen.yaml_nodes.nodes import Fields
from lessongen.yaml_nodes.report import Report


@value
class FrontMatterReading:
    """Everything that one reading of a file's front matter brings to light."""

    fields: Fields | None  # None: nothing in it
    front: FrontMatter
    problems: tuple[Problem, ...]


def parse_front_matter(
    file: SourceFile, kind: DocumentKind, split: FrontMatterText
) -> FrontMatterReading:
    """The front matter's nodes and what it says; of a broken one, what it can."""
    report = Report(file.path)
    report.found.extend(split.problems)
    fields = read_fields(split, report)
    if fields is None:
        _no_title(split, report)
        front = FrontMatter()
    else:
        values = read_keys(
            report,
            fields,
            keys_of(kind),
            subject="the front matter",
            misplaced=lambda name: misplaced(name, kind),
        )
        digest = "" if report.problems else digest_of_front_matter(file, split)
        front = FrontMatter(**values, spans=report.spans, digest=digest)
    return FrontMatterReading(fields=fields, front=front, problems=report.problems)


def read_front_matter(file: SourceFile, kind: DocumentKind) -> Outcome[FrontMatter]:
    """What the front matter says, and the problems with it."""
    reading = parse_front_matter(file, kind, split_front_matter(file))
    return Outcome(value=reading.front, problems=reading.problems)


def read_fields(split: FrontMatterText, report: Report) -> Fields | None:
    """The front matter's positioned nodes; None if there is nothing in it."""
    root = compose(split.yaml, report, start=split.start, line=split.line)
    return expect_fields(report, root, "the front matter")


def _no_title(split: FrontMatterText, report: Report) -> None:
    """A file without any key has no title; where it is broken, that has been said already."""
    if report.problems:
        return
    where = Span(path=report.path, line=max(1, split.line - 1) if split.found else 1)
    if split.found:
        message, hint = "the front matter is empty", 'write at least a title: title: "…"'
    else:
        message = 'there is no front matter, and so no "title"'
        hint = 'start the file with three lines: ---, title: "…" and ---'
    report.add("missing-key", message, where, hint=hint)
