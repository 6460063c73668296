"""A lesson with too few or too many takeaways, or not as many as its source."""

from collections.abc import Iterator

from lessongen.model.document import Document
from lessongen.model.problem import Problem, Severity
from lessongen.model.site import Site

CODE = "takeaways-count"
SEVERITY: Severity = "warning"

FEWEST = 3
MOST = 5


def check(site: Site) -> Iterator[Problem]:
    """A problem for each lesson with other than 3 to 5, and each translation with another number.

    A translation that equals its source is not reported again: the source has to change first.
    """
    by_path = {document.path: document for document in site.documents}
    for node in site.own_nodes():
        if node.document.kind != "lesson":
            continue
        source = by_path[node.source]
        if source is node.document:
            if not FEWEST <= len(source.front.takeaways) <= MOST:
                yield _out_of_range(source)
        elif len(node.document.front.takeaways) != len(source.front.takeaways):
            yield _differs(node.document, source)


def _out_of_range(document: Document) -> Problem:
    count = len(document.front.takeaways)
    hint = f"join or drop {count - MOST}"
    if count < FEWEST:
        hint = f"add {FEWEST - count}: sentences that make sense alone"
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f"a lesson has {FEWEST} to {MOST} takeaways, this one has {_counted(count)}",
        span=document.span_of("takeaways"),
        hint=hint,
    )


def _differs(document: Document, source: Document) -> Problem:
    own, theirs = len(document.front.takeaways), len(source.front.takeaways)
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'{_counted(own)} takeaways here, {_counted(theirs)} in "{source.path}"',
        span=document.span_of("takeaways"),
        hint=f"translate {theirs - own} more" if own < theirs else f"drop {own - theirs}",
        related=(source.span_of("takeaways"),),
    )


def _counted(count: int) -> str:
    return str(count) if count else "no"
