import os
import shutil
from pathlib import Path

import pytest

from lessongen.shell.cache import Cache
from lessongen.shell.state import State
from lessongen.shell.store import read_stored, stamp_of

STATE = State(files={"x": ((1, 2, 3, 4), "d")}, output="/site")


def fill(root: Path) -> None:
    cache = Cache(str(root))
    assert cache.lock(wait=False)
    cache.write_state(STATE)
    memo = cache.memo("engine", fresh=False)
    memo.put("a", 1)
    memo.save(complete=True)
    cache.release()


def known(root: Path, engine: str = "engine") -> tuple[object, object]:
    cache = Cache(str(root))
    memo = cache.memo(engine, fresh=False)
    found = (dict(cache.read_state().files), memo.get("a"))
    memo.close()
    return found


FULL = (dict(STATE.files), 1)
EMPTY: tuple[object, object] = ({}, None)


def test_the_next_build_finds_what_was_kept(tmp_path: Path) -> None:
    fill(tmp_path)
    assert known(tmp_path) == FULL


def test_deleting_the_folder_is_safe(tmp_path: Path) -> None:
    fill(tmp_path)
    shutil.rmtree(tmp_path / ".lessongen")
    assert known(tmp_path) == EMPTY


def test_version_control_ignores_the_folder(tmp_path: Path) -> None:
    fill(tmp_path)
    assert "*" in (tmp_path / ".lessongen" / ".gitignore").read_text(encoding="utf-8").split("\n")


def test_a_folder_that_came_with_a_copy_of_the_project_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    fill(tmp_path / "mine")
    shutil.copytree(tmp_path / "mine", tmp_path / "copy")
    assert known(tmp_path / "copy") == EMPTY


def test_a_project_that_was_moved_keeps_its_cache(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    fill(tmp_path / "here")
    (tmp_path / "here").rename(tmp_path / "there")
    assert known(tmp_path / "there") == FULL


def test_another_engine_parses_again(tmp_path: Path) -> None:
    fill(tmp_path)
    assert known(tmp_path, "newer") == (FULL[0], None)


@pytest.mark.parametrize("kind", ["file", "link", "dangling"])
def test_something_else_of_the_name_means_no_cache(tmp_path: Path, kind: str) -> None:
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    project.mkdir()
    if kind == "file":
        (project / ".lessongen").write_text("mine", encoding="utf-8")
    else:
        if kind == "link":
            elsewhere.mkdir()
        (project / ".lessongen").symlink_to(elsewhere)
    cache = Cache(str(project))
    assert not cache.lock(wait=False)
    cache.write_state(STATE)
    cache.write("x", 1)
    memo = cache.memo("engine", fresh=False)
    memo.put("a", 1)
    memo.save(complete=True)
    cache.release()
    assert not elsewhere.exists() or not os.listdir(elsewhere)
    assert known(project) == EMPTY


def test_a_project_that_cannot_be_written_has_no_cache(tmp_path: Path) -> None:
    # Not by permissions: they do not hold for root, who runs the tests in containers.
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    cache = Cache(str(tmp_path / "file"))
    assert not cache.lock(wait=True)
    assert cache.read_state() == State()
    assert cache.now() == 0


def test_whoever_does_not_hold_the_lock_keeps_nothing(tmp_path: Path) -> None:
    first = Cache(str(tmp_path))
    assert first.lock(wait=False)
    second = Cache(str(tmp_path))
    assert not second.lock(wait=False)
    second.write_state(STATE)
    second.write("x", 1)
    assert second.now() == 0
    first.release()
    assert known(tmp_path) == EMPTY


def test_other_values_are_kept_and_forgotten(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    cache.lock(wait=False)
    cache.write("x", (1, "a"))
    path = os.path.join(cache.folder, "x")
    assert read_stored(path, stamp_of(cache.folder)) == (1, "a")
    cache.remove("x")
    assert not os.path.exists(path)
    cache.remove("x")
