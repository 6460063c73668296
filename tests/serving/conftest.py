"""Servers for tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.serving import FILES, Serving, served
from tests.shell.builders import make_project


@pytest.fixture(autouse=True)
def _same_day_and_caches_of_our_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 2026-11-21
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("LESSONGEN_EDITOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """Two lessons, one of them translated."""
    return make_project(tmp_path / "course", FILES)


@pytest.fixture(name="serving")
def _serving(project: Path) -> Iterator[Serving]:
    """The project, served."""
    with served(project) as serving:
        yield serving
