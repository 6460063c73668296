"""The command line as a whole: what is understood, what is refused, and how it ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

import lessongen
from lessongen.cli import main
from lessongen.commands.build import build
from lessongen.commands.check import check
from lessongen.commands.group import COMMANDS
from lessongen.shell.calls import FLAGS, VALUES, Call, plain_call
from tests.tools import ROOT


def program(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """The command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "lessongen", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    for command in COMMANDS:
        assert f"\n  {command} " in text


@pytest.mark.parametrize("command", [*COMMANDS, "new site", "new lesson"])
def test_every_command_helps(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: lessongen {command}")


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"lessongen {lessongen.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["--nonsense"],
        ["build", "extra"],
        ["build", "--jobs", "0"],
        ["build", "--format", "xml"],
        ["check", "--output", "x"],
        ["--color", "sometimes", "build"],
        ["new"],
        ["new", "site"],
        ["new", "page", "x"],
        ["move", "1"],
        ["explain"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_how_to_get_help(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "--help" in printed.err


def options_of(command: click.Command) -> set[str]:
    return {parameter.name or "" for parameter in command.params}


def test_plain_calls_know_the_same_options_as_the_full_command_line() -> None:
    assert options_of(build) == {*FLAGS, *VALUES}
    assert options_of(check) == {*FLAGS, *VALUES} - {"output"}


def full_call(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """What the full command line makes of the arguments."""
    calls: list[Call] = []

    def take(call: Call, _started: float) -> int:
        calls.append(call)
        return 0

    monkeypatch.setattr("lessongen.commands.run.run", take)
    monkeypatch.setattr("lessongen.shell.calls.plain_call", lambda _: None)
    assert main(arguments) == 0
    return calls[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["check"],
        ["--project", "a b", "--color", "never", "build"],
        ["--project=x", "--color=always", "check", "--strict", "--drafts", "--clean"],
        ["build", "--output", "o", "--base-url", "https://a/", "--jobs", "3", "--format", "json"],
        ["build", "--output=o", "--base-url=", "--jobs=999", "--format=github"],
        ["build", "--output", "a", "--output", "b", "--strict", "--strict"],
    ],
)
def test_plain_calls_are_understood_as_the_full_command_line_does(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = plain_call(arguments)
    assert plain is not None
    full = full_call(arguments, monkeypatch)
    for name in Call.__slots__:
        assert getattr(plain, name) == getattr(full, name), name


def test_the_process_ends_with_the_exit_code(tmp_path: Path) -> None:
    assert program("--version").returncode == 0
    done = program("--project", str(tmp_path / "gone"), "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: there is no folder")


def test_a_terminal_that_shows_only_ascii_is_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path / "niño"
    done = program("--project", str(folder), "build", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 2
    assert "ni\\xf1o" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_commands_and_options(shell: str) -> None:
    script = program(_LESSONGEN_COMPLETE=f"{shell}_source")
    assert (script.returncode, "_LESSONGEN_COMPLETE" in script.stdout) == (0, True)


def test_completion_knows_the_commands() -> None:
    done = program(_LESSONGEN_COMPLETE="bash_complete", COMP_WORDS="lessongen b", COMP_CWORD="1")
    assert "plain,build" in done.stdout
    done = program(
        _LESSONGEN_COMPLETE="bash_complete", COMP_WORDS="lessongen build --s", COMP_CWORD="2"
    )
    assert "plain,--strict" in done.stdout


def test_an_interrupted_command_ends_with_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_call: Call, _started: float) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("lessongen.commands.run.run", interrupted)
    monkeypatch.setattr("lessongen.shell.unchanged.repeat", lambda *_: None)
    assert main(["build"]) == 130
    assert main(["build", "--jobs", "2"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_an_interrupted_process_ends_with_130_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "content" / "en").mkdir(parents=True)
    for number in range(300):
        (tmp_path / "content" / "en" / f"{number:03}.md").write_text(
            f"---\ntitle: T {number}\nlesson: {number + 1}\nsection: 1\nslug: s-{number}\n---\n"
            + "Words and words.\n\n" * 40,
            encoding="utf-8",
        )
    process = subprocess.Popen(
        [sys.executable, "-m", "lessongen", "--project", str(tmp_path), "build", "--jobs", "2"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A test run in the background of a shell hands on that interrupts are to be ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    while not (tmp_path / ".lessongen" / "lock").exists():
        time.sleep(0.01)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, words = process.communicate()
    assert (process.returncode, words.strip()) == (130, "")


def test_a_reader_that_goes_away_is_not_complained_about() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "lessongen", "schema"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()
    process.wait()
