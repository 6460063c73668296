import pytest

from lessongen.model.problem import Problem, Severity
from lessongen.model.source import Span
from lessongen.translation.allowances import find_allowances, with_way_out, without_allowed
from tests.checks.pair_builders import document_pair, with_flags

ES, EN = "content/es/01-x.md", "content/en/01-x.md"
PAIR = document_pair("One.\n\nTwo and\nthree.", "Uno.\n\nDos y\ntres.")


def problem(
    line: int, *, path: str = ES, code: str = "length-ratio", severity: Severity = "warning"
) -> Problem:
    return Problem(
        code=code,
        severity=severity,
        message="too long",
        hint="cut it",
        span=Span(path=path, line=line, column=3),
    )


def is_silent(found: Problem, *flags: str) -> bool:
    allowances = find_allowances(with_flags(PAIR, *flags).units)
    return not list(without_allowed([found], allowances))


@pytest.mark.parametrize("line", [4, 6, 7])
def test_what_is_allowed_is_not_told_wherever_it_stands_in_the_text(line: int) -> None:
    assert is_silent(problem(line), "reviewed:Luis", "allow:length-ratio")
    assert is_silent(problem(line, path=EN), "allow:length-ratio")


@pytest.mark.parametrize("name", ["length-ratio", "length", "ratio"])
def test_a_check_may_be_named_by_words_of_its_name(name: str) -> None:
    assert is_silent(problem(4), f"allow:{name}")


@pytest.mark.parametrize("flag", ["allow:pair-links", "allow:leng", "reviewed:length-ratio"])
def test_other_flags_allow_nothing(flag: str) -> None:
    assert not is_silent(problem(4), flag)


def test_other_texts_and_errors_are_told() -> None:
    assert not is_silent(problem(5), "allow:length-ratio")
    assert not is_silent(problem(4, severity="error"), "allow:length-ratio")
    assert list(without_allowed([problem(4)], ())) == [problem(4)]


def test_the_hint_says_how_to_allow_it() -> None:
    (found,) = with_way_out([problem(7)], PAIR)
    assert found.hint == (
        "cut it; if it is meant: lessongen tr ok 01-x --unit 3 --allow length-ratio"
    )


def test_a_problem_outside_of_all_texts_has_no_such_way_out() -> None:
    assert list(with_way_out([problem(1)], PAIR)) == [problem(1)]
