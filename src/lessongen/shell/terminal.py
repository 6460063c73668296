"""Problems as text for people, as JSON for programs, as annotations for GitHub."""

import os
import re
from collections.abc import Callable, Sequence

from lessongen.model.problem import Problem
from lessongen.model.source import Span

_COLORS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m"}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_WIDEST = 100  # characters of a line that are shown
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}

# What could move the cursor, hide text or turn it around: controls, and marks of direction.
_UNSHOWABLE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\ud800-\udfff]"


def shown(text: str) -> str:
    r"""The text as a terminal may show it: what could play tricks is written as an escape.

    >>> shown("content/en/a\nb\x1b[31m.md")
    'content/en/a\\x0ab\\x1b[31m.md'
    """
    return text if text.isprintable() else re.sub(_UNSHOWABLE, _escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"  # noqa: PLR2004


def problem_text(problem: Problem) -> str:
    """The problem as one line, and one for its hint and each further place.

    >>> print(problem_text(Problem(
    ...     code="broken-link", severity="error", message='no lesson "07-y.md"',
    ...     span=Span(path="content/es/07-x.md", line=14, column=9), hint='did you mean "07-z.md"?',
    ... )), end="")
    content/es/07-x.md:14:9: error[broken-link]: no lesson "07-y.md"
      hint: did you mean "07-z.md"?
    """
    head = f"{place(problem.span)}: {problem.severity}[{problem.code}]: {shown(problem.message)}\n"
    return head + "".join(_below(problem))


def colored_text(problem: Problem, line_of: Callable[[Span], str | None]) -> str:
    """The problem in colours, with the line of the file that it speaks of."""
    label = f"{_COLORS[problem.severity]}{problem.severity}[{problem.code}]{_PLAIN}"
    head = f"{_BOLD}{place(problem.span)}:{_PLAIN} {label}: {shown(problem.message)}\n"
    return head + _excerpt(problem.span, line_of(problem.span)) + "".join(_below(problem))


def place(span: Span) -> str:
    """Path, line and column, as editors read them."""
    return f"{shown(span.path)}:{span.line}:{span.column}"


def problems_json(problems: Sequence[Problem]) -> str:
    """The problems as a JSON list."""
    import json

    entries = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            **_json_place(problem.span),
            "hint": problem.hint or None,
            "related": [_json_place(span) for span in problem.related],
        }
        for problem in problems
    ]
    return json.dumps(entries, indent=2) + "\n"


def problem_annotation(problem: Problem, folder: str) -> str:
    """The problem as a command to GitHub's runner; `folder` leads to the project from here.

    >>> print(problem_annotation(Problem(
    ...     code="missing-alt", severity="note", message="50% less", span=Span(path="a,b.md"),
    ... ), "course"), end="")
    ::notice file=course/a%2Cb.md,line=1,col=1,title=missing-alt::50%25 less
    """
    span = problem.span
    path = os.path.normpath(os.path.join(folder, span.path)).replace(os.sep, "/")
    text = f"{problem.message}\nhint: {problem.hint}" if problem.hint else problem.message
    start = f"::{_LEVELS[problem.severity]} file={_property(path)},line={span.line}"
    return f"{start},col={span.column},title={_property(problem.code)}::{_data(text)}\n"


def _below(problem: Problem) -> list[str]:
    lines = [f"  hint: {shown(problem.hint)}\n"] if problem.hint else []
    return lines + [f"  see: {place(span)}\n" for span in problem.related]


def _excerpt(span: Span, line: str | None) -> str:
    """The line, cut to what fits, and a mark below the column."""
    if line is None or not line.strip():
        return ""
    column = min(span.column - 1, len(line))
    start = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else 0
    before = shown(line[start:column].expandtabs(1))
    rest = shown(line[column : start + _WIDEST].expandtabs(1))
    margin = f"{_DIM}{span.line:>5} |{_PLAIN} "
    return f"{margin}{before}{rest}\n{_DIM}      |{_PLAIN} {' ' * len(before)}{_BOLD}^{_PLAIN}\n"


def _json_place(span: Span) -> dict[str, object]:
    return {"path": span.path, "line": span.line, "column": span.column}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
