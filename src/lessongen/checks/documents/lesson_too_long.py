"""A lesson that cannot be read in three minutes."""

from collections.abc import Iterator

from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.parsing.document import Parsed

CODE = "lesson-too-long"
SEVERITY: Severity = "warning"


def check(parsed: Parsed, settings: Settings) -> Iterator[Problem]:
    """A problem if a lesson's body takes longer to read than `three_minutes`."""
    document = parsed.document
    if document.kind != "lesson":
        return
    speed = settings.reading_speed(document.locale)
    allowed = int(speed * settings.three_minutes)
    words = document.body.words
    if words > allowed:
        minutes = f"{words / speed:.2f}".rstrip("0").rstrip(".")
        yield Problem(
            code=CODE,
            severity=SEVERITY,
            message=f"{words} words take {minutes} minutes to read at {speed} words a minute;"
            f" the limit is {settings.three_minutes:g}",
            span=document.span,
            hint=f"cut at least {words - allowed} of the {words} words,"
            ' or raise "three_minutes" in lessongen.yaml',
        )
