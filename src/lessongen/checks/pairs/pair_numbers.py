"""Numbers that are not the same in a translation."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lessongen.model.document_pair import DocumentPair
from lessongen.model.place import place_in_plain
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.model.unit import Unit
from lessongen.translation.difference import Difference, Mention, difference_problem, differences
from lessongen.translation.numbers import (
    Number,
    find_numbers,
    is_said_otherwise,
    may_be_the_same,
)

CODE = "pair-numbers"
SEVERITY: Severity = "warning"

_DIGITS = re.compile(r"\d[\d.,:]*")


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each number of one side that the other has neither in digits nor in words.

    1.5 is 1,5, and 4,200 is 4200; 3 may be "three", and 3 p.m. be 15:00.
    """
    for units in pair.up_to_date():
        if _differ_at_first_sight(units):
            yield from (_problem(each, units) for each in _differences(units, pair))


def _differ_at_first_sight(units: UnitPair) -> bool:
    """Nearly all pairs have the same digits in the same order, or none."""
    ours = [each for unit in units.sources for each in _DIGITS.findall(unit.plain)]
    theirs = [each for unit in units.targets for each in _DIGITS.findall(unit.plain)]
    return ours != theirs and units.targets[0].kind != "code"


def _differences(units: UnitPair, pair: DocumentPair) -> Sequence[Difference]:
    our_text, their_text = _plain(units.sources), _plain(units.targets)
    ours, theirs = _numbers(units.sources), _numbers(units.targets)
    theirs_left = {
        value: each
        for value, each in theirs.items()
        if value in ours or not is_said_otherwise(value, our_text, pair.source_language)
    }
    ours_left = {
        value: each
        for value, each in ours.items()
        if value in theirs or not is_said_otherwise(value, their_text, pair.target_language)
    }
    return differences(
        {value: each[1] for value, each in ours_left.items()},
        {value: each[1] for value, each in theirs_left.items()},
        units.targets[0].span,
        lambda one, other: _same(ours[one], theirs[other]),
    )


_Found = tuple[Number, Mention, str]


def _same(ours: _Found, theirs: _Found) -> bool:
    return may_be_the_same(ours[0], theirs[0], ours[2], theirs[2])


def _plain(units: Sequence[Unit]) -> str:
    return " ".join(unit.plain for unit in units)


def _numbers(units: Sequence[Unit]) -> Mapping[str, _Found]:
    """The first mention of each number, by its value."""
    found: dict[str, _Found] = {}
    for unit in units:
        for number in find_numbers(unit.plain):
            if number.value not in found:
                mention = Mention(number.text, place_in_plain(unit, number.at))
                found[number.value] = (number, mention, unit.plain)
    return found


def _problem(each: Difference, units: UnitPair) -> Problem:
    return difference_problem(
        each,
        units,
        code=CODE,
        severity=SEVERITY,
        instead="{extra} here, but {missing}",
        thing="the number {}",
    )
