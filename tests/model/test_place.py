from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessongen.model.place import place_in_plain, place_in_text
from lessongen.model.source import Span
from lessongen.model.unit import Unit


def unit_of(file: str, *ranges: tuple[int, int], plain: str = "") -> Unit:
    """The unit that has these ranges of the file."""
    start = ranges[0][0]
    column = start - (file.rfind("\n", 0, start) + 1) + 1
    span = Span(path="x.md", line=file.count("\n", 0, start) + 1, column=column)
    text = "\n".join(file[begin:end] for begin, end in ranges)
    return Unit(kind="paragraph", text=text, plain=plain or text, ranges=ranges, span=span)


def place(span: Span) -> tuple[int, int]:
    return (span.line, span.column)


def test_the_first_line_counts_from_where_the_unit_stands() -> None:
    unit = unit_of("- one two\n", (2, 9))
    assert place(place_in_text(unit, 4)) == (1, 7)


def test_later_lines_count_from_their_prefix() -> None:
    unit = unit_of("title\n> one\n> two x\n", (8, 11), (14, 19))
    assert place(place_in_text(unit, unit.text.index("x"))) == (3, 7)


def test_line_ends_of_two_characters_are_no_column() -> None:
    unit = unit_of("> one\r\n> two x\r\n", (2, 5), (9, 14))
    assert place(place_in_text(unit, unit.text.index("x"))) == (2, 7)


def test_a_text_in_quotes_begins_behind_them() -> None:
    file = 'title: "One ” two"\n'
    unit = replace(unit_of(file, (7, 18)), text="One ” two", plain="One ” two")
    assert place(place_in_text(unit, 4)) == (1, file.index("”") + 1)


def test_a_text_that_is_spelled_otherwise_is_at_its_start() -> None:
    file = 'title: "One\n  ” two"\n'
    unit = replace(unit_of(file, (7, 20)), text="One ” two", plain="One ” two")
    assert place(place_in_text(unit, 4)) == (1, 8)


@pytest.mark.parametrize(
    ("text", "plain", "at", "column"),
    [
        ("**a** b?", "a b?", 3, 8),
        ("[a](x?y) b?", "a b?", 3, 11),
        ("`?` and a?", "and a?", 5, 10),
        ('<i lang="?">a</i> b?', "a b?", 3, 20),
        ("# [a?](x) b?", "a? b?", 4, 12),
    ],
)
def test_markup_is_not_what_a_reader_sees(text: str, plain: str, at: int, column: int) -> None:
    unit = unit_of(text, (0, len(text)), plain=plain)
    assert place(place_in_plain(unit, at)) == (1, column)


def test_a_character_that_the_text_spells_otherwise_is_at_the_unit() -> None:
    unit = unit_of("  a &ldquo;b", (2, 12), plain="a “b")
    assert place(place_in_plain(unit, 2)) == (1, 3)


@given(st.text(alphabet="ab ?”\n", min_size=1, max_size=30), st.data())
def test_without_markup_every_character_is_found_where_it_stands(
    text: str, data: st.DataObject
) -> None:
    ranges, start = [], 0
    for line in text.split("\n"):
        ranges.append((start, start + len(line)))
        start += len(line) + 1
    at = data.draw(st.integers(min_value=0, max_value=len(text) - 1))
    span = place_in_plain(unit_of(text, *ranges), at)
    assert span.line == text.count("\n", 0, at) + 1
    assert span.column == at - text.rfind("\n", 0, at)
