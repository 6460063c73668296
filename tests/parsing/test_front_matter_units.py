"""Texts of the front matter as units, and putting one back as YAML."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.model.document import DocumentKind
from lessongen.model.unit import Unit
from lessongen.parsing.document import parse_document
from lessongen.parsing.units import replace_unit
from lessongen.yaml_nodes.controls import without_controls
from tests.parsing.bodies import source_file

WHOLE = """\
---
title: "A title: with a colon"
lesson: 1
section: 1
summary: 'It''s one.'
takeaways:
  - Plain text
  - {id: two, text: "In \\"quotes\\"", prompt: In a flow}
  - text: |
      Two
      lines
    # a comment
  - id: four
    text: >-
      Folded
      text

      and more
    prompt:
      Over
      two lines
collaborators: [Ana]
epigraph: {text: Quoted, cite: Somebody}
credits: ["Photo: Ana", Bo]
invitation: Write   # to us
slug: a-title
---
Body.
"""
SERIES = """\
---
title: Series
tagline: Short
summary: Long
sections:
  - {key: a, title: First, summary: One}
  - key: b
    title: Second
---
"""


def units(text: str) -> tuple[Unit, ...]:
    """The units of a document."""
    file = source_file(text)
    return parse_document(file, locale="en", key="01-x", kind=kind_of(text)).value.units


def kind_of(text: str) -> DocumentKind:
    """Only the series page has a tagline."""
    return "series" if "tagline" in text else "lesson"


def replaced(text: str, new: str) -> str:
    """The text with another title."""
    return replace_unit(text, units(text)[0], new)


def title_of(text: str) -> str | None:
    """What the front matter says the title is."""
    parsed = parse_document(source_file(text), locale="en", key="01-x", kind="page")
    assert all(each.code != "yaml-syntax" for each in parsed.problems)
    return parsed.value.document.front.title


def test_units_are_the_translatable_texts_in_the_order_of_the_file() -> None:
    assert [(unit.kind, unit.text) for unit in units(WHOLE)] == [
        ("title", "A title: with a colon"),
        ("summary", "It's one."),
        ("takeaway", "Plain text"),
        ("takeaway", 'In "quotes"'),
        ("prompt", "In a flow"),
        ("takeaway", "Two\nlines"),
        ("takeaway", "Folded text\nand more"),
        ("prompt", "Over two lines"),
        ("epigraph", "Quoted"),
        ("paragraph", "Photo: Ana"),
        ("paragraph", "Bo"),
        ("paragraph", "Write"),
        ("paragraph", "Body."),
    ]


def test_the_series_page_has_a_tagline_and_sections() -> None:
    assert [(unit.kind, unit.text) for unit in units(SERIES)] == [
        ("title", "Series"),
        ("summary", "Short"),
        ("summary", "Long"),
        ("section", "First"),
        ("section", "One"),
        ("section", "Second"),
    ]


def test_ranges_are_the_values_as_they_are_written() -> None:
    written = [WHOLE[slice(*unit.ranges[0])] for unit in units(WHOLE)]
    assert written == [
        '"A title: with a colon"',
        "'It''s one.'",
        "Plain text",
        '"In \\"quotes\\""',
        "In a flow",
        "|\n      Two\n      lines",
        ">-\n      Folded\n      text\n\n      and more",
        "Over\n      two lines",
        "Quoted",
        '"Photo: Ana"',
        "Bo",
        "Write",
        "Body.",
    ]


@pytest.mark.parametrize("text", [WHOLE, SERIES, WHOLE.replace("\n", "\r\n"), "\ufeff" + WHOLE])
def test_a_text_put_back_changes_nothing(text: str) -> None:
    for unit in units(text):
        assert replace_unit(text, unit, unit.text) == text


@pytest.mark.parametrize("text", [WHOLE, SERIES, WHOLE.replace("\n", "\r\n")])
@pytest.mark.parametrize(
    "new", ["Otro", "a: b #c", "- x", "'q' \"r\" \\", "[x], {y}", "1:30", "No"]
)
def test_another_text_changes_that_unit_only(text: str, new: str) -> None:
    before = units(text)
    for number, unit in enumerate(before):
        if unit.text == "Body.":  # Markdown, where "- x" is a list
            continue
        after = units(replace_unit(text, unit, new))
        expected = [each.text for each in before]
        expected[number] = new
        assert [each.text for each in after] == expected


@pytest.mark.parametrize(
    ("value", "new", "expected"),
    [
        ("Plain", "Also plain", "Also plain"),
        ("Plain", "¿Y si no?", "¿Y si no?"),
        ("Plain", "With: colon", '"With: colon"'),
        ("Plain", "- item", '"- item"'),
        ("Plain", "#hash", '"#hash"'),
        ("Plain", 'Say "yes"', 'Say "yes"'),
        ("Plain", '"Yes", she said', '"\\"Yes\\", she said"'),
        ("Plain", "two\nlines", '"two\\nlines"'),
        ("Plain", "", '""'),
        ('"Quoted"', "Plain", '"Plain"'),
        ('"Quoted"', 'a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ("'Single'", "It's", "'It''s'"),
        ("'Single'", "two\nlines", '"two\\nlines"'),
        ("|\n  Block\n  text", "One\n\ntwo", "|\n  One\n\n  two"),
        (">\n    Folded\n    text", "One\ntwo", ">\n    One\n\n    two"),
        ("Plain", "a\tb \u2028 \x85 \xa0 😀", '"a\\tb \\u2028 \\u0085 \xa0 😀"'),
    ],
)
def test_a_text_keeps_its_style_if_that_can_say_it(value: str, new: str, expected: str) -> None:
    text = f"---\ntitle: {value}\nslug: x\n---\n"
    result = replaced(text, new)
    assert result == f"---\ntitle: {expected}\nslug: x\n---\n"
    assert (title_of(result) or "") == new.strip()


def test_in_a_flow_commas_and_brackets_need_quotes() -> None:
    text = "---\ntitle: x\ncredits: [Ana, Bo]\n---\n"
    unit = next(each for each in units(text) if each.text == "Ana")
    assert replace_unit(text, unit, "Eva, Luz") == text.replace("Ana", '"Eva, Luz"')


def test_broken_front_matter_gives_what_can_be_read() -> None:
    assert [unit.text for unit in units("---\ntitle: A\nsummary: b: c\n---\nBody")][-1] == "Body"


def test_texts_of_the_wrong_type_are_no_units() -> None:
    text = "---\ntitle: [a]\nsummary:\ntakeaways: {text: b}\nepigraph: c\ncredits: d\n---\n"
    assert [unit.text for unit in units(text)] == []


@settings(max_examples=150)
@given(st.text(max_size=30), st.integers(0, 11))
def test_any_text_can_be_put_in_any_place(new: str, number: int) -> None:
    before = units(WHOLE)
    expected = [each.text for each in before]
    expected[number] = without_controls(new).strip()
    after = units(replace_unit(WHOLE, before[number], new))
    assert [each.text for each in after] == [each for each in expected if each]
