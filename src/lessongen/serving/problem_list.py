"""The problems of a build as HTML, with the lines that they speak of."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

from lessongen.model.problem import Problem
from lessongen.model.source import Span
from lessongen.serving.opening import is_openable
from lessongen.shell.summary import problems_line
from lessongen.shell.terminal import place, shown

MOST_SHOWN = 50  # in a page; the terminal and the page of all problems have the rest
_ORDER = {"error": 0, "warning": 1, "note": 2}
_WIDEST = 160  # characters of a line

LineOf = Callable[[Span], str | None]


def summary_of(problems: Iterable[Problem]) -> str:
    """How many there are: "1 error, 2 warnings"."""
    kinds = [problem.severity for problem in problems]
    return problems_line(kinds.count("error"), kinds.count("warning"), kinds.count("note"))


def most_urgent(problems: Sequence[Problem]) -> Sequence[Problem]:
    """Errors first, as far as a page shows them."""
    return sorted(problems, key=lambda problem: _ORDER[problem.severity])[:MOST_SHOWN]


def problem_items(problems: Sequence[Problem], line_of: LineOf) -> str:
    """A list of the problems."""
    items = "".join(_item(problem, line_of) for problem in problems)
    return f'<ol class="_serve-problems">{items}</ol>'


def open_button(span: Span, words: str = "") -> str:
    """A button that opens the place in the author's editor; plain text where that is impossible."""
    text = escape(words or place(span))
    if not is_openable(span.path):
        return f"<code>{text}</code>"
    return (
        f'<button type="button" data-open="{escape(shown(span.path))}" data-line="{span.line}" '
        f'data-column="{span.column}">{text}</button>'
    )


def _item(problem: Problem, line_of: LineOf) -> str:
    kind = f'<strong class="_serve-{problem.severity}">{problem.severity}</strong>'
    parts = [
        f"<p>{open_button(problem.span)} {kind} <small>{problem.code}</small></p>",
        f"<p>{escape(shown(problem.message))}</p>",
        _excerpt(problem.span, line_of(problem.span)),
    ]
    if problem.hint:
        parts.append(f'<p class="_serve-hint">{escape(shown(problem.hint))}</p>')
    parts += [f"<p>see {open_button(span)}</p>" for span in problem.related]
    return f"<li>{''.join(parts)}</li>"


def _excerpt(span: Span, line: str | None) -> str:
    """The line of the file, with a mark on the character that the problem speaks of."""
    if line is None or not line.strip():
        return ""
    at = min(max(span.column - 1, 0), len(line))
    start = max(0, at - _WIDEST // 2) if len(line) > _WIDEST else 0
    before, after = shown(line[start:at]), shown(line[at + 1 : start + _WIDEST])
    mark = shown(line[at : at + 1]) or " "
    number = f'<span class="_serve-number">{span.line}</span> '
    marked = f"{escape(before)}<mark>{escape(mark)}</mark>{escape(after)}"
    return f"<pre>{number}{marked}</pre>"
