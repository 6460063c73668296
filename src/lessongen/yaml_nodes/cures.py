"""What YAML's own words mean to somebody who writes lessons, and what to do about it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessongen.yaml_nodes.report import shorten

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

_LINE_END = re.compile(r"\r\n|\r|\n")
_ONE_KEY = re.compile(r"\s*(?:- +)*[\w-]+\s*")
# Indentation, list dashes and a key of one word; then the value.
_LINE = re.compile(r"(?P<lead>\s*(?:-\s+)*(?:[\w-]+\s*:(?:\s+|$))?)(?P<value>.*)", re.DOTALL)
_SPECIAL = "@`%*&!|>,]}?-[{"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where a document stops being YAML (0-based, in its text), and what to tell the author."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Case:
    """A parser's complaint, with the line it stands in."""

    problem: str
    context: str
    line: int
    column: int
    text: str  # of the line
    context_line: int
    context_column: int
    context_text: str

    @property
    def lead(self) -> str:
        found = _LINE.match(self.text)
        return found["lead"] if found else ""

    @property
    def value(self) -> str:
        return self.text[len(self.lead) :].rstrip()

    def here(self, message: str, hint: str) -> Trouble:
        return Trouble(self.line, self.column, message, hint)

    def at_value(self, message: str, hint: str) -> Trouble:
        return Trouble(self.line, len(self.lead), message, hint)

    def at_context(self, message: str, hint: str) -> Trouble:
        return Trouble(self.context_line, self.context_column, message, hint)


def explain(text: str, error: "MarkedYAMLError") -> Trouble:
    """A parser's error in plain words, with a cure."""
    lines = _LINE_END.split(text)
    mark = error.problem_mark or error.context_mark
    line, column = _place(lines, mark)
    context_line, context_column = _place(lines, error.context_mark or mark)
    case = _Case(
        problem=error.problem or "",
        context=error.context or "",
        line=line,
        column=column,
        text=lines[line],
        context_line=context_line,
        context_column=context_column,
        context_text=lines[context_line],
    )
    for rule in _RULES:
        trouble = rule(case)
        if trouble is not None:
            return trouble
    return case.here(
        f"YAML cannot be read here: {case.problem or 'unknown trouble'}",
        "put quotes around texts with special characters, and check the indentation",
    )


def _place(lines: list[str], mark: Any) -> tuple[int, int]:  # noqa: ANN401 (of either parser)
    """Line and column of a mark; the end of the text stands at the end of its last line."""
    if mark is None:
        return 0, 0
    if mark.line < len(lines):
        return mark.line, mark.column
    return len(lines) - 1, len(lines[-1])


def quoted(text: str) -> str:
    """A text as it can stand in YAML, in the kind of quotes that needs the least.

    >>> print(quoted("Lesson 2: If"), quoted('"Yes": a word'))
    "Lesson 2: If" '"Yes": a word'
    """
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def quotes_hint(lead: str, value: str) -> str:
    """The advice to put quotes around a text, with the line as it should be."""
    short = shorten(value, 80)
    return f"put quotes around the text: {lead.strip()} {quoted(short)}".replace(":  ", ": ")


def _tab(case: _Case) -> Trouble | None:
    indent = case.text[: len(case.text) - len(case.text.lstrip())]
    if "\t" not in indent:
        return None
    return Trouble(
        case.line,
        indent.index("\t"),
        "a tab in the indentation",
        "indent with spaces: YAML does not allow tabs there",
    )


def _unclosed_quote(case: _Case) -> Trouble | None:
    if "quoted scalar" not in case.context or "escape" in case.problem:
        return None
    quote = case.context_text[case.context_column : case.context_column + 1] or '"'
    hint = f"end the text with another {quote}"
    return case.at_context("the quote opened here is never closed", hint)


