"""A site that does not know its own address."""

from collections.abc import Iterator

from lessongen.model.problem import Problem, Severity
from lessongen.model.site import Site
from lessongen.model.source import Span

CODE = "no-base-url"
SEVERITY: Severity = "note"


def check(site: Site) -> Iterator[Problem]:
    """One problem if `base_url` is not set."""
    if not site.settings.base_url:
        yield Problem(
            code=CODE,
            severity=SEVERITY,
            message='"base_url" is not set: canonical addresses, links between languages for'
            " search engines, og:url, og:image and sitemap.xml are left out",
            span=Span(path="lessongen.yaml"),
            hint='add "base_url: https://example.org/course/", or build with --base-url',
        )
