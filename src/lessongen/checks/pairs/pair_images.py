"""Images that are not the same in a translation."""

from collections.abc import Iterator

from lessongen.model.document_pair import DocumentPair
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.translation.difference import Difference, difference_problem
from lessongen.translation.differing_targets import differing_targets

CODE = "pair-images"
SEVERITY: Severity = "warning"


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each image that one side lacks.

    An image of a language's own, in its folder or with its tag in the name, may stand for
    another one.
    """
    for each, units in differing_targets(pair, pair.source.body.images, pair.target.body.images):
        yield _problem(each, units)


def _problem(each: Difference, units: UnitPair) -> Problem:
    return difference_problem(
        each,
        units,
        code=CODE,
        severity=SEVERITY,
        instead='the image "{extra}" here, but "{missing}"',
        thing='the image "{}"',
    )
