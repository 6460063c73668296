"""The command itself, as a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lessongen.cli import main
from tests.serving.serving import PATIENCE, served

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")


@contextmanager
def process(project: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`lessongen serve` on a free port, and its address."""
    words = ["-m", "lessongen", "--project", str(project), "serve", "--port", "0", *options]
    started = subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert started.stdout is not None
    try:
        lines = (line.split() for line in started.stdout)
        address = next(words[0] for words in lines if words and words[0].startswith("http"))
        yield started, address
    finally:
        started.kill()
        started.communicate()


@POSIX
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_a_signal_ends_it_also_while_pages_are_open(
    project: Path, number: signal.Signals, code: int
) -> None:
    with process(project) as (started, address):
        page = urllib.request.urlopen(address + "en/a/").read().decode()  # noqa: S310 our own
        assert "First words." in page
        with urllib.request.urlopen(address + "_serve/events?path=/en/a/") as news:  # noqa: S310
            assert news.readline() == b"retry: 500\n"
            started.send_signal(number)
            _, said = started.communicate(timeout=PATIENCE)
        assert started.returncode == code
        assert "Traceback" not in said
        port = int(address.rstrip("/").rpartition(":")[2])
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", port))


def test_a_port_in_use_is_said_with_the_cure(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["--project", str(project), "serve", "--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert f"error: port {port} is in use" in said
    assert f"--port {port + 1}" in said


@pytest.mark.parametrize(
    "options", [["--port", "70000"], ["--port", "x"], ["--host", "not a host"]]
)
def test_wrong_words(project: Path, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(project), "serve", *options]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_no_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(tmp_path), "serve", "--port", "0"]) == 2
    assert "content/" in capsys.readouterr().err


def test_no_thread_and_no_port_is_left(project: Path) -> None:
    before = set(threading.enumerate())
    with served(project) as serving:
        assert serving.ask("/en/a/").status == 200
        port = serving.port
    left = {each for each in set(threading.enumerate()) - before if "AnyIO" not in each.name}
    assert left == set()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port))
