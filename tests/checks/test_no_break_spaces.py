import pytest

from lessongen.checks.documents.no_break_spaces import check
from tests.checks.builders import SETTINGS, messages, parsed, unit


def test_one_note_for_a_file_counts_and_shows_the_first() -> None:
    content = [unit("Nothing here."), unit("One line\nand\u00a0two\u202fmore."), unit("a\u00a0b")]
    (problem,) = check(parsed(*content), SETTINGS)
    assert messages([problem]) == [
        '3 no-break spaces, the first (U+00A0) in "One line and two more."'
    ]
    assert problem.severity == "note"
    assert (problem.span.line, problem.span.column) == (10, 4)


def test_a_single_one_is_not_counted() -> None:
    (problem,) = check(parsed(unit("a\u202fb")), SETTINGS)
    assert messages([problem]) == ['a no-break space (U+202F) in "a b"']


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "25\u00a0kg"),
        ("es", "10\u202f000"),
        ("en", "page\u00a07"),
        ("en", "a word\u00a0– and more"),
        ("en", "written as &nbsp; on purpose"),
        ("fr", "«\u202fOui\u202f!\u202f»"),
        ("fr-CA", "Pourquoi\u00a0? Parce que\u00a0: oui"),
    ],
)
def test_typographers_spaces_are_right(locale: str, text: str) -> None:
    assert not list(check(parsed(unit(text), locale=locale), SETTINGS))


def test_french_spacing_is_right_in_french_only() -> None:
    assert list(check(parsed(unit("« Sí\u00a0»"), locale="es"), SETTINGS))


def test_code_is_left_alone() -> None:
    assert not list(check(parsed(unit("a\u00a0b", "code")), SETTINGS))
