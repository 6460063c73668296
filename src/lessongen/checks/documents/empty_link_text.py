"""A link that nobody can see or hear."""

from collections.abc import Iterator

from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.parsing.document import Parsed

CODE = "empty-link-text"
SEVERITY: Severity = "warning"


def check(parsed: Parsed, _settings: Settings) -> Iterator[Problem]:
    """A problem for each link without a text; an image's alternative text is one."""
    for link in parsed.document.body.links:
        if link.target and not link.text.strip():
            yield Problem(
                code=CODE,
                severity=SEVERITY,
                message=f'the link to "{link.target}" has no text',
                span=link.span,
                hint=f"write where it leads: [the first lesson]({link.target})",
            )
