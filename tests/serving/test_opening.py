"""Which program opens a file, and which files are opened."""

import os
from pathlib import Path

import pytest

from lessongen.serving.opening import PRESETS, Command, editor_command, find_file, start


@pytest.fixture(name="programs")
def _programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs, the only one that there is."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, name: str, script: str = "exit 0") -> Path:
    """A program that does what a shell script says."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    ("said", "program", "arguments"),
    [
        ("vscode", "code", ["code", "--goto", "/x/a b.md:7:3"]),
        ("zed", "zed", ["zed", "/x/a b.md:7:3"]),
        ("gvim", "gvim", ["gvim", "--remote-silent", "+7", "/x/a b.md"]),
        ("vim", "gvim", ["gvim", "--remote-silent", "+7", "/x/a b.md"]),
        (
            "emacs",
            "emacsclient",
            ["emacsclient", "--no-wait", "--alternate-editor=emacs", "+7:3", "/x/a b.md"],
        ),
        ("ed --at {line} {file}", "ed", ["ed", "--at", "7", "/x/a b.md"]),
        ("ed --new", "ed", ["ed", "--new", "/x/a b.md"]),
        ("own-editor", "own-editor", ["own-editor", "/x/a b.md"]),
    ],
)
def test_the_editor_that_is_named(
    programs: Path, said: str, program: str, arguments: list[str]
) -> None:
    install(programs, program)
    command = editor_command({"LESSONGEN_EDITOR": said}, "/x/a b.md", 7, 3)
    assert command == Command(arguments=tuple(arguments))


def test_an_argument_is_never_more_than_one(programs: Path) -> None:
    install(programs, "ed")
    file = "/x/$(touch y); rm {line} 'a\".md"
    command = editor_command({"LESSONGEN_EDITOR": "ed {file}"}, file, 7)
    assert command.arguments == ("ed", file)


@pytest.mark.parametrize("said", ["vim", "nvim", "nano", "/usr/bin/vi"])
def test_an_editor_in_a_terminal_says_what_to_do(programs: Path, said: str) -> None:
    install(programs, os.path.basename(said))
    trouble = editor_command({"LESSONGEN_EDITOR": said}, "/x/a.md", 7).trouble
    assert "needs a terminal" in trouble
    assert "LESSONGEN_EDITOR='x-terminal-emulator -e" in trouble


def test_without_a_name_only_editors_with_a_window_are_started(programs: Path) -> None:
    install(programs, "code")
    install(programs, "vim")
    assert editor_command({"EDITOR": "code --wait"}, "/a", 1).arguments[0] == "code"
    assert editor_command({"VISUAL": "code", "EDITOR": "vim"}, "/a", 1).arguments[0] == "code"
    assert "no editor is set" in editor_command({"EDITOR": "vim"}, "/a", 1).trouble
    assert "no editor is set" in editor_command({}, "/a", 1).trouble


def test_a_program_that_is_not_there_or_fails(programs: Path, tmp_path: Path) -> None:
    assert "no program" in editor_command({"LESSONGEN_EDITOR": "vscode"}, "/a", 1).trouble
    assert "cannot be understood" in editor_command({"LESSONGEN_EDITOR": "a '"}, "/a", 1).trouble
    failing = install(programs, "failing", "exit 3")
    root = str(tmp_path)
    assert start(Command(arguments=(str(failing),)), root) == f"{failing} ended with exit code 3"
    staying = install(programs, "staying", "exec /bin/sleep 2")
    assert start(Command(arguments=(str(staying),)), root) == ""


def test_every_preset_names_the_file_and_the_line() -> None:
    for said in PRESETS.values():
        assert "{file}" in said
        assert "{line}" in said


def test_only_files_of_the_project_are_found(tmp_path: Path) -> None:
    root = tmp_path / "course"
    (root / "content/en").mkdir(parents=True)
    (root / "content/en/a.md").write_text("x", encoding="utf-8")
    (tmp_path / "secret.md").write_text("x", encoding="utf-8")
    (root / "content/out.md").symlink_to(tmp_path / "secret.md")
    (root / "content/in.md").symlink_to(root / "content/en/a.md")
    assert find_file(str(root), "content/en/a.md") == str(root / "content/en/a.md")
    assert find_file(str(root), "content/in.md") == str(root / "content/en/a.md")
    for path in ("content/out.md", "content/../../secret.md", "secret.md", "content/en", ""):
        assert find_file(str(root), path) is None
