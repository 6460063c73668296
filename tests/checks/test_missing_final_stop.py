import pytest

from lessongen.checks.pairs.missing_final_stop import check
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places


def found(source: str, target: str) -> list[str]:
    return messages(check(document_pair(source, target)))


def test_a_sentence_without_its_end_is_reported_where_it_ends() -> None:
    (problem,) = check(document_pair("Ask early.\nThen wait.", "Pregunta pronto.\nLuego *espera*"))
    assert messages([problem]) == ['nothing ends the sentence "Pregunta pronto. Luego espera"']
    assert places([problem]) == [("content/es/01-x.md", 5, 13)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He said: “Wait.”", "Dijo: “Espera”."),
        ("Why not?", "¿Por qué no?"),
        ("As follows:", "Como sigue"),
        ("Wait (a day).", "Espera (un día)."),
        ("Wait…", "Espera..."),
        ("Use version 3.", "Usa la versión 3"),
        ("## Why ask?", "## Por qué preguntar"),
        ("A name", "Un nombre"),
    ],
)
def test_other_ends_are_right(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_list_whose_items_have_no_stop_is_a_matter_of_style() -> None:
    source = "- Ask early.\n- Wait a day.\n- Say thanks."
    assert found(source, "- Pregunta pronto\n- Espera un día\n- Da las gracias") == []
    assert len(found(source, "- Pregunta pronto.\n- Espera un día\n- Da las gracias.")) == 1


def test_scripts_with_other_stops_are_left_alone() -> None:
    pair = document_pair("Ask early.", "早点问", locales=("en", "zh"))
    assert not list(check(pair))


def test_what_is_behind_is_no_mistake() -> None:
    assert not list(check(document_pair("Ask early.", "Pregunta pronto", state="changed")))
