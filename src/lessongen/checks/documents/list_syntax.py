"""A list item that Markdown takes for a paragraph."""

from collections.abc import Iterator

from lessongen.model.excerpt import excerpt
from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.model.unit import Unit
from lessongen.parsing.document import Parsed

CODE = "list-syntax"
SEVERITY: Severity = "warning"

_BULLETS = frozenset("•◦▪‣●○■")
_LONGEST_NUMBER = 3  # digits: "2026.Then" is a year at the end of a sentence


def check(parsed: Parsed, _settings: Settings) -> Iterator[Problem]:
    """A problem for each paragraph that starts like `5.Have` or `• Have`."""
    for unit in parsed.units:
        if unit.kind == "paragraph" and (start := _intended_start(unit.plain)):
            yield _problem(unit, start)


def _intended_start(plain: str) -> str:
    """How an item would start, or nothing if this does not look like one."""
    if plain[:1] in _BULLETS:
        return "- "
    head, tail = plain[: _LONGEST_NUMBER + 1], plain.lstrip("0123456789")
    number = head[: len(plain) - len(tail)]
    if not number.isdecimal() or tail[:1] not in (".", ")"):
        return ""
    # Only before a capital: "1.er paso" and "3.x" are words.
    starts_sentence = tail[1:2].isupper() or tail[1:2] in ("¿", "¡", "“", "«")
    return f"{number}{tail[0]} " if starts_sentence and len(number) <= _LONGEST_NUMBER else ""


def _problem(unit: Unit, start: str) -> Problem:
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'"{excerpt(unit.plain, 0)}" looks like an item of a list, but is a paragraph',
        span=unit.span,
        hint=f'start an item of a list with "{start}", space included',
    )
