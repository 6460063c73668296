"""A tag without a label."""

from collections.abc import Iterator

from lessongen.model.problem import Problem, Severity
from lessongen.model.site import Site
from lessongen.model.suggestion import did_you_mean

CODE = "unknown-tag"
SEVERITY: Severity = "warning"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each tag that `tags.yaml` lacks; none where there is no such file."""
    if not site.tags:
        return
    for document in site.documents:
        for index, tag in enumerate(document.front.tags or ()):
            if tag not in site.tags:
                yield Problem(
                    code=CODE,
                    severity=SEVERITY,
                    message=f'no tag "{tag}" in content/tags.yaml',
                    span=document.front.spans.get(f"tags.{index}") or document.span_of("tags"),
                    hint=did_you_mean(tag, site.tags)
                    or f'add "{tag}:" with a label in each language there',
                )
