import os
from pathlib import Path

import pytest

from lessongen.shell.bytecode import bytecode_folder

KEY = "0123456789abcdef" * 2


@pytest.fixture(name="home")
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path / "cache" / "lessongen"


def test_the_folder_is_the_users_own(home: Path) -> None:
    folder = Path(bytecode_folder(KEY))
    assert folder.parent == home
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("home")
def test_each_engine_has_its_own() -> None:
    assert bytecode_folder(KEY) == bytecode_folder(KEY) != bytecode_folder(KEY[::-1])


@pytest.mark.usefixtures("home")
def test_a_folder_that_others_can_write_to_is_not_used() -> None:
    Path(bytecode_folder(KEY)).chmod(0o777)
    assert bytecode_folder(KEY) == ""


def test_a_link_is_not_used(home: Path, tmp_path: Path) -> None:
    home.mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (home / f"templates-{KEY[:16]}").symlink_to(tmp_path / "elsewhere")
    assert bytecode_folder(KEY) == ""


@pytest.mark.usefixtures("home")
def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    assert bytecode_folder(KEY) == ""


def test_a_relative_cache_folder_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    bytecode_folder(KEY)
    assert list(tmp_path.iterdir()) == []


def test_folders_of_versions_that_are_gone_are_removed(home: Path) -> None:
    for name, age in (("templates-old", 40), ("templates-new", 5), ("other", 40)):
        (home / name).mkdir(parents=True)
        (home / name / "x.cache").write_bytes(b"x")
        then = (home / name).stat().st_mtime - age * 86_400
        os.utime(home / name, (then, then))
    folder = Path(bytecode_folder(KEY))
    assert {path.name for path in home.iterdir()} == {"templates-new", "other", folder.name}
