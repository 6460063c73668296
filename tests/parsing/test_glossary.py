import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.model.people import Term
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile, Span
from lessongen.parsing.glossary import parse_glossary
from tests.tools import ROOT

HERE = Span(path="")


def parse(text: str) -> Outcome[tuple[Term, ...]]:
    """The terms of a glossary with this text."""
    return parse_glossary(SourceFile(path="content/glossary.csv", text=text, digest=""))


def test_terms() -> None:
    outcome = parse(
        "en,es,es_forbidden,en_definition,es_definition,note\n"
        'coach|coaches,coach,entrenador | entrenadora,"Helps, by asking.",Ayuda.,"""el coach"""\n'
        "\n"
        "mentor\n"
    )
    assert not outcome.problems
    coach, mentor = outcome.value
    assert coach == Term(
        variants={"en": ("coach", "coaches"), "es": ("coach",)},
        forbidden={"es": ("entrenador", "entrenadora")},
        definitions={"en": "Helps, by asking.", "es": "Ayuda."},
        note='"el coach"',
        span=HERE,
    )
    assert coach.span.line == 2
    assert mentor == Term(variants={"en": ("mentor",)}, span=HERE)
    assert mentor.span.line == 4


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_spreadsheet_may_write_it_as_it_likes(end: str, separator: str, mark: str) -> None:
    rows = ["pt-BR|note", 'a|"two\u2028lines', 'of text"', "b|"]
    outcome = parse(mark + end.join(rows).replace("|", separator) + end)
    assert not outcome.problems
    assert [term.variants for term in outcome.value] == [{"pt-BR": ("a",)}, {"pt-BR": ("b",)}]
    assert outcome.value[0].note.startswith("two\u2028lines")
    assert outcome.value[1].span.line == 4


def test_mistakes() -> None:
    outcome = parse(
        "en,english,es,es_forbiden,en\n"  # 1
        "a,,b,,\n"
        "a, b and c,,d,,,\n"  # 3: a comma too many
        ",,,,x\n"  # 4: no term
        'x "y" z,,b,,\n'  # quotes inside a text are fine
        '"x" y,,b,,\n'  # 6: text after the closing quote
        "c,,d,,\n"
        '"never closed,,\n'  # 8
    )
    assert [(each.code, each.span.line) for each in outcome.problems] == [
        ("unknown-key", 1),
        ("unknown-key", 1),
        ("duplicate-key", 1),
        ("bad-value", 3),
        ("missing-key", 4),
        ("csv-syntax", 6),
        ("csv-syntax", 8),
    ]
    assert [term.variants["en"] for term in outcome.value] == [("a",), ('x "y" z',), ("c",)]


def test_a_header_without_a_language() -> None:
    outcome = parse("term,note\na,b\n")
    assert [each.code for each in outcome.problems] == [
        "unknown-key",
        "missing-key",
        "missing-key",
    ]


def test_an_empty_file() -> None:
    assert parse("") == Outcome(value=())
    assert parse("\n\n") == Outcome(value=())


def test_the_glossary_of_this_course_is_read() -> None:
    path = ROOT / "content" / "glossary.csv"
    text = path.read_bytes().decode("utf-8")
    outcome = parse(text)
    assert not outcome.problems
    assert all({"en", "es"} <= term.variants.keys() for term in outcome.value)


@given(st.text(st.characters(exclude_categories=()), max_size=60), st.booleans())
@settings(derandomize=True, max_examples=300, deadline=None)
def test_no_text_raises(text: str, with_header: bool) -> None:  # noqa: FBT001 (drawn)
    outcome = parse(f"en,es\n{text}" if with_header else text)
    assert all(term.variants for term in outcome.value)
