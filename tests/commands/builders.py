"""Projects on disk, and the command line as a function call."""

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from lessongen.cli import main
from tests.shell.builders import lesson, make_project

SETTINGS = "base_url: https://example.org/course/\n"
TRANSLATION = """---
title: Pregunta pronto
summary: De qué trata.
takeaways: [Uno., Dos., Tres.]
slug: pregunta-pronto
---
Palabras.
"""
TODAY = "1795219200"  # 2026-11-21


class Done(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


class Project:
    """A project with two lessons, and commands that work on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.put("lessongen.yaml", SETTINGS)
        self.put("content/en/01-a.md", lesson(1, "Ask early", "ask-early"))
        self.put("content/en/02-b.md", lesson(2, "Write it down", "write-it-down"))
        self.put("content/es/01-a.md", TRANSLATION)

    def put(self, path: str, content: str | bytes) -> Path:
        """Write a file of the project."""
        make_project(self.folder, {path: content})
        return self.folder / path

    def read(self, path: str) -> str:
        """The text of a file of the project."""
        return (self.folder / path).read_text(encoding="utf-8")

    def run(self, *arguments: str) -> Done:
        """Run a command on the project."""
        return call("--project", str(self.folder), *arguments, capsys=self._capsys)

    def build(self, *options: str) -> Done:
        """Build, without colours."""
        return self.run("build", *options)

    def tree(self, folder: str = "site") -> dict[str, bytes]:
        """Every file of a folder by path."""
        return tree(self.folder / folder)


def call(*arguments: str, capsys: pytest.CaptureFixture[str]) -> Done:
    """Run a command line."""
    capsys.readouterr()
    code = main(arguments)
    return Done(code, *capsys.readouterr())


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by path; links are not followed."""
    found: dict[str, bytes] = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
