import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.checks.documents.unbalanced_quotes import check
from lessongen.model.settings import Settings
from tests.checks.builders import SETTINGS, messages, parsed, unit, units


def found(*texts: str, locale: str = "en") -> list[str]:
    return messages(check(parsed(*units(*texts), locale=locale), SETTINGS))


@pytest.mark.parametrize(
    "texts",
    [
        ("No quotes at all.",),
        ("“One” and “two”.",),
        ("She said: “He said “no” to me.”",),
        ("«Uno “dos” tres»",),
        ("It’s the team’s, and ‘fine’.",),
        ("A 15” screen.",),
        ("Choose File » Save as » Text.",),
        ("“One paragraph.", "“Another.", "“The last.”"),
        ("«Uno.", "»Dos.", "»Tres.»"),
        ("«Uno.", "»Dos.", "»Tres, “con cita”.»", "«Otra cosa.»"),
        ("“One.", "“Two “inside” it.”"),
    ],
)
def test_what_is_balanced_is_right(texts: tuple[str, ...]) -> None:
    assert found(*texts) == []


def test_an_unclosed_mark_is_shown_with_its_words_and_place() -> None:
    (problem,) = check(parsed(unit("He said “I will.\nThen he **left**.")), SETTINGS)
    assert problem.message == '“ is never closed in "He said “I will. Then he…"'
    assert problem.hint == "write ” where the quotation ends"
    assert (problem.span.line, problem.span.column) == (9, 9)


def test_a_mark_that_closes_nothing() -> None:
    assert found("He left.” So did I.") == ['” closes nothing in "He left.” So did I."']


def test_a_mark_the_wrong_way_is_reported_once() -> None:
    assert found("” You can go.”") == ['” looks the wrong way in "” You can go.”"']
    assert found("I say ”no” to it.") == ['” looks the wrong way in "I say ”no” to it."']
    assert found("I say “no“ to it.") == ['“ looks the wrong way in "I say “no“ to it."']
    assert found("” You can go.") == ['” looks the wrong way in "” You can go."']


def test_the_hint_for_a_reversed_mark_names_the_right_one() -> None:
    (problem,) = check(parsed(unit("” You can go.”")), SETTINGS)
    assert problem.hint == "write “ instead"


def test_a_quotation_ends_where_the_next_paragraph_does_not_go_on() -> None:
    assert len(found("“One.", "Two.")) == 1
    assert len(found("“One.", "“Two.")) == 1  # nobody closes the second one
    heading = [unit("“One."), unit("“Two”", "heading")]
    assert len(list(check(parsed(*heading), SETTINGS))) == 1


def test_an_inner_mark_left_open_is_named() -> None:
    assert found("«Uno “dos tres»") == ['“ is never closed in "«Uno “dos tres»"']


def test_each_text_of_the_front_matter_stands_alone() -> None:
    content = [unit("“One.", "takeaway"), unit("“Two.”", "takeaway")]
    assert len(list(check(parsed(*content), SETTINGS))) == 1


def test_code_is_left_alone() -> None:
    assert not list(check(parsed(unit("print(“x)", "code")), SETTINGS))


def test_marks_mean_something_else_in_german() -> None:
    assert found("„Ja“, sagte sie.", locale="de") == []
    assert len(found("„Ja, sagte sie.", locale="de")) == 1


def test_an_unknown_language_is_judged_by_the_setting_only() -> None:
    assert found("”Ja”, sa hon. “", locale="sv") == []
    polish = Settings(languages=("pl",), quotes={"pl": "„”"})
    assert not list(check(parsed(unit("„Tak”"), locale="pl"), polish))
    assert list(check(parsed(unit("„Tak"), locale="pl"), polish))


@pytest.mark.parametrize(
    "text",
    ["”a " * 40_000, "“a " * 40_000, "“" * 50_000 + "”" * 50_000, "“" * 50_000 + "»" * 50_000],
)
def test_a_long_line_of_marks_is_reported_a_few_times_and_soon(text: str) -> None:
    assert 0 < len(found(text)) <= 5


@settings(max_examples=60)
@given(st.recursive(st.sampled_from(["a", "b c", ""]), lambda inner: st.tuples(inner, inner)))
def test_any_nesting_of_pairs_is_balanced(tree: object) -> None:
    assert found(_quoted(tree)) == []


@settings(max_examples=60)
@given(st.text(alphabet="“”«»ab .", max_size=30))
def test_any_text_gives_problems_at_its_own_marks(text: str) -> None:
    for problem in check(parsed(unit(text)), SETTINGS):
        assert text[problem.span.column - 1] in "“”«»"


def _quoted(tree: object) -> str:
    if isinstance(tree, tuple):
        return "“x" + " ".join(_quoted(each) for each in tree) + "x”"
    return f"«{tree}»"
