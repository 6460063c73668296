"""Laws of serving: what is served is what a clean build of the same files writes, whatever was.

`LESSONGEN_SAVES=1000` makes the random run as long as one likes.
"""

import gc
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from lessongen.cli import main
from lessongen.serving.pages import Pages
from lessongen.shell.terminal import problems_json
from tests.laws.course import Course
from tests.serving.serving import Serving, served

SAVES = int(os.environ.get("LESSONGEN_SAVES", "60"))
_BETWEEN = 10  # changes between two comparisons
_OURS = ("site", ".lessongen", ".git")


def clean_build(root: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What `build` says of a copy of the project; its site lies in the copy."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*_OURS), symlinks=True)
    capsys.readouterr()
    code = main(["--project", str(copy), "build", "--format", "json"])
    return code, capsys.readouterr().out


def written(site: Path) -> Mapping[str, bytes]:
    """What a build wrote, but for its list and the search index, which is made when wanted."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
        and path.name != ".lessongen-manifest"
        and "pagefind" not in path.relative_to(site).parts[:1]
    }


def compare(serving: Serving, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing tells what is served from what a clean build makes of the files as they are."""
    build = serving.live.rebuild()
    code, problems = clean_build(serving.root, copy, capsys)
    assert (build.has_errors, problems_json(build.problems)) == (code == 1, problems)
    if code == 0:
        assert build.pages is not None
        served_files = {path: build.pages.read(path).content for path in build.pages}
        assert served_files == written(copy / "site")


class Author:
    """Somebody who saves in all the ways that editors and version control have."""

    def __init__(self, course: Course, shelf: Path) -> None:
        self.course = course
        self.shelf = shelf
        self.branches = 0

    def act(self) -> str:
        """Do something, and say what."""
        actions: tuple[Callable[[], str], ...] = (
            *([self.course.edit] * 6),
            self.save_beside_and_rename,
            self.leave_swap_files,
            self.empty_and_write,
            self.rename_a_folder,
            self.switch_branch,
        )
        return self.course.random.choice(actions)()

    def save_beside_and_rename(self) -> str:
        """As Vim and many others do, with a backup."""
        file = self.course._any_lesson()
        backup, beside = file.with_name(file.name + "~"), file.with_name(f".{file.name}.tmp")
        beside.write_text(file.read_text(encoding="utf-8") + "\nBeside.\n", encoding="utf-8")
        file.rename(backup)
        beside.rename(file)
        return "beside"

    def leave_swap_files(self) -> str:
        """What editors keep beside a file that is open."""
        folder = self.course.folder / "content/en"
        for name in (".01-aim.md.swp", "#01-aim.md#", "01-aim.md~", ".#01-aim.md", "4913"):
            (folder / name).write_bytes(b"\x00not text")
        (folder / "4913").unlink()
        return "swap"

    def empty_and_write(self) -> str:
        """As programs do that open a file for writing: for a moment it is empty."""
        file = self.course._any_lesson()
        text = file.read_text(encoding="utf-8")
        file.write_text("", encoding="utf-8")
        file.write_text(text + "\nAgain.\n", encoding="utf-8")
        return "empty"

    def rename_a_folder(self) -> str:
        """A whole language goes away and comes back under its name, with other files."""
        folder = self.course.folder / "content/es"
        away = self.course.folder / "away"
        if not folder.is_dir():
            return "nothing"
        folder.rename(away)
        shutil.copytree(away, folder)
        shutil.rmtree(away)
        return "folder"

    def switch_branch(self) -> str:
        """All files become those of an earlier time, at once; now and then the reverse."""
        self.branches += 1
        kept = self.shelf / str(self.branches)
        content = self.course.folder / "content"
        shutil.copytree(content, kept)
        if self.branches == 1:
            return "branch"
        earlier = self.shelf / str(self.course.random.randint(1, self.branches - 1))
        for path in sorted(content.rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        shutil.copytree(earlier, content, dirs_exist_ok=True)
        return "switch"


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_saved_what_is_served_equals_a_clean_build(
    tmp_path: Path, seed: int, capsys: pytest.CaptureFixture[str]
) -> None:
    course = Course(tmp_path / "course", seed)
    author = Author(course, tmp_path / "shelf")
    history: list[str] = []
    with served(course.folder) as serving:
        serving.live.reporters.clear()  # what a build says is compared, so nobody else may speak
        compare(serving, tmp_path / "clean" / "course", capsys)
        for number in range(1, SAVES + 1):
            history.append(author.act())
            if number % _BETWEEN == 0 or number == SAVES:
                compare(serving, tmp_path / "clean" / "course", capsys)
        gc.collect()
        held = sum(isinstance(each, Pages) for each in gc.get_objects())
        assert held <= 4, history  # of the newest build, of those before it that are still needed


def test_the_same_look_twice_is_no_new_build(serving: Serving) -> None:
    number = serving.live.rebuild().number
    (serving.root / "content/en/01-a.md").touch()
    (serving.root / "content/en/.01-a.md.swp").write_bytes(b"\x00")
    assert serving.live.rebuild().number == number
