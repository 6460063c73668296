"""Placeholders such as {name} that are not the same in a translation."""

from collections.abc import Iterator, Mapping, Sequence

from lessongen.model.document_pair import DocumentPair
from lessongen.model.place import place_in_text
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.model.unit import Unit
from lessongen.translation.difference import (
    Difference,
    Mention,
    difference_problem,
    differences,
    first_of_each,
)
from lessongen.translation.tokens import find_tokens

CODE = "pair-placeholders"
SEVERITY: Severity = "warning"


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each placeholder that only one side has: nothing will fill in a wrong one."""
    for units in pair.up_to_date():
        if any(_may_have_some(unit) for unit in (*units.sources, *units.targets)):
            ours, theirs = _placeholders(units.sources), _placeholders(units.targets)
            found = differences(ours, theirs, units.targets[0].span)
            yield from (_problem(each, units) for each in found)


def _may_have_some(unit: Unit) -> bool:
    return ("{" in unit.text or "%" in unit.text) and unit.kind != "code"


def _placeholders(units: Sequence[Unit]) -> Mapping[str, Mention]:
    return first_of_each(
        ("".join(token.text.split()), Mention(token.text, place_in_text(unit, token.start)))
        for unit in units
        if _may_have_some(unit)
        for token in find_tokens(unit.text)
        if token.kind == "placeholder"
    )


def _problem(each: Difference, units: UnitPair) -> Problem:
    return difference_problem(
        each,
        units,
        code=CODE,
        severity=SEVERITY,
        instead="{extra} here, but {missing}",
        thing="the placeholder {}",
        hint="a placeholder is copied as it is, and not translated",
    )