def _escape(case: _Case) -> Trouble | None:
    if "escape" not in case.problem and "Unicode character" not in case.problem:
        return None
    return case.here(
        "between double quotes a backslash starts an escape, and this one is unknown",
        "use single quotes, or write two backslashes for one",
    )


def _bad_start(case: _Case) -> Trouble | None:
    if "cannot start any token" not in case.problem or case.column >= len(case.text):
        return None
    message = f'a text without quotes cannot start with "{case.text[case.column]}"'
    if case.column == len(case.lead):
        return case.here(message, quotes_hint(case.lead, case.value))
    return case.here(message, "put quotes around the text")


def _missing_part(case: _Case) -> Trouble | None:
    if "flow node" not in case.context:
        return None
    hint = 'remove a comma too many, and end a list with "]", a mapping with "}"'
    return case.here("a part of a list or mapping is missing here", hint)


def _open_bracket(case: _Case) -> Trouble | None:
    if "flow sequence" not in case.context and "flow mapping" not in case.context:
        return None
    bracket = case.context_text[case.context_column : case.context_column + 1] or "["
    closing, name = ("}", "mapping") if bracket == "{" else ("]", "list")
    return case.at_context(
        f'the {name} opened here with "{bracket}" is not closed properly',
        f'separate its parts with commas and end it with "{closing}"; '
        f'put quotes around a text that starts with "{bracket}"',
    )


def _colon(case: _Case) -> Trouble | None:
    if "mapping values are not allowed" not in case.problem:
        return None
    before = case.text[: case.column]
    if _ONE_KEY.fullmatch(before):
        return Trouble(
            case.line,
            len(before) - len(before.lstrip()),
            f'"{before.strip(" -")}" cannot be a key here: the line above already has a value',
            "start keys of one group in the same column; "
            'put quotes around a text of several lines with ": " in it',
        )
    return case.here('": " inside a text without quotes', quotes_hint(case.lead, case.value))


def _no_key(case: _Case) -> Trouble | None:
    if "could not find expected ':'" not in case.problem:
        return None
    return no_key(case.context_line, case.context_column, case.context_text)


def no_key(line: int, column: int, text: str) -> Trouble:
    """What to say of a line that is no "key: value"."""
    glued = re.match(r"\s*([\w-]+):(\S.*)", text)
    if glued:
        hint = f"write a space after the colon: {glued[1]}: {shorten(glued[2])}"
    else:
        hint = (
            "start it with a key and a colon, or indent it if it continues the text above; "
            'if it belongs to the body, put a line "---" above it'
        )
    return Trouble(line, column, f'"{shorten(text)}" is no "key: value"', hint)


def _after_quote(case: _Case) -> Trouble | None:
    if case.value[:1] not in ("'", '"') or case.column <= len(case.lead):
        return None
    hint = quotes_hint(case.lead, case.value)
    return case.here("text after the closing quote", hint)


def _special_start(case: _Case) -> Trouble | None:
    first = case.value[:1]
    if not first or first not in _SPECIAL or case.column < len(case.lead):
        return None
    hint = quotes_hint(case.lead, case.value)
    return case.at_value(f'a text without quotes cannot start with "{first}"', hint)


def _second_document(case: _Case) -> Trouble | None:
    if "document start" not in case.problem:
        return None
    return case.here('text after the end of the YAML ("...")', 'remove the line "..."')


def _indentation(case: _Case) -> Trouble | None:
    words = ("did not find expected key", "'-' indicator", "<block end>")
    if not any(word in case.problem for word in words):
        return None
    return Trouble(
        case.line,
        case.column,
        "this line does not fit the lines above",
        "start all keys of one group, and all items of one list, in the same column",
    )


_RULES: tuple[Callable[[_Case], Trouble | None], ...] = (
    _tab,
    _unclosed_quote,
    _escape,
    _bad_start,
    _missing_part,
    _open_bracket,
    _colon,
    _no_key,
    _after_quote,
    _special_start,
    _second_document,
    _indentation,
)
