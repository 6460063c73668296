"""Links that are not the same in a translation."""

from collections.abc import Iterator, Sequence

from lessongen.model.document import Document, Link
from lessongen.model.document_pair import DocumentPair
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.translation.difference import Difference, difference_problem
from lessongen.translation.differing_targets import differing_targets

CODE = "pair-links"
SEVERITY: Severity = "warning"

_OURS = ("doc-noteref", "doc-backlink")  # what footnotes make


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each link that one side lacks; what it means counts, not how it is written.

    A page's version in the other language is the same page, with any fragment.
    """
    for each, units in differing_targets(pair, _links(pair.source), _links(pair.target)):
        yield _problem(each, units)


def _links(document: Document) -> Sequence[Link]:
    return [
        link
        for link in document.body.links
        if not any(name == "role" and role in _OURS for name, role in link.attributes)
    ]


def _problem(each: Difference, units: UnitPair) -> Problem:
    return difference_problem(
        each,
        units,
        code=CODE,
        severity=SEVERITY,
        instead='a link to "{extra}" here, but to "{missing}"',
        thing='the link to "{}"',
    )
