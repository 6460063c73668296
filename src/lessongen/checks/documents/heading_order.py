"""A heading more than one level below the one before it."""

from collections.abc import Iterator

from lessongen.model.document import Heading
from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.parsing.document import Parsed

CODE = "heading-order"
SEVERITY: Severity = "warning"

_TITLE_LEVEL = 1


def check(parsed: Parsed, _settings: Settings) -> Iterator[Problem]:
    """A problem for each heading that skips a level; the page's title is level 1."""
    above: Heading | None = None
    for heading in parsed.document.body.headings:
        skipped = heading.level - (above.level if above else _TITLE_LEVEL) - 1
        if skipped > 0:
            yield _problem(heading, above, skipped)
        above = heading


def _problem(heading: Heading, above: Heading | None, skipped: int) -> Problem:
    parent = f'"{above.text}"' if above else "the title"
    levels = "a level" if skipped == 1 else f"{skipped} levels"
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'heading "{heading.text}" skips {levels}: the one before it is {parent}',
        span=heading.span,
        # Relative on purpose: levels as shown may lie below those that the author wrote.
        hint=f"take away {'#' * skipped}, so that it stands right below {parent}",
        related=(above.span,) if above else (),
    )
