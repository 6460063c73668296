"""A small course for the tests of the desk."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from lessongen.desk.desk import Desk
from lessongen.desk.opening import opened_desk
from lessongen.shell.words import Words
from tests.commands.course import Course

R = TypeVar("R")


class Workplace(Course):
    """A course, and the desk to work on it: opened for each piece of work."""

    def do(self, work: Callable[[Desk], R]) -> R:
        """What the work comes to, at a freshly opened desk."""
        with opened_desk(str(self.root), Words(), writes=True) as desk:
            return work(desk)


@pytest.fixture(name="workplace")
def _workplace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Workplace:
    """A course in English and Spanish; the second of its lessons is not translated."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")  # 2026-11-01
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return Workplace(tmp_path, capsys)
