"""A small course in two languages, and the command line to work on it."""

import subprocess
from pathlib import Path

import pytest

from lessongen.cli import main

ENGLISH = """---
title: Ask early
lesson: 1
section: 1
summary: A question costs less on Monday than on Friday.
slug: ask-early
---
Ask before you begin, because nobody minds an early question.

## What it saves

A late question costs three days of work that nobody needed.
"""
SPANISH = """---
title: Pregunta pronto
summary: Una pregunta cuesta menos el lunes que el viernes.
slug: pregunta-pronto
---
Pregunta antes de empezar, porque a nadie le molesta una pregunta temprana.

## Lo que ahorra

Una pregunta tardía cuesta tres días de trabajo que nadie necesitaba.
"""
SECOND = """---
title: Write it down
lesson: 2
section: 1
summary: What is written need not be remembered.
---
Write down what was decided, and by whom.
"""
RECORD = "content/es/.sync/01-ask-early.sync"


class Course:
    """A project in a folder; `tr` runs a command in it: exit code, output, errors."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys
        self.write("content/en/01-ask-early.md", ENGLISH)
        self.write("content/es/01-ask-early.md", SPANISH)
        self.write("content/en/02-write-it-down.md", SECOND)

    def tr(self, *words: str) -> tuple[int, str, str]:
        """Run a command: exit code, output, errors."""
        self._capsys.readouterr()
        code = main(["--project", str(self.root), "tr", *words])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def write(self, path: str, text: str) -> None:
        """Write a file of the project, every character as it is."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def read(self, path: str) -> str:
        """The text of a file, every character as it is."""
        return (self.root / path).read_bytes().decode()

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace something in a file."""
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def git(self, *words: str) -> None:
        """Run git in the project."""
        who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
        subprocess.run(["git", *who, *words], cwd=self.root, check=True, capture_output=True)
