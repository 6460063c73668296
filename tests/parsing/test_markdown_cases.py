"""What Markdown becomes, and what is said about it: tests/cases/markdown.

The expected text is the HTML, then a line for each problem. The title of the page is "Title".
"""

from pathlib import Path

import pytest

from tests.parsing.bodies import filled, parsed, read_cases, shown_problem, write_cases
from tests.tools import ROOT

CASES = ROOT / "tests" / "cases" / "markdown"


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: str(path.stem))
def test_markdown_becomes_this(path: Path, pytestconfig: pytest.Config) -> None:
    seen = [(title, text, _result(text), expected) for title, text, expected in read_cases(path)]
    if pytestconfig.getoption("--update-golden", default=False):
        write_cases(path, (case[:3] for case in seen))
        return
    for title, _, new, expected in seen:
        assert new == expected, title


def _result(text: str) -> str:
    result = parsed(text, title="Title")
    problems = "".join(f"{shown_problem(each)}\n" for each in result.problems)
    return filled(result.body).rstrip("\n") + "\n" + problems
