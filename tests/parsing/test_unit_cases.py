"""The units of bodies, with their places: tests/cases/units.

"⏎" stands for the end of a line inside a unit; what follows " = " is the plain text.
"""

from pathlib import Path

import pytest

from tests.parsing.bodies import parsed, read_cases, shown_unit, write_cases
from tests.tools import ROOT

CASES = ROOT / "tests" / "cases" / "units"


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: str(path.stem))
def test_the_units_are_these(path: Path, pytestconfig: pytest.Config) -> None:
    seen = [(title, text, _result(text), expected) for title, text, expected in read_cases(path)]
    if pytestconfig.getoption("--update-golden", default=False):
        write_cases(path, (case[:3] for case in seen))
        return
    for title, _, new, expected in seen:
        assert new == expected, title


def _result(text: str) -> str:
    return "".join(f"{shown_unit(unit)}\n" for unit in parsed(text, title="Title").units)
