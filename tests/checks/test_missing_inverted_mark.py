import pytest

from lessongen.checks.documents.missing_inverted_mark import check
from tests.checks.builders import SETTINGS, messages, parsed, unit


def found(text: str, locale: str = "es") -> list[str]:
    return messages(check(parsed(unit(text), locale=locale), SETTINGS))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Qué harías?", '"Qué harías?" has no ¿'),
        ("Hazlo ya!", '"Hazlo ya!" has no ¡'),
        ("Hola. Por qué no preguntas? Di.", '"Por qué no preguntas?" has no ¿'),
        ("¿Una? Dos?", '"Dos?" has no ¿'),
        ("¡Basta! Por qué?", '"Por qué?" has no ¿'),
        ("Me dijo: “Vienes mañana?”.", '"Vienes mañana?" has no ¿'),
        ("Pides feedback?", '"Pides feedback?" has no ¿'),
        ("Cómo que no?!", '"Cómo que no?" has no ¿'),
    ],
)
def test_an_unopened_mark_is_reported(text: str, message: str) -> None:
    assert found(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "¿Qué harías?",
        "¡Hazlo ya!",
        "Si no lo sabes, ¿por qué no preguntas?",
        "¡¿Cómo que no?!",
        "¿Cómo que no!",
        "¿¡Qué!?",
        "Un experto (?) lo dijo.",
        "El signo “?” es raro.",
        "Ve a https://example.org/?a=b y mira.",
        "La pregunta “Any feedback?” no sirve.",
        "El libro Who Moved My Cheese? es breve.",
        "La empresa Yahoo! compró otra.",
        "",
        "Pulsa el botón «#!» y luego otro.",
        "El signo != compara.",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_other_languages_have_no_such_marks() -> None:
    assert found("What now?", "en") == []
    assert found("Qué?", "es-419") != []


def test_code_and_marked_foreign_words_are_left_alone() -> None:
    content = [unit("qué?", "code"), unit('<i lang="en">Really?</i>', plain="Really?")]
    assert not list(check(parsed(*content, locale="es"), SETTINGS))


def test_the_place_is_that_of_the_mark_behind_markup() -> None:
    content = unit("Hola.\n**Qué** [harías](x.md?a)?", plain="Hola.\nQué harías?")
    (problem,) = check(parsed(content, locale="es"), SETTINGS)
    assert (problem.span.line, problem.span.column) == (10, 25)


@pytest.mark.parametrize("text", ["¿Ya! No? " * 20_000, "Ay! " * 40_000, "El Yahoo! va " * 20_000])
def test_a_long_line_of_marks_is_over_soon(text: str) -> None:
    assert len(found(text)) <= 5
