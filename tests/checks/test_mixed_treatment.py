import pytest

from lessongen.checks.pairs.mixed_treatment import check
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places


def found(text: str, treatment: str, locale: str = "es") -> list[str]:
    pair = document_pair("A text.", text, locales=("en", locale), treatment=treatment)
    return [message.partition('"')[2].partition('"')[0] for message in messages(check(pair))]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Lo que usted espera.", "usted"),
        ("Pregúntese qué espera.", "Pregúntese"),
        ("Primero: Haga una lista.", "Haga"),
        ("- Escriba lo que espera.", "Escriba"),
        ("| Recuerde el nombre | sí |\n|---|---|\n| a | b |", "Recuerde"),
    ],
)
def test_usted_is_reported_where_the_project_says_tu(text: str, form: str) -> None:
    assert found(text, "tú") == [form]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Lo que tú esperas.", "tú"),
        ("Escriba en tu cuaderno.", "tu"),
        ("¿Qué puedes hacer?", "puedes"),
        ("Te lo dirán.", "Te"),
    ],
)
def test_tu_is_reported_where_the_project_says_usted(text: str, form: str) -> None:
    assert found(text, "usted") == [form]


@pytest.mark.parametrize(
    "text",
    [
        "Lo que ustedes esperan de ti.",
        "Dijo: “¿Y usted qué haría?”, y se fue.",
        "Dice «Haga una lista» a todos.",
        "Los trataron de usted toda la tarde.",
        "Escribe *usted* con cuidado.",
        "Usa `usted` como nombre.",
        "Diga lo que diga, escucha.",
        "Que haga una lista quien quiera.",
        "Cierre del mes: espera.",
        "La coma, el punto. Corte de caja.",
        "“¿Y usted?\n\n“Usted primero”, dijo.",
    ],
)
def test_quotations_mentions_and_subjunctives_are_left_alone(text: str) -> None:
    assert found(text, "tú") == []


@pytest.mark.parametrize(
    "text", ["Tome el té.", "El área de TI ayuda.", "Dijo: “Ven tú”.", "Pregunte a su jefe."]
)
def test_what_is_right_with_usted_is_left_alone(text: str) -> None:
    assert found(text, "usted") == []


def test_without_a_setting_and_in_other_languages_nothing_is_checked() -> None:
    assert found("Lo que usted y tú saben, y lo que usted sabe.", "") == []
    assert found("Te usted tu.", "tú", "pt") == []


def test_a_setting_for_spanish_holds_for_its_regions() -> None:
    assert found("Lo que usted sabe.", "tú", "es-MX") == ["usted"]


def test_the_place_is_that_of_the_word() -> None:
    pair = document_pair("A text.", "Hola.\nMira [aquí](a.md) lo que usted sabe.", treatment="tú")
    assert places(check(pair)) == [("content/es/01-x.md", 5, 26)]
