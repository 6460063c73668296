import pytest

from lessongen.checks.pairs.pair_numbers import check
from lessongen.model.translation import UnitState
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places


def found(source: str, target: str, target_locale: str = "es") -> list[str]:
    return messages(check(document_pair(source, target, locales=("en", target_locale))))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It takes 1.5 hours.", "Tarda 1,5 horas."),
        ("It has 4,200 lines.", "Tiene 4200 líneas."),
        ("It has 4,200 lines.", "Tiene 4.200 líneas."),
        ("It has 4,200 lines.", "Tiene 4\u202f200 líneas."),
        ("It has 14,200 lines.", "Tiene 14 200 líneas."),
        ("It costs $1,234.50.", "Cuesta 1.234,5 dólares."),
        ("Some 70% of them.", "Un 70 % de ellos."),
        ("The 1st and the 2nd.", "El 1.º y la 2.ª."),
        ("The 1st of May.", "El primero de mayo."),
        ("It takes 3 days.", "Tarda tres días."),
        ("It takes three days.", "Tarda 3 días."),
        ("It takes 31 days.", "Tarda treinta y un días."),
        ("It takes twenty-two days.", "Tarda 22 días."),
        ("At 3 p.m. they met.", "Se reunieron a las 15:00."),
        ("At 8:12 they met.", "Se reunieron a las 20:12."),
        ("At 3:00 they met.", "Se reunieron a las 3."),
        ("At noon.", "A las 12."),
        ("In the 20th century.", "En el siglo XX."),
        ("In the 1990s.", "En los años 90."),
        ("Some 2 million people.", "Unos 2 000 000 de personas."),
        ("Some 4 billion people.", "Unos 4.000 millones de personas."),
        ("Use version 3.12.1.", "Usa la versión 3.12.1."),
        ("From 3-5 to 10–12.", "De 3 a 5 y de 10 a 12."),
        ("Use `x = 3`, see [it](a3.md).", "Usa `x = 4`, ve [esto](a4.md)."),
        ("In 2026, in 2026.", "En 2026."),
        ("A dozen, or 100%.", "12, o el cien por ciento."),
        ("It has 5,000 lines.", "Tiene cinco mil líneas."),
        ("Without any.", "Sin nada."),
    ],
)
def test_numbers_are_written_in_many_ways(source: str, target: str) -> None:
    assert found(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("It takes 45 days.", "Tarda 54 días.", "54 here, but 45 in the source"),
        ("It takes 1.5 days.", "Tarda 15 días.", "15 here, but 1.5 in the source"),
        ("It takes 45 days.", "Tarda mucho.", "the number 45 of the source is missing here"),
        ("It takes long.", "Tarda 45 días.", "the number 45 is not in the source"),
        ("At 8:12 they met.", "Se reunieron a las 8:21.", "8:21 here, but 8:12 in the source"),
    ],
)
def test_another_number_is_reported(source: str, target: str, message: str) -> None:
    assert found(source, target) == [message]


def test_the_place_is_that_of_the_number() -> None:
    pair = document_pair(
        "One.\n\nIt takes 45 days.", "Uno.\n\n*Tarda*, según\n[eso](b2.md), 54 días."
    )
    assert places(check(pair)) == [("content/es/01-x.md", 7, 15)]


def test_small_numbers_may_be_words_in_languages_unknown_here() -> None:
    assert found("It takes 3 days.", "Es dauert drei Tage.", "de") == []
    assert found("It takes 45 days.", "Es dauert 54 Tage.", "de") != []


def test_tables_of_numbers_are_compared_row_by_row() -> None:
    table = "| A | B |\n|---|---|\n| 1 | 2 |\n| 30 | {} |"
    assert found(table.format(44), table.format("44")) == []
    assert found(table.format(44), table.format(46)) == ["46 here, but 44 in the source"]


@pytest.mark.parametrize("state", ["changed", "tokens"])
def test_what_is_behind_is_no_mistake(state: UnitState) -> None:
    assert not list(check(document_pair("45 days.", "54 días.", state=state)))


def test_a_long_text_of_numbers_is_over_soon() -> None:
    digits = " ".join(str(number) for number in range(5_000))
    assert found(digits, digits + " 6000") == ["the number 6000 is not in the source"]
