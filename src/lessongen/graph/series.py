"""The order of the lessons, over all sections."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lessongen.graph.families import Family
from lessongen.model.problem import Problem


def in_series_order(families: Iterable[Family]) -> tuple[Family, ...]:
    """The families that are lessons, by number; those without a number last."""
    lessons = (family for family in families if family.source.kind == "lesson")
    return tuple(sorted(lessons, key=lambda family: (number_of(family), family.key)))


def number_of(family: Family) -> float:
    """The lesson's number in the series; infinity if it does not say."""
    number = family.source.front.lesson
    return float("inf") if number is None else number


def duplicate_numbers(lessons: Sequence[Family]) -> Iterator[Problem]:
    """A problem for each lesson whose number an earlier one has; `lessons` in series order."""
    for earlier, family in pairwise(lessons):
        number = family.source.front.lesson
        if number is None or number != earlier.source.front.lesson:
            continue
        yield Problem(
            code="duplicate-lesson",
            severity="error",
            message=f'lesson {number} is also "{earlier.source.path}"',
            span=family.source.span_of("lesson"),
            hint='give one of them another number; "lessongen move" renumbers the others',
            related=(earlier.source.span_of("lesson"),),
        )
