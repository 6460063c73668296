"""Two documents of one language with the same title."""

from collections.abc import Iterator

from lessongen.model.document import Document
from lessongen.model.problem import Problem, Severity
from lessongen.model.site import Site

CODE = "duplicate-title"
SEVERITY: Severity = "warning"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each document whose title an earlier one of its language has."""
    owners: dict[tuple[str, str], Document] = {}
    for document in site.documents:
        title = document.front.title
        if title is None:
            continue
        owner = owners.setdefault((document.locale, " ".join(title.split()).casefold()), document)
        if owner is not document:
            yield _problem(document, owner)


def _problem(document: Document, owner: Document) -> Problem:
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'the title "{document.front.title}" is also that of "{owner.path}"',
        span=document.span_of("title"),
        hint="give one of them another title: lists and search results show nothing else",
        related=(owner.span_of("title"),),
    )
