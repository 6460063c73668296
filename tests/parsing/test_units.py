"""Putting a unit back in its place."""

import pytest

from lessongen.model.unit import Unit
from lessongen.parsing.units import replace_unit
from tests.parsing.bodies import parsed


def unit_at(text: str, number: int = 0) -> Unit:
    """A unit of a body."""
    return parsed(text).units[number]


def replaced(text: str, new: str, number: int = 0) -> str:
    """The body with another text in the place of a unit."""
    return replace_unit(text, unit_at(text, number), new)


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("a", "b", "b"),
        ("a\nb\n", "c\nd\n", "c\nd\n\n"),
        ("  a\n   b\n", "c\nd", "  c\n   d\n"),
        ("## a {#x} ##\n", "b", "## b {#x} ##\n"),
        ("a\n===\n", "b", "b\n===\n"),
        ("- a\n", "b", "- b\n"),
        ("> a\nlazy\n", "b\nc", "> b\nc\n"),
        ("| a | b |\n|---|---|\n", "| c | d |", "| c | d |\n|---|---|\n"),
        ("[^1]: a\n\nx[^1]", "b", "[^1]: b\n\nx[^1]"),
        ("::: tip a\n:::\n", "b", "::: tip b\n:::\n"),
        ("```\na\n```\n", "b", "```\nb\n```\n"),
        ("![a](b 'c')\n", "![d](e)", "![d](e)\n"),
    ],
)
def test_a_text_takes_the_place_of_another(text: str, new: str, expected: str) -> None:
    assert replaced(text, new) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n", "1\n2\n3\n"),
        ("a", "1\n2\n3"),
        ("a\r\n\r\nb", "1\r\n2\r\n3\r\n\r\nb"),
        ("a\rb\r", "1\r2\r3\r"),
        ("- a\n- b\n", "- 1\n  2\n  3\n- b\n"),
        ("10. a\n", "10. 1\n    2\n    3\n"),
        ("-\ta\n", "-\t1\n \t2\n \t3\n"),
        ("> a\n", "> 1\n> 2\n> 3\n"),
        (">a\n", ">1\n>2\n>3\n"),
        ("> - a\n", "> - 1\n>   2\n>   3\n"),
        ("- > a\n", "- > 1\n  > 2\n  > 3\n"),
        (">- > a\n", ">- > 1\n>   > 2\n>   > 3\n"),
        ("> a\nlazy\n", "> 1\n2\n3\n"),
        ("- a\n  b\n", "- 1\n  2\n  3\n"),
        ("[^1]: a\n", "[^1]: 1\n      2\n      3\n"),
        ("a\n===\n", "1\n2\n3\n===\n"),
        ("```\na\n```\n", "```\n1\n2\n3\n```\n"),
        ("- ```\n  a\n  ```\n", "- ```\n  1\n  2\n  3\n  ```\n"),
        ("-     a\n", "-     1\n      2\n      3\n"),
    ],
)
def test_more_lines_get_the_marks_around_them(text: str, expected: str) -> None:
    assert replaced(text, "1\n2\n3") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\nc\n", "1\n"),
        ("> a\n> b\nlazy\n", "> 1\n"),
        ("- a\n  b\n\n  c\n", "- 1\n\n  c\n"),
        ("a\r\nb  \r\n", "1  \r\n"),
        ("> ```\n> a\n>\n> b\n> ```\n", "> ```\n> 1\n> ```\n"),
    ],
)
def test_fewer_lines_take_lines_away(text: str, expected: str) -> None:
    assert replaced(text, "1") == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("## a\n", 0, "## 1 2\n"),
        ("- # a #\n", 0, "- # 1 2 #\n"),
        ("| a |\n|---|\n| b |\n", 1, "| a |\n|---|\n1 2\n"),
        ("::: tip a\n:::\n", 0, "::: tip 1 2\n:::\n"),
        ("a\n: b\n", 0, "1 2\n: b\n"),
        ("a\n\n: b\n", 0, "1 2\n\n: b\n"),
        ("> a\n>\n> : b\n", 0, "> 1 2\n>\n> : b\n"),
    ],
)
def test_a_block_of_one_line_stays_one(text: str, number: int, expected: str) -> None:
    assert replaced(text, "1\n 2", number) == expected


def test_its_own_text_changes_nothing_even_if_it_could_be_written_otherwise() -> None:
    text = "- a\n\tb\nlazy  \n\n10.\tc\n"
    for unit in parsed(text).units:
        assert replace_unit(text, unit, unit.text) == text


def test_a_span_says_how_many_lines_a_unit_has() -> None:
    assert unit_at("a\nb\nc").span.end_line == 3
    assert unit_at("a").span.end_line == 0
