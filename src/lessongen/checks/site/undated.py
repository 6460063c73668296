"""Lessons and articles that no feed can carry."""

from collections.abc import Iterator

from lessongen.model.document import Document
from lessongen.model.problem import Problem, Severity
from lessongen.model.site import Site

CODE = "undated"
SEVERITY: Severity = "note"


_SHOWN = 3  # of the others: the message has the number, the course may have hundreds


def check(site: Site) -> Iterator[Problem]:
    """One problem for each language with undated entries, at the first of them."""
    undated: dict[str, list[Document]] = {}
    by_path = {document.path: document for document in site.documents}
    for node in site.own_nodes():
        if node.document.kind not in ("lesson", "article"):
            continue
        said = _says_a_date(node.document) or _says_a_date(by_path[node.source])
        if not said and not node.front.updated and not node.front.published:
            undated.setdefault(node.locale, []).append(node.document)
    for locale, documents in undated.items():
        yield _problem(locale, documents, len(_entries(site, locale)))


def _says_a_date(document: Document) -> bool:
    """Whether a date is there; one that cannot be read is reported as such."""
    return "published" in document.front.spans or "updated" in document.front.spans


def _entries(site: Site, locale: str) -> tuple[str, ...]:
    edition = site.editions[locale]
    return (*edition.lessons, *edition.articles)


def _problem(locale: str, documents: list[Document], entries: int) -> Problem:
    first, others = documents[0], documents[1:]
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'{len(documents)} of {entries} entries in "{locale}" have no date'
        " and are left out of the feeds; this is the first",
        span=first.span,
        hint='add "published: 2026-11-21", with the day it was or will be',
        related=tuple(document.span for document in others[:_SHOWN]),
    )
