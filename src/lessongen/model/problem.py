"""What an author should know about: a value, never an exception."""

from collections.abc import Iterable, Mapping
from typing import Generic, Literal, TypeVar

from lessongen.model.source import Span
from lessongen.model.value import replaced, value

Severity = Literal["error", "warning", "note"]

T_co = TypeVar("T_co", covariant=True)


@value
class Problem:
    """One mistake, with its place and its cure."""

    code: str  # kebab-case, explained in docs/problems.md, never reused
    severity: Severity
    message: str
    span: Span
    hint: str = ""
    related: tuple[Span, ...] = ()


@value
class Outcome(Generic[T_co]):
    """A value and the problems met while making it."""

    value: T_co
    problems: tuple[Problem, ...] = ()


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is an error."""
    return any(problem.severity == "error" for problem in problems)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by path, line, column and code, each one once."""
    unique = {_position(problem): problem for problem in problems}
    return tuple(unique[key] for key in sorted(unique))


def weigh_problems(
    problems: Iterable[Problem],
    severities: Mapping[str, Severity | Literal["off"]],
    ignored: Mapping[str, frozenset[str]],
) -> tuple[Problem, ...]:
    """The problems with the project's severities; those switched off or ignored in a file are gone.

    `severities` maps a code to a severity or "off"; `ignored` maps a path to its silenced codes.
    """
    kept: list[Problem] = []
    for problem in problems:
        severity = severities.get(problem.code, problem.severity)
        if severity == "off" or problem.code in ignored.get(problem.span.path, ()):
            continue
        same = severity == problem.severity
        kept.append(problem if same else replaced(problem, severity=severity))
    return tuple(kept)


def _position(problem: Problem) -> tuple[str, int, int, str, str]:
    span = problem.span
    return (span.path, span.line, span.column, problem.code, problem.message)
