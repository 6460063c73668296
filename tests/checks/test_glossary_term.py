import pytest

from lessongen.checks.pairs.glossary_term import check
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places, term

DEADLINE = term("deadline|deadlines", "fecha límite|plazo")
FEEDBACK = term("feedback", "retroalimentación|comentario")


def found(source: str, target: str) -> list[str]:
    return messages(check(document_pair(source, target, terms=(DEADLINE, FEEDBACK))))


def test_a_term_without_its_rendering_is_a_note() -> None:
    pair = document_pair("One.\n\nAsk for feedback.", "Uno.\n\nPide opiniones.", terms=(FEEDBACK,))
    (problem,) = check(pair)
    assert problem.severity == "note"
    assert messages([problem]) == [
        'the source says "feedback", but there is no "retroalimentación" or "comentario" here'
    ]
    assert places([problem]) == [("content/es/01-x.md", 6, 1)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The deadline is near.", "La fecha límite está cerca."),
        ("The deadline is near.", "La FECHA LIMITE está cerca."),
        ("Deadlines are near.", "Los plazos se acercan."),
        ("Ask for feedback.", "Pide retroalimentaciones."),
        ("Ask for feedback.", "Pide un breve comentario."),
        ("Ask for feedback.", "Pide retroalimentacio\u0301n."),
        ("Run `feedback` now.", "Ejecuta `feedback` ahora."),
        ("Read “Feedback for All” soon.", "Lee “Opinar” pronto."),
        ("The deadliner is near.", "Se acerca."),
    ],
)
def test_variants_in_any_form_will_do(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_term_is_told_once_in_a_document() -> None:
    source = "\n\n".join(f"Ask {name} for feedback." for name in ("Ana", "Luis", "Eva"))
    target = "\n\n".join(f"Pide a {name} que opine." for name in ("Ana", "Luis", "Eva"))
    (message,) = found(source, target)
    assert message.endswith("(nor in 2 more below)")


def test_a_term_without_a_rendering_asks_for_none() -> None:
    pair = document_pair("A deadline.", "Un día.", terms=(term("deadline", ""),))
    assert not list(check(pair))
