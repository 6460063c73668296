import pytest

from lessongen.checks.documents.list_syntax import check
from tests.checks.builders import SETTINGS, messages, parsed, unit


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("5.Have a mentor", '"5. "'),
        ("12)Have a mentor", '"12) "'),
        ("3.¿Qué harías?", '"3. "'),
        ("• Have a mentor", '"- "'),
        ("•Have a mentor", '"- "'),
    ],
)
def test_a_paragraph_that_looks_like_an_item_is_reported(text: str, start: str) -> None:
    (problem,) = check(parsed(unit(text)), SETTINGS)
    assert messages([problem]) == [f'"{text}" looks like an item of a list, but is a paragraph']
    assert start in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "1.er paso",
        "3.x is old",
        "3.14 is enough",
        "2026.Then came",
        "5",
        "5. ",
        "",
        "At 5.Have",
        ".5 of it",
    ],
)
def test_words_that_start_with_a_number_are_right(text: str) -> None:
    assert not list(check(parsed(unit(text)), SETTINGS))


def test_only_paragraphs_are_looked_at() -> None:
    assert not list(check(parsed(unit("5.Have", "item"), unit("5.Have", "heading")), SETTINGS))
