"""Front matter with mistakes: what is printed, all of it, in tests/cases/front_matter."""

from collections.abc import Iterator

import pytest

from lessongen.model.problem import Problem
from lessongen.model.source import SourceFile
from lessongen.parsing.front_matter import read_front_matter
from tests.tools import ROOT

CASES = ROOT / "tests" / "cases" / "front_matter"


def read_cases(name: str) -> Iterator[tuple[str, str, str]]:
    """Title, input and expected text of each case; each ends with a line "."."""
    parts = [""]
    for line in (CASES / name).read_text(encoding="utf-8").split("\n"):
        if line == ".":
            parts.append("")
        else:
            parts[-1] += f"{line}\n"
    yield from zip(parts[:-1:3], parts[1::3], parts[2::3], strict=True)


def printed(problem: Problem) -> str:
    """A problem as the cases show it: place, code and message, cure, place of related."""
    related = "".join(f"\n  see: {span.line}:{span.column}" for span in problem.related)
    hint = f"\n  hint: {problem.hint}" if problem.hint else ""
    place = f"{problem.span.line}:{problem.span.column}"
    return f"{place}: {problem.code}: {problem.message}{hint}{related}"


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_problems_are_these(name: str, pytestconfig: pytest.Config) -> None:
    seen = []
    for title, text, expected in read_cases(name):
        outcome = read_front_matter(SourceFile(path="x.md", text=text, digest=""), "lesson")
        new = "".join(f"{printed(problem)}\n" for problem in outcome.problems)
        seen.append((title, text, new, expected))
    if pytestconfig.getoption("--update-golden", default=False):
        parts = [f"{part}.\n" for case in seen for part in case[:3]]
        (CASES / name).write_text("".join(parts), encoding="utf-8")
        return
    for title, _, new, expected in seen:
        assert new == expected, title
