import pytest

from lessongen.checks.pairs.list_length import check
from lessongen.model.translation import UnitState
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, joined, places, with_flags

THREE = "- One.\n- Two.\n- Three."
TWO = "- Uno y dos.\n- Tres."
TITLE: tuple[int, int, UnitState] = (1, 1, "ok")


def test_joined_items_are_reported() -> None:
    pair = joined(document_pair(THREE, TWO), TITLE, (2, 1, "ok"), (1, 1, "ok"))
    (problem,) = check(pair)
    assert messages([problem]) == ["2 items in this list, 3 in its source"]
    assert places([problem]) == [("content/es/01-x.md", 4, 3)]


def test_an_added_item_is_reported_until_it_is_confirmed() -> None:
    pair = joined(
        document_pair("- One.\n\nText.", "- Uno.\n- Más.\n\nTexto."),
        TITLE,
        (1, 1, "ok"),
        (0, 1, "target-only"),
        (1, 1, "ok"),
    )
    assert messages(check(pair)) == ["2 items in this list, 1 in its source"]
    assert not list(check(with_flags(pair, "target-only")))


def test_a_list_turned_into_a_sentence_is_reported() -> None:
    pair = joined(document_pair(THREE, "Uno, dos y tres."), TITLE, (3, 1, "ok"))
    assert messages(check(pair)) == ["no items in this list, 3 in its source"]


def test_items_joined_here_and_cut_up_there_are_as_many() -> None:
    pair = joined(
        document_pair(THREE, "- Uno y dos.\n- Tres.\n- Y más."), TITLE, (2, 1, "ok"), (1, 2, "ok")
    )
    assert not list(check(pair))


@pytest.mark.parametrize("state", ["new", "removed"])
def test_an_item_that_is_behind_is_no_mistake(state: UnitState) -> None:
    pair = joined(document_pair(THREE, TWO), TITLE, (2, 1, "ok"), (1, 1, state))
    assert not list(check(pair))


def test_a_list_of_the_translators_own_is_none_of_our_business() -> None:
    pair = joined(
        document_pair("Text.", "Texto.\n\n- Uno.\n- Dos."),
        TITLE,
        (1, 1, "ok"),
        (0, 1, "target-only"),
        (0, 1, "target-only"),
    )
    assert not list(check(pair))
