"""Links that are not the same in a translation."""

from collections.abc import Iterator, Mapping, Sequence

from lessongen.model.document import Document, Link
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

CODE = "pair-links"
SEVERITY: Severity = "warning"

_OURS = ("doc-noteref", "doc-backlink")  # what footnotes make


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each link that one side lacks; what it means counts, not how it is written.

    A page's version in the other language is the same page, with any fragment.
    """
    sources, targets = by_line(_links(pair.source)), by_line(_links(pair.target))
    if not sources and not targets:
        return
    for units in pair.up_to_date():
        ours, theirs = parts_of(units.sources, sources), parts_of(units.targets, targets)
        if ours or theirs:
            at = units.targets[0].span
            meant, found = _meant(ours, pair.source, pair), _meant(theirs, pair.target, pair)
            for each in differences(meant, found, at, is_same):
                yield _problem(each, units)


def _links(document: Document) -> Sequence[Link]:
    return [
        link
        for link in document.body.links
        if not any(name == "role" and role in _OURS for name, role in link.attributes)
    ]


def _meant(
    links: Sequence[Link], document: Document, pair: DocumentPair
) -> Mapping[Meaning, Mention]:
    return first_of_each(
        (meaning_of(link.target.strip(), document, pair), Mention(link.target.strip(), link.span))
        for link in links
    )


def _problem(each: Difference, units: UnitPair) -> Problem:
    return difference_problem(
        each,
        units,
        code=CODE,
        severity=SEVERITY,
        instead='a link to "{extra}" here, but to "{missing}"',
        thing='the link to "{}"',
    )
