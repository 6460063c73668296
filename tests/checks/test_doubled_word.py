import pytest

from lessongen.checks.pairs.doubled_word import check
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places


def found(source: str, target: str) -> list[str]:
    return messages(check(document_pair(source, target)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dime lo que que viste.", "que que"),
        ("Es la la lección de hoy.", "la la"),
        ("Mira en *el* caso de de ayer.", "de de"),
        ("El El lunes empieza.", ""),  # a capital again: a name, perhaps
        ("Va a a casa.", "a a"),
    ],
)
def test_a_doubled_word_is_reported(text: str, words: str) -> None:
    assert found("A text.", text) == ([f'"{words}": a word stands twice'] if words else [])


def test_the_source_is_looked_at_too() -> None:
    pair = document_pair("It is in\nthe the box.", "Está en la caja.")
    (problem,) = check(pair)
    assert places([problem]) == [("content/en/01-x.md", 5, 5)]
    assert problem.hint == 'take one "the" away'


@pytest.mark.parametrize(
    "text",
    [
        "Nos nos vemos.",
        "No, no y no.",
        "Fue muy muy lento.",
        "Usa `a` a veces.",
        "Usa el `x` el lunes.",
        "| que | que |\n|---|---|\n| que | que |",
        "Suma x x y.",
        "En 10 10 veces.",
        "Que *que* importa.",
        "Ve a Walla Walla.",
        "```\nla la\n```",
    ],
)
def test_what_is_right_in_spanish_is_left_alone(text: str) -> None:
    assert found("A text.", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He had had enough.",
        "He said that that was it.",
        "Because of it it’s late.",
        "I log in in May.",
    ],
)
def test_what_is_right_in_english_is_left_alone(text: str) -> None:
    assert found(text, "Un texto.") == []


def test_other_languages_double_words_as_they_like() -> None:
    pair = document_pair("We see us.", "Nous nous voyons.", locales=("en", "fr"))
    assert not list(check(pair))


def test_a_long_line_of_doubles_is_over_soon() -> None:
    assert len(found("A text.", "de de. " * 20_000)) > 5
