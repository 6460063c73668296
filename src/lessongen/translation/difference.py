"""What one side of a pair has and the other has not."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from lessongen.model.problem import Problem, Severity
from lessongen.model.source import Span
from lessongen.model.translation import UnitPair

T = TypeVar("T", bound=Hashable)

_MOST = 5  # in one unit: beyond that, a longer list would help nobody


class Mention(NamedTuple):
    """How something is written, and where."""

    text: str
    span: Span


class Difference(NamedTuple):
    """Something that differs: missing in the target, or only there, or something else instead."""

    missing: str  # as the source writes it, or ""
    extra: str  # as the target writes it, or ""
    span: Span


def differences(
    sources: Mapping[T, Mention],
    targets: Mapping[T, Mention],
    at: Span,
    same: Callable[[T, T], bool] = lambda _ours, _theirs: False,
) -> list[Difference]:
    """What differs between two sets of things; what is missing is so `at` the target.

    `same` has the last word where two things differ at first sight.
    """
    missing = [each for each in sources if each not in targets]
    extra = [each for each in targets if each not in sources]
    for theirs in tuple(extra):
        found = next((ours for ours in missing if same(ours, theirs)), None)
        if found is not None:
            missing.remove(found)
            extra.remove(theirs)
    return _described([sources[each] for each in missing], [targets[each] for each in extra], at)


def _described(missing: list[Mention], extra: list[Mention], at: Span) -> list[Difference]:
    """One instead of the other where as many are missing as there are too many."""
    if len(missing) == len(extra):
        both = zip(missing, extra, strict=True)
        found = [Difference(ours.text, theirs.text, theirs.span) for ours, theirs in both]
    else:
        found = [Difference(each.text, "", at) for each in missing]
        found += [Difference("", each.text, each.span) for each in extra]
    return found[:_MOST]


def first_of_each(mentions: Iterable[tuple[T, Mention]]) -> Mapping[T, Mention]:
    """The first mention of each thing, in order."""
    found: dict[T, Mention] = {}
    for thing, mention in mentions:
        found.setdefault(thing, mention)
    return found


def difference_problem(
    each: Difference,
    units: UnitPair,
    *,
    code: str,
    severity: Severity,
    instead: str,
    thing: str,
    hint: str = "compare with the source",
) -> Problem:
    """The problem of a difference: `instead` has places for `extra` and `missing`, `thing` for one.

    It stands in the target and names the place in the source.
    """
    if each.missing and each.extra:
        message = instead.format(extra=each.extra, missing=each.missing) + " in the source"
    elif each.missing:
        message = f"{thing.format(each.missing)} of the source is missing here"
    else:
        message = f"{thing.format(each.extra)} is not in the source"
    related = (units.sources[0].span,)
    return Problem(
        code=code, severity=severity, message=message, span=each.span, hint=hint, related=related
    )
