"""Small projects with mistakes: all problems that the command prints, and nothing else."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from lessongen.cli import main
from tests.tools import ROOT

CASES = ROOT / "tests" / "cases" / "problems"
TODAY = "1795219200"  # 2026-11-21, so that no date of a case lies ahead one day and not the next
# Not part of the project: what the command should print, and what it is called with.
EXPECTED, ARGUMENTS = "expected.txt", "arguments.txt"


def add_a_name_that_differs_in_case(project: Path) -> None:
    """Some systems could not even check such a pair of files out."""
    other = project / "content" / "en" / "Plan.svg"
    if other.exists():
        pytest.skip("this file system takes both names for one")
    shutil.copy(project / "content" / "en" / "plan.svg", other)


def add_a_link_out_of_the_project(project: Path) -> None:
    """Nobody wants such a link in a repository."""
    (project / "content" / "en" / "plan.svg").symlink_to(project.parent / "plan.svg")


def change_a_page_and_remove_its_source(project: Path) -> None:
    """A page that nothing makes any more."""
    assert main(["--project", str(project), "build"]) == 0
    (project / "site" / "en" / "write-it-down" / "index.html").write_text("<p>Mine.</p>")
    (project / "content" / "en" / "02-write-it-down.md").unlink()


# What a folder of files cannot say.
PREPARE: Mapping[str, Callable[[Path], None]] = {
    "ambiguous-name": add_a_name_that_differs_in_case,
    "outside-project": add_a_link_out_of_the_project,
    "stale-file": change_a_page_and_remove_its_source,
}

# The program that makes the search index: missing, or broken.
INDEXERS: Mapping[str, str] = {"no-search": "", "search-failed": shutil.which("false") or ""}


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_the_command_prints_these_problems(
    case: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    if case in INDEXERS:
        monkeypatch.setenv("PAGEFIND_BINARY_PATH", INDEXERS[case])
    project = tmp_path / "project"
    shutil.copytree(CASES / case, project, ignore=shutil.ignore_patterns(EXPECTED, ARGUMENTS))
    if case in PREPARE:
        PREPARE[case](project)
    arguments = CASES / case / ARGUMENTS
    command = arguments.read_text(encoding="utf-8").split() if arguments.exists() else ["check"]
    capsys.readouterr()

    exit_code = main(["--project", str(project), "--color", "never", *command])
    printed = capsys.readouterr().err
    if pytestconfig.getoption("--update-golden"):
        (CASES / case / EXPECTED).write_text(printed, encoding="utf-8")

    assert printed == (CASES / case / EXPECTED).read_text(encoding="utf-8")
    assert f"[{case}]" in printed
    assert exit_code == (1 if ": error[" in printed else 0)
