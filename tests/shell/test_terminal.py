import json
import re

import pytest

from lessongen.model.problem import Problem
from lessongen.model.source import Span
from lessongen.shell.terminal import (
    colored_text,
    problem_annotation,
    problem_text,
    problems_json,
    shown,
)

PROBLEM = Problem(
    code="broken-link",
    severity="error",
    message='no lesson "07-y.md"',
    span=Span(path="content/es/07-x.md", line=14, column=9),
    hint='did you mean "07-z.md"?',
    related=(Span(path="content/en/07-x.md", line=3),),
)


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_a_problem_is_a_line_that_editors_understand_and_what_belongs_to_it() -> None:
    assert problem_text(PROBLEM) == (
        'content/es/07-x.md:14:9: error[broken-link]: no lesson "07-y.md"\n'
        '  hint: did you mean "07-z.md"?\n'
        "  see: content/en/07-x.md:3:1\n"
    )


def test_without_a_hint_there_is_no_line_for_it() -> None:
    bare = Problem(code="a-b", severity="note", message="m", span=Span(path="p"))
    assert problem_text(bare) == "p:1:1: note[a-b]: m\n"


@pytest.mark.parametrize(
    "trick",
    ["\x1b[2J", "\x07", "\r", "\n", "\x9b31m", "\u202e", "\u2066", "\u2028", "\x7f", "\ud800"],
)
def test_nothing_in_a_name_or_a_message_plays_tricks_on_the_terminal(trick: str) -> None:
    hostile = Problem(
        code="a-b",
        severity="error",
        message=f"m{trick}m",
        span=Span(path=f"p{trick}p"),
        hint=f"h{trick}h",
        related=(Span(path=f"r{trick}r"),),
    )
    assert trick not in problem_text(hostile).removesuffix("\n").replace("\n  ", "")
    assert trick not in plain(colored_text(hostile, lambda _: f"x{trick}x")).replace("\n", "")


def test_ordinary_writing_is_shown_as_it_is() -> None:
    text = 'Ñandú “quotes” — 中文 😀 c:\\x "y"'
    assert shown(text) == text


def test_in_colours_the_words_are_the_same() -> None:
    assert plain(colored_text(PROBLEM, lambda _: None)) == problem_text(PROBLEM)


def test_the_line_is_shown_with_a_mark_below_the_column() -> None:
    line = "See [it](07-y.md) there."
    head, excerpt, mark, *_ = plain(colored_text(PROBLEM, lambda _: line)).split("\n")
    assert head.startswith("content/es/07-x.md:14:9:")
    assert excerpt == f"   14 | {line}"
    assert mark.index("^") == excerpt.index("(")


def test_a_tab_before_the_column_does_not_shift_the_mark() -> None:
    line = "\tSee [it](07-y.md)"
    _, excerpt, mark, *_ = plain(colored_text(PROBLEM, lambda _: line)).split("\n")
    assert mark.index("^") == excerpt.index("](")


@pytest.mark.parametrize("column", [1, 500, 99_999, 200_000])
def test_of_a_long_line_only_what_is_near_is_shown(column: int) -> None:
    far = Problem(
        code="a-b", severity="error", message="m", span=Span(path="p", line=1, column=column)
    )
    text = plain(colored_text(far, lambda _: "x" * 100_000))
    assert len(text) < 400
    assert "^" in text


def test_json_has_every_key_that_scripts_rely_on() -> None:
    assert json.loads(problems_json([PROBLEM])) == [
        {
            "code": "broken-link",
            "severity": "error",
            "message": 'no lesson "07-y.md"',
            "path": "content/es/07-x.md",
            "line": 14,
            "column": 9,
            "hint": 'did you mean "07-z.md"?',
            "related": [{"path": "content/en/07-x.md", "line": 3, "column": 1}],
        }
    ]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert problems_json([]) == "[]\n"


def test_json_is_ascii_whatever_the_names(capsys: pytest.CaptureFixture[str]) -> None:
    odd = Problem(code="a-b", severity="error", message="ñ\ud800", span=Span(path="\udcff"))
    text = problems_json([odd])
    assert text.isascii()
    assert json.loads(text)[0]["path"] == "\udcff"
    assert capsys.readouterr().out == ""


def test_annotations_name_the_file_from_where_the_workflow_runs() -> None:
    assert problem_annotation(PROBLEM, "docs/course") == (
        "::error file=docs/course/content/es/07-x.md,line=14,col=9,title=broken-link::"
        'no lesson "07-y.md"%0Ahint: did you mean "07-z.md"?\n'
    )
    assert "file=content/es/07-x.md," in problem_annotation(PROBLEM, ".")


def test_annotations_cannot_be_broken_by_names() -> None:
    hostile = Problem(
        code="a-b", severity="warning", message="a\n::error::b%", span=Span(path="x,y:z\n%.md")
    )
    text = problem_annotation(hostile, ".")
    assert text == ("::warning file=x%2Cy%3Az%0A%25.md,line=1,col=1,title=a-b::a%0A::error::b%25\n")
