import io
import sys

import pytest

from lessongen.shell.progress import Progress
from tests.shell.test_console import Terminal


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, patience: float) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("lessongen.shell.progress._PATIENCE", patience)
    monkeypatch.setattr("lessongen.shell.progress._PACE", 0.0)
    progress = Progress()
    for done in range(3):
        progress.note("reading", done, 3)
    progress.clear()
    return stream.getvalue()


def test_a_long_build_says_how_far_it_is_and_leaves_no_trace(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = shown(monkeypatch, Terminal(), 0.0)
    assert "reading 2 of 3" in text
    assert "\n" not in text
    assert text.rsplit("\r", 2)[1].strip() == ""


def test_a_short_build_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), 60.0) == ""


def test_nothing_is_said_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), 0.0) == ""
