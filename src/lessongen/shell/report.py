"""The problems of a run, in the form that was asked for."""

import os
import re
from collections.abc import Callable, Sequence

from lessongen.model.problem import Problem
from lessongen.model.source import Span
from lessongen.shell.files import read_file
from lessongen.shell.terminal import (
    colored_text,
    problem_annotation,
    problem_text,
    problems_json,
)


def plain_report(problems: Sequence[Problem], form: str, root: str) -> str:
    """All problems as text, JSON or GitHub's annotations; `root` is the project's folder."""
    if form == "json":
        return problems_json(problems)
    if form == "github":
        folder = os.path.relpath(root)
        return "".join(problem_annotation(problem, folder) for problem in problems)
    return "".join(problem_text(problem) for problem in problems)


def colored_report(problems: Sequence[Problem], root: str) -> str:
    """All problems as text for a terminal, with the lines that they speak of."""
    line_of = line_reader(root)
    return "".join(colored_text(problem, line_of) for problem in problems)


def line_reader(root: str) -> Callable[[Span], str | None]:
    """A function that gives the line of a place; None where there is nothing to show."""
    files: dict[str, list[str]] = {}

    def line_of(span: Span) -> str | None:
        if span.path not in files:
            files[span.path] = _lines(os.path.join(root, span.path))
        lines = files[span.path]
        return lines[span.line - 1] if 0 < span.line <= len(lines) else None

    return line_of


def _lines(path: str) -> list[str]:
    try:
        content, _ = read_file(path)
        return re.split(r"\r\n|\r|\n", content.decode())
    except (OSError, UnicodeDecodeError):
        return []
