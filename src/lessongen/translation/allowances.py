"""What a translator has allowed: a finding that a person has looked at is not told again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lessongen.model.document_pair import DocumentPair
from lessongen.model.problem import Problem
from lessongen.model.translation import UnitPair
from lessongen.model.value import replaced

# A path, the first and the last line of a text there, and what is allowed of it: plain values,
# so that they can be remembered.
Allowance = tuple[str, int, int, str]

_ALLOW = "allow:"
_TWO_LANGUAGES = 2  # one to translate from, one to translate to


def find_allowances(pairs: Iterable[UnitPair]) -> tuple[Allowance, ...]:
    """What is allowed, and where the texts of both sides stand that it is allowed of."""
    return tuple(
        (unit.span.path, unit.span.line, max(unit.span.line, unit.span.end_line), name)
        for pair in pairs
        for name in allowed_of(pair)
        for unit in (*pair.targets, *pair.sources)
    )


def without_allowed(
    problems: Iterable[Problem], allowances: Sequence[Allowance]
) -> Iterator[Problem]:
    """The problems without those that are allowed where they stand; no error can be allowed."""
    if not allowances:
        yield from problems
        return
    by_path: dict[str, list[Allowance]] = {}
    for allowance in allowances:
        by_path.setdefault(allowance[0], []).append(allowance)
    for problem in problems:
        found = by_path.get(problem.span.path, ())
        if problem.severity == "error" or not any(_covers(each, problem) for each in found):
            yield problem


def with_way_out(problems: Iterable[Problem], pair: DocumentPair) -> Iterator[Problem]:
    """The problems of a pair; each hint says how a translator can allow it, if it is meant."""
    numbers: Mapping[tuple[str, int], int] | None = None
    for problem in problems:
        numbers = numbers_by_place(pair.units) if numbers is None else numbers
        number = numbers.get((problem.span.path, problem.span.line))
        yield problem if number is None else _with_command(problem, number, pair)


def allowed_of(pair: UnitPair) -> Iterator[str]:
    """The checks that a translator has silenced for a pair, as they were named."""
    flags = pair.bead.flags if pair.bead else ()
    return (flag.removeprefix(_ALLOW) for flag in flags if flag.startswith(_ALLOW))


def is_named(code: str, name: str) -> bool:
    """Whether a check is meant by its code, or by words of it.

    >>> is_named("length-ratio", "length"), is_named("length-ratio", "len")
    (True, False)
    """
    return f"-{name}-" in f"-{code}-"


def _covers(allowance: Allowance, problem: Problem) -> bool:
    """Whether a problem is one that is allowed."""
    _, first, last, name = allowance
    return first <= problem.span.line <= last and is_named(problem.code, name)


def numbers_by_place(pairs: Iterable[UnitPair]) -> Mapping[tuple[str, int], int]:
    """The number that `tr show` prints before the unit, by file and line."""
    numbers: dict[tuple[str, int], int] = {}
    for number, pair in enumerate(pairs, start=1):
        for unit in (*pair.targets, *pair.sources):
            span = unit.span
            for line in range(span.line, max(span.line, span.end_line) + 1):
                numbers.setdefault((span.path, line), number)
    return numbers


def _with_command(problem: Problem, number: int, pair: DocumentPair) -> Problem:
    several = len(pair.settings.languages) > _TWO_LANGUAGES
    language = f" --lang {pair.target.locale}" if several else ""
    command = f"lessongen tr ok {pair.source.key}{language} --unit {number} --allow {problem.code}"
    return replaced(problem, hint=f"{problem.hint}; if it is meant: {command}")
