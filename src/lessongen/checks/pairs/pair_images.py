"""Images that are not the same in a translation."""

from collections.abc import Iterator, Mapping, Sequence

from lessongen.model.document import Document, Image
from lessongen.model.document_pair import DocumentPair
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.translation.difference import (
    Difference,
    Mention,
    difference_problem,
    differences,
    first_of_each,
)
from lessongen.translation.meaning import Meaning, is_same, meaning_of
from lessongen.translation.placed import by_line, parts_of

CODE = "pair-images"
SEVERITY: Severity = "warning"


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each image that one side lacks.

    An image of a language's own, in its folder or with its tag in the name, may stand for
    another one.
    """
    sources, targets = by_line(pair.source.body.images), by_line(pair.target.body.images)
    if not sources and not targets:
        return
    for units in pair.up_to_date():
        ours, theirs = parts_of(units.sources, sources), parts_of(units.targets, targets)
        if ours or theirs:
            at = units.targets[0].span
            meant, found = _meant(ours, pair.source, pair), _meant(theirs, pair.target, pair)
            for each in differences(meant, found, at, is_same):
                yield _problem(each, units)


def _meant(
    images: Sequence[Image], document: Document, pair: DocumentPair
) -> Mapping[Meaning, Mention]:
    return first_of_each(
        (meaning_of(image.target.strip(), document, pair), Mention(image.target, image.span))
        for image in images
    )


def _problem(each: Difference, units: UnitPair) -> Problem:
    return difference_problem(
        each,
        units,
        code=CODE,
        severity=SEVERITY,
        instead='the image "{extra}" here, but "{missing}"',
        thing='the image "{}"',
    )
