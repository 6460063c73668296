"""A small course for the tests of commands."""

from pathlib import Path

import pytest

from tests.commands.builders import TODAY, Project
from tests.commands.course import Course


@pytest.fixture
def course(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Course:
    """A course in English and Spanish; the second of its lessons is not translated."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")  # 2026-11-01
    # Nobody's own settings, and no repository above the folder of the test.
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return Course(tmp_path, capsys)


@pytest.fixture(autouse=True)
def _same_day_and_caches_of_our_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(name="project")
def _project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Project:
    """A project with two lessons, one of them translated, and commands that work on it."""
    return Project(tmp_path / "course", capsys)
