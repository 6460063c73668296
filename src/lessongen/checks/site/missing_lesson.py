"""A gap in the numbers of the lessons."""

from collections.abc import Iterator, Mapping

from lessongen.model.document import Document
from lessongen.model.problem import Problem, Severity
from lessongen.model.site import Site

CODE = "missing-lesson"
SEVERITY: Severity = "warning"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each gap in 1..N, drafts and planned lessons counted, at the lesson after it.

    Silent while a lesson's number cannot be read: its number would be missing for that reason.
    """
    numbered: dict[int, Document] = {}
    for key, members in site.families.items():
        source = _source(key, members)
        if source.kind != "lesson":
            continue
        if source.front.lesson is None:
            return
        numbered.setdefault(source.front.lesson, source)
    expected = 1
    for number in sorted(numbered):
        if number > expected:
            yield _problem(expected, number - 1, numbered[number])
        expected = number + 1


def _source(key: str, members: Mapping[str, Document]) -> Document:
    """The member that the others are translations of: what they say of the number is no news."""
    own = (each for each in members.values() if each.key == key)
    first = next(iter(members.values()))
    return next((each for each in own if each.front.translation_of is None), first)


def _problem(first: int, last: int, after: Document) -> Problem:
    one = first == last
    gap = f"there is no lesson {first}" if one else f"there are no lessons {first} to {last}"
    before = f"the one before is {first - 1}" if first > 1 else "the series starts with 1"
    missing = "the missing one" if one else "the missing ones"
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f"{gap}: this is lesson {last + 1}, {before}",
        span=after.span_of("lesson"),
        hint=f'number this one {first}, or add {missing} with "status: planned"',
    )
