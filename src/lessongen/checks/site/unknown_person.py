"""A person's id that `people.yaml` does not know."""

from collections.abc import Iterator

from lessongen.model.document import Credit, Document
from lessongen.model.problem import Problem, Severity
from lessongen.model.site import Site
from lessongen.model.suggestion import did_you_mean

CODE = "unknown-person"
SEVERITY: Severity = "warning"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each credit with an id that has no entry."""
    for document in site.documents:
        front = document.front
        yield from _unknown(document, "collaborators", front.collaborators or (), site)
        yield from _unknown(document, "translators", front.translators, site)
        yield from _unknown(document, "reviewers", front.reviewers, site)


def _unknown(
    document: Document, key: str, listed: tuple[Credit, ...], site: Site
) -> Iterator[Problem]:
    for index, credit in enumerate(listed):
        if credit.person and credit.person not in site.people:
            yield Problem(
                code=CODE,
                severity=SEVERITY,
                message=f'no person "{credit.person}" in content/people.yaml',
                span=document.front.spans.get(f"{key}.{index}") or document.span_of(key),
                hint=did_you_mean(credit.person, site.people)
                or f'add "{credit.person}:" with a "name:" there, or write the name itself here',
            )
