"""Which blocks of two texts stand in one row."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessongen.model.document import Block, BlockKind
from lessongen.model.source import Span
from lessongen.model.standing import Row
from lessongen.model.translation import UnitPair, UnitState
from lessongen.model.unit import Unit
from lessongen.translation.side_by_side import guessed_rows, recorded_rows

KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "h": "heading",
    "-": "item",
    "q": "quote",
    "c": "code",
    "r": "rule",
    "n": "footnote",
    "|": "frame",
}


def blocks(text: str) -> tuple[Block, ...]:
    """Blocks by their letters; headings are numbered."""
    return tuple(
        (KINDS[letter], text[:at].count("h") if letter == "h" else 0, 0, 0)
        for at, letter in enumerate(text)
    )


def shown(rows: Sequence[Row], source: str, target: str) -> str:
    """Rows as the letters of their blocks: "p=p", a row with two: "pp=p", one without: "p="."""
    return " ".join(
        f"{source[first:last]}={target[other:end]}{'!' if behind else ''}".replace("|", "")
        for first, last, other, end, behind in rows
    )


def guess(source: str, target: str, *headings: tuple[int, int]) -> str:
    rows = guessed_rows(blocks(source), blocks(target), headings)
    return shown(rows, source, target)


def unit(block: int) -> Unit:
    return Unit(kind="paragraph", text="", plain="", ranges=(), span=Span(path="x.md"), block=block)


def pair(ours: Sequence[int], theirs: Sequence[int], state: UnitState = "ok") -> UnitPair:
    return UnitPair(state=state, sources=tuple(map(unit, ours)), targets=tuple(map(unit, theirs)))


def record(source: str, target: str, *pairs: UnitPair) -> str:
    return shown(recorded_rows(blocks(source), blocks(target), pairs), source, target)


# --- without a record --------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "target", "rows"),
    [
        ("pp", "pp", "p=p p=p"),
        ("p|--|p", "p|--|p", "p=p -=- -=- p=p"),
        ("p|--|p", "p|---|p", "p=p --=--- p=p"),
        ("pqp", "pqp", "p=p q=q p=p"),
        ("ppqp", "pqp", "pp=p q=q p=p"),
        ("ppp", "pp", "ppp=pp"),
        ("pqp", "pcp", "pqp=pcp"),
        ("|--||--|", "|--||--|", "-=- -=- -=- -=-"),
        ("|--||--|", "|--||-|", "-=- -=- --=-"),
        ("pp|nn|", "p|nn|", "pp=p n=n n=n"),
        ("p", "", "p="),
        ("", "", ""),
    ],
)
def test_blocks_pair_as_far_as_their_kinds_tell(source: str, target: str, rows: str) -> None:
    assert guess(source, target) == rows


def test_headings_are_fixed_points() -> None:
    assert guess("phpphp", "phphp", (0, 0), (1, 1)) == "p=p h=h pp=p h=h p=p"


def test_what_stands_before_only_one_of_two_headings_has_no_twin() -> None:
    assert guess("pphp", "hp", (0, 0)) == "p= p= h=h p=p"


def test_headings_that_cross_give_way() -> None:
    assert guess("hphp", "hphp", (0, 1), (1, 0)) == "h= p= h=h p=php"


def test_headings_that_do_not_pair_are_blocks_like_others() -> None:
    assert guess("hphp", "hpp") == "hphp=hpp"
    assert guess("hphp", "hphp") == "h=h p=p h=h p=p"


# --- by a record ---------------------------------------------------------------------


def test_units_bring_their_blocks_together() -> None:
    assert record("ppp", "ppp", pair([0], [0]), pair([1], [1]), pair([2], [2])) == "p=p p=p p=p"


def test_two_paragraphs_may_be_one_in_translation() -> None:
    assert record("ppp", "pp", pair([0, 1], [0]), pair([2], [1])) == "pp=p p=p"
    assert record("pp", "ppp", pair([0], [0]), pair([1], [1, 2])) == "p=p p=pp"
    assert record("pp", "pp", pair([0, 1], [0, 1])) == "pp=pp"


def test_several_units_of_one_block_stay_in_its_row() -> None:
    assert record("qp", "qp", pair([0], [0]), pair([0], [0]), pair([1], [1])) == "q=q p=p"


def test_what_has_no_twin_stands_alone() -> None:
    assert record("ppp", "pp", pair([0], [0]), pair([1], []), pair([2], [1])) == "p=p p= p=p"
    assert record("pp", "ppp", pair([0], [0]), pair([], [1]), pair([1], [2])) == "p=p =p p=p"


def test_what_moved_leaves_its_row_and_no_other_does() -> None:
    moved = (pair([0], [2]), pair([1], [0]), pair([2], [1]))
    assert record("qpp", "ppq", *moved) == "q= p=p p=p =q"


def test_what_is_between_the_parts_of_a_row_belongs_to_it() -> None:
    assert record("pqp", "p", pair([0, 2], [0])) == "pqp=p"


def test_blocks_without_units_pair_between_those_that_have_some() -> None:
    ends = (pair([0], [0]), pair([2], [2]))
    assert record("prp", "prp", *ends) == "p=p r=r p=p"
    assert record("prp", "pp", pair([0], [0]), pair([2], [1])) == "p=p r= p=p"


def test_titles_and_what_is_not_shown_play_no_part() -> None:
    assert record("|p", "|p", pair([-1], [-1]), pair([0], [0]), pair([1], [1])) == "p=p"


@pytest.mark.parametrize("state", ["changed", "edited", "tokens"])
def test_a_row_says_that_its_source_has_changed(state: UnitState) -> None:
    assert record("pp", "pp", pair([0], [0], state), pair([1], [1])) == "p=p! p=p"


def test_a_translation_whose_source_is_gone_says_so() -> None:
    assert record("p", "pp", pair([0], [0]), pair([], [1], "removed")) == "p=p =p!"


# --- laws ----------------------------------------------------------------------------

texts = st.text("".join(KINDS), max_size=12).map(lambda text: text.replace("-|-", "-"))


@st.composite
def pairs_of(draw: st.DrawFn) -> tuple[str, str, list[UnitPair]]:
    source, target = draw(texts), draw(texts)
    units = st.lists(st.integers(-1, max(len(source), 1) - 1), max_size=3)
    others = st.lists(st.integers(-1, max(len(target), 1) - 1), max_size=3)
    states: st.SearchStrategy[UnitState] = st.sampled_from(["ok", "changed", "removed"])
    made = draw(st.lists(st.builds(pair, units, others, states), max_size=8))
    return (source or "p", target or "p", made)


def check(rows: Sequence[Row], source: str, target: str) -> None:
    """Each block that can be shown stands in one row, in the order of its text."""
    assert in_rows(source, [row[:2] for row in rows]) == numbers(source)
    assert in_rows(target, [row[2:4] for row in rows]) == numbers(target)
    for first, last, other_first, other_last, _ in rows:
        assert (first, other_first) != (last, other_last), "a row of nothing"


def in_rows(text: str, ranges: Sequence[tuple[int, int]]) -> list[int]:
    return [n for first, last in ranges for n in range(first, last) if text[n] != "|"]


def numbers(text: str) -> list[int]:
    return [n for n, letter in enumerate(text) if letter != "|"]


@given(texts, texts, st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=4))
def test_every_block_stands_in_one_guessed_row(
    source: str, target: str, headings: list[tuple[int, int]]
) -> None:
    check(guessed_rows(blocks(source), blocks(target), headings), source, target)


@given(pairs_of())
def test_every_block_stands_in_one_recorded_row(made: tuple[str, str, list[UnitPair]]) -> None:
    source, target, pairs = made
    check(recorded_rows(blocks(source), blocks(target), pairs), source, target)


@given(texts)
def test_a_text_beside_itself_has_a_row_for_each_block(text: str) -> None:
    rows = guessed_rows(blocks(text), blocks(text), ())
    assert [row[0] for row in rows] == [row[2] for row in rows] == numbers(text)
