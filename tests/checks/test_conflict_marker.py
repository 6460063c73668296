import pytest

from lessongen.checks.documents.conflict_marker import check
from lessongen.parsing.document import parse_document
from tests.checks.builders import SETTINGS, messages, parsed, unit
from tests.parsing.bodies import source_file


def found(text: str) -> list[tuple[int, str]]:
    file = source_file(text, "content/es/01-x.md")
    result = parse_document(file, locale="es", key="01-x", kind="lesson").value
    return [(problem.span.line, problem.message) for problem in check(result, SETTINGS)]


def test_what_git_could_not_merge_is_reported_where_it_begins() -> None:
    text = "Uno.\n\n<<<<<<< HEAD\nDos.\n=======\nTwo.\n>>>>>>> 4f1c2ab\n\nTres.\n"
    assert found(text) == [
        (3, '"<<<<<<< HEAD" was left by git: two versions of the text stand here')
    ]


def test_a_mark_inside_a_paragraph_and_each_conflict_are_reported() -> None:
    lines = [line for line, _ in found("Uno\n<<<<<<< HEAD\ndos\n\n- tres\n\n<<<<<<< a b\n")]
    assert lines == [2, 7]


@pytest.mark.parametrize(
    "text",
    ["```\n<<<<<<< HEAD\n```", "`<<<<<<<` marca", "<<<<<<<< ocho", "a <<<<<<< b", "Siete <."],
)
def test_examples_and_arrows_are_no_conflict(text: str) -> None:
    assert found(text) == []


def test_other_units_are_looked_at_too() -> None:
    assert messages(check(parsed(unit("<<<<<<< HEAD", "item")), SETTINGS))
