import pytest

from lessongen.checks.pairs.glossary_forbidden import check
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places, term

SLIDE = term("slide|slides", "diapositiva|diapositivas", "lámina|slide")
DESK = term("help desk", "mesa de ayuda", "help desk")


def found(source: str, target: str) -> list[str]:
    return messages(check(document_pair(source, target, terms=(SLIDE, DESK))))


def test_a_forbidden_rendering_is_reported_where_it_stands() -> None:
    pair = document_pair(
        "See [it](a.md): the next slide.", "Mira [la](a.md) siguiente **lámina**.", terms=(SLIDE,)
    )
    (problem,) = check(pair)
    assert messages([problem]) == ['the glossary rules "lámina" out']
    assert places([problem]) == [("content/es/01-x.md", 4, 29)]
    assert problem.hint == 'write "diapositiva", or "diapositivas"'


def test_plurals_and_capitals_are_the_same_word() -> None:
    assert found("Two slides.", "Láminas: dos.") == ['the glossary rules "Láminas" out']


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("A sheet of steel.", "Una lámina de acero."),
        ("See [the slide](slide.md).", "Mira [la diapositiva](lámina.md)."),
        ("The slide `slide`.", "La diapositiva `slide`."),
        ("Ask “Which slide?” first.", "Pregunta primero “¿Qué lámina?”."),
        (
            "The Help Desk Institute and its help desk.",
            "El Help Desk Institute y su mesa de ayuda.",
        ),
        ("This slide.", "Esta diapositiva."),
    ],
)
def test_other_senses_names_code_and_quotations_are_left_alone(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_forbidden_word_within_a_right_term_is_right() -> None:
    lead = term("team lead", "líder de equipo", "líder")
    assert not list(check(document_pair("A team lead.", "Un líder de equipo.", terms=(lead,))))
