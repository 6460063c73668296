"""Laws of building: what was built before never shows in what is built now."""

import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from lessongen.cli import main
from tests.laws.course import Course

EDITS = 40
SETTLED = 0.03  # seconds after which a file's stamp tells every later change


def tree(folder: Path) -> Mapping[str, bytes]:
    """Every file of a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build(project: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    """The exit code and the problems, without the line that says how long it took."""
    code = main(["--project", str(project), "build", "--format", "json", *options])
    return code, capsys.readouterr().out


@pytest.mark.parametrize("seed", range(4))
def test_an_incremental_build_equals_a_clean_one(
    tmp_path: Path,
    seed: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if seed % 2:  # changes of words are amended, which an index of all texts would not allow
        monkeypatch.setenv("PAGEFIND_BINARY_PATH", "")
    course = Course(tmp_path / "course", seed)
    history = ["start"]
    assert build(course.folder, capsys)[0] == 0
    for number in range(EDITS):
        before = tree(course.folder / "site")
        history.append(course.edit())
        time.sleep(SETTLED if seed % 2 else 0)
        incremental = build(course.folder, capsys)
        copy = tmp_path / f"clean-{number}" / "course"
        shutil.copytree(course.folder, copy, ignore=shutil.ignore_patterns("site", ".lessongen"))
        clean = build(copy, capsys)
        assert incremental == clean, history
        after = tree(course.folder / "site")
        if incremental[0] == 0:
            assert after == tree(copy / "site"), history
        else:
            assert after == before, history
        shutil.rmtree(copy.parent)


def test_building_twice_writes_nothing_and_cleaning_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = Course(tmp_path / "course", 1)
    build(course.folder, capsys)
    first = tree(course.folder / "site")
    times = {path: path.stat().st_mtime_ns for path in (course.folder / "site").rglob("*.html")}
    build(course.folder, capsys)
    assert times == {path: path.stat().st_mtime_ns for path in times}
    build(course.folder, capsys, "--clean")
    assert tree(course.folder / "site") == first
    shutil.rmtree(course.folder / ".lessongen")
    build(course.folder, capsys)
    assert tree(course.folder / "site") == first


def test_the_same_bytes_wherever_the_project_lies_and_in_whatever_order_files_come(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = Course(tmp_path / "here" / "course", 2)
    build(course.folder, capsys)
    other = tmp_path / "another place" / "course"
    other.mkdir(parents=True)
    files = [path for path in course.folder.rglob("*") if path.is_file()]
    kept = [path for path in files if path.relative_to(course.folder).parts[0] not in _MADE]
    for path in sorted(kept, reverse=True):
        target = other / path.relative_to(course.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    build(other, capsys)
    assert tree(other / "site") == tree(course.folder / "site")


_MADE = ("site", ".lessongen")
