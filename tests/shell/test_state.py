import marshal
from typing import Any

import pytest

from lessongen.model.artifact import Written
from lessongen.shell.state import State, pack_state, unpack_state

LOOKED = (1, 2, 3, 4)
WRITTEN = {
    "a": Written(key="k", fields={"title": 1, "next": 2**32 - 1}, digest="d"),
    "b": Written(key="l", fields={"title": 7, "next": 0}, digest="e"),
    "c": Written(key="m", fields={}, digest="f"),
}
STATE = State(
    files={"content/x.md": (LOOKED, "d")},
    output="/site",
    engine="e1",
    pages={"a": (LOOKED, "d")},
    written=WRITTEN,
)


def through(state: State) -> State:
    plain: Any = pack_state(state)
    return unpack_state(marshal.loads(marshal.dumps(plain)))  # noqa: S302 our own


def test_a_state_comes_back_equal() -> None:
    found = through(STATE)
    assert found[:4] == STATE[:4]
    assert dict(found.written) == WRITTEN
    assert len(found.written) == 3


def test_what_came_back_can_be_kept_again() -> None:
    assert dict(through(through(STATE)).written) == WRITTEN


@pytest.mark.parametrize("stored", [None, 1, (), (1, 2), ("a",) * 7])
def test_anything_else_is_an_empty_state(stored: object) -> None:
    assert unpack_state(stored) == State()


def test_another_output_folder_has_nothing_known() -> None:
    assert STATE.pages_in("/other") == {}
    assert STATE.written_in("/other", "e1") == {}
    assert STATE.pages_in("/site") == STATE.pages


def test_another_engine_has_written_nothing_but_the_files_are_known() -> None:
    assert STATE.written_in("/site", "e2") == {}
    assert STATE.pages_in("/site") == STATE.pages
    assert STATE.written_in("/site", "e1") == WRITTEN


def test_only_what_is_new_is_kept() -> None:
    assert not STATE.differs_from(STATE)
    assert STATE._replace(files={}).differs_from(STATE)
    assert STATE._replace(written=dict(WRITTEN)).differs_from(STATE)
