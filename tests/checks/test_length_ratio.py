import pytest

from lessongen.checks.pairs.length_ratio import check
from lessongen.model.translation import UnitState
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, joined, places

ENGLISH = "Before you practise, choose one skill, and write down what you expect to be able to do."
SPANISH = "Antes de practicar, elige una habilidad y escribe lo que esperas ser capaz de hacer."


def test_a_translation_of_the_usual_length_is_right() -> None:
    assert not list(check(document_pair(ENGLISH, SPANISH)))


def test_half_a_translation_is_reported() -> None:
    (problem,) = check(document_pair(ENGLISH, "Antes de practicar, elige una habilidad."))
    assert messages([problem]) == ["this text is 0.5 times as long as its source"]
    assert places([problem]) == [("content/es/01-x.md", 4, 1)]
    assert "missing" in problem.hint


def test_more_than_a_translation_is_reported() -> None:
    (problem,) = check(document_pair(ENGLISH, f"{SPANISH} {SPANISH}"))
    assert messages([problem]) == ["this text is 1.9 times as long as its source"]
    assert "in the source" in problem.hint


def test_short_texts_say_little() -> None:
    assert not list(check(document_pair("Try it now, and then again.", "Ya.")))


def test_a_lucky_phrase_is_no_mistake() -> None:
    source = "Which piece of information do you ask people for although you already have it?"
    assert not list(
        check(document_pair(source, "¿Qué dato le pides a la gente aunque ya lo tienes?"))
    )


def test_targets_of_links_are_no_text() -> None:
    link = "[it](https://example.org/a/very/long/address/that/nobody/reads/at/all/in/any/language)"
    assert not list(check(document_pair(f"{ENGLISH} See {link}.", f"{SPANISH} Ahí.")))


def test_several_units_count_as_one_text() -> None:
    pair = document_pair(
        ENGLISH, "Antes de practicar, elige una habilidad.\n\nEscribe qué esperas ya."
    )
    assert not list(check(joined(pair, (1, 1, "ok"), (1, 2, "ok"))))


def test_scripts_of_another_density_are_not_compared() -> None:
    assert not list(check(document_pair(ENGLISH, "练习前选一项技能。", locales=("en", "zh-CN"))))


@pytest.mark.parametrize("state", ["changed", "tokens", "new", "removed"])
def test_what_is_behind_is_no_mistake(state: UnitState) -> None:
    pair = document_pair(ENGLISH, "Antes de practicar, elige una.", state=state)
    assert not list(check(pair))
