import pytest

from lessongen.checks.pairs.pair_placeholders import check
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places


def found(source: str, target: str) -> list[str]:
    return messages(check(document_pair(source, target)))


def test_a_translated_placeholder_is_reported_where_it_stands() -> None:
    (problem,) = check(document_pair("Dear {name}, hello.", "Hola,\nestimada {nombre}."))
    assert messages([problem]) == ["{nombre} here, but {name} in the source"]
    assert places([problem]) == [("content/es/01-x.md", 5, 10)]


def test_a_missing_and_an_added_one_are_reported() -> None:
    assert found("Dear {{ name }}.", "Hola.") == [
        "the placeholder {{ name }} of the source is missing here"
    ]
    assert found("Hello.", "Hola %(name)s.") == ["the placeholder %(name)s is not in the source"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("{a} and {b}", "{b} y {a}"),
        ("Dear {{ name }}.", "Hola {{name}}."),
        ("{a}, {a}", "{a}"),
        ("70% sure", "70 % seguro"),
        ("Use `{name}`.", "Usa `{nombre}`."),
    ],
)
def test_the_same_set_is_right(source: str, target: str) -> None:
    assert found(source, target) == []


def test_what_is_behind_is_no_mistake() -> None:
    assert not list(check(document_pair("Dear {name}.", "Hola.", state="tokens")))
