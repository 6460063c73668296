"""A page whose address changes with its title."""

from collections.abc import Iterator

from lessongen.model.problem import Problem, Severity
from lessongen.model.site import Site

CODE = "implicit-slug"
SEVERITY: Severity = "note"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each lesson, article and page whose slug is made from its title."""
    for node in site.own_nodes():
        document = node.document
        if document.front.slug is None and document.kind != "series":
            slug = node.route.permalink.rstrip("/").rsplit("/", 1)[-1]
            yield Problem(
                code=CODE,
                severity=SEVERITY,
                message=f"the address {node.route.permalink} is made from the title"
                " and changes with it",
                span=document.span_of("title"),
                hint=f'keep it with "slug: {slug}"',
            )
