"""An image that says nothing to those who cannot see it."""

from collections.abc import Iterator

from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.parsing.document import Parsed

CODE = "missing-alt"
SEVERITY: Severity = "warning"


def check(parsed: Parsed, _settings: Settings) -> Iterator[Problem]:
    """A problem for each image without alternative text; `alt=""` in raw HTML is deliberate."""
    for image in parsed.document.body.images:
        if image.alt is None or (image.alt and not image.alt.strip()):
            yield Problem(
                code=CODE,
                severity=SEVERITY,
                message=f'image "{image.target}" has no alternative text',
                span=image.span,
                hint=f"say what it shows: ![a hand-drawn plan of the office]({image.target})",
            )
