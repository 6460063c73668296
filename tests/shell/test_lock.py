import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lessongen.shell.lock import Lock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no locks there")

HOLD = """
import sys, time
from lessongen.shell.lock import Lock
lock = Lock(sys.argv[1])
lock.take(wait=True)
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> str:
    return str(tmp_path / "lock")


def holder(path: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, path],
        env={"PYTHONPATH": "src"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_free_lock_is_ours(path: str) -> None:
    lock = Lock(path)
    assert lock.take(wait=False)
    lock.release()
    assert Lock(path).take(wait=False)


def test_nobody_waits_who_does_not_want_to(path: str) -> None:
    with holder(path) as process:
        lock = Lock(path)
        assert not lock.take(wait=False)
        process.communicate("\n")
    assert lock.take(wait=False)


def test_whoever_waits_is_told_and_gets_the_lock_in_the_end(path: str) -> None:
    with holder(path) as process:
        told: list[float] = []

        def on_wait() -> None:
            told.append(time.monotonic())
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()

        lock = Lock(path)
        assert lock.take(wait=True, on_wait=on_wait)
        assert len(told) == 1
    lock.release()


def test_a_killed_holder_holds_no_longer(path: str) -> None:
    with holder(path) as process:
        process.kill()
    assert Lock(path).take(wait=False)


def test_a_lock_whose_file_was_deleted_is_nobodys(path: str, tmp_path: Path) -> None:
    first = Lock(path)
    assert first.take(wait=False)
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    second = Lock(path)
    assert second.take(wait=False)
    first.release()
    assert not Lock(path).take(wait=False)
    second.release()


def test_now_is_the_clock_of_the_file_system(path: str, tmp_path: Path) -> None:
    lock = Lock(path)
    lock.take(wait=False)
    (tmp_path / "before").write_text("x", encoding="utf-8")
    now = lock.now()
    (tmp_path / "after").write_text("x", encoding="utf-8")
    assert (
        (tmp_path / "before").stat().st_mtime_ns <= now <= (tmp_path / "after").stat().st_mtime_ns
    )
