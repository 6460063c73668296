"""A page that lists and search engines cannot describe."""

from collections.abc import Iterator

from lessongen.model.problem import Problem, Severity
from lessongen.model.site import Site

CODE = "missing-summary"
SEVERITY: Severity = "warning"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each published lesson, article or series page without a summary.

    Plain pages stand in no list, and what is planned or a draft has time.
    """
    for node in site.own_nodes():
        document = node.document
        if document.kind != "page" and not (document.front.summary or "").strip():
            yield Problem(
                code=CODE,
                severity=SEVERITY,
                message=f'"{node.title}" has no summary',
                span=document.span_of("summary"),
                hint='add "summary:" with one sentence for lists, search engines and feeds',
            )
