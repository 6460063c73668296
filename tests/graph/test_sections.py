from lessongen.model.document import SectionEntry
from lessongen.model.problem import Outcome
from lessongen.model.site import Site
from tests.graph.builders import codes, document, lesson, site

DECLARED = (
    SectionEntry(key="self", title="Begin with yourself", summary="One"),
    SectionEntry(key="work", title="A better workplace"),
)
DECLARADAS = (
    SectionEntry(key="self", title="Empieza por ti"),
    SectionEntry(key="work", title="Un mejor lugar de trabajo"),
)


def titles(outcome: Outcome[Site], locale: str) -> list[tuple[int, str, list[int]]]:
    return [
        (section.number, section.title, [place.number for place in section.places])
        for section in outcome.value.editions[locale].sections
    ]


def test_a_section_is_named_by_number_key_or_title() -> None:
    outcome = site(
        document("en/index.md", sections=DECLARED),
        document("es/index.md", sections=DECLARADAS),
        lesson("en/01-a.md", 1, section="1"),
        lesson("en/02-b.md", 2, section="work"),
        lesson("en/03-c.md", 3, section="a better Workplace"),
    )
    assert outcome.problems == ()
    assert titles(outcome, "en") == [
        (1, "Begin with yourself", [1]),
        (2, "A better workplace", [2, 3]),
    ]
    assert [title for _, title, _ in titles(outcome, "es")] == [
        "Empieza por ti",
        "Un mejor lugar de trabajo",
    ]


def test_sections_that_nobody_declares_are_made_where_they_first_appear() -> None:
    outcome = site(
        lesson("en/02-b.md", 2, section="Work"),
        lesson("en/01-a.md", 1, section="Yourself"),
        lesson("en/03-c.md", 3, section="Yourself"),
        lesson("es/01-a.md", section="Tú mismo"),
    )
    assert outcome.problems == ()
    assert titles(outcome, "en") == [(1, "Yourself", [1, 3]), (2, "Work", [2])]
    assert titles(outcome, "es") == [(1, "Tú mismo", [1, 3]), (2, "Work", [2])]
    spanish = outcome.value.editions["es"].sections
    assert [section.locale for section in spanish] == ["es", "en"]


def test_numbers_alone_make_sections_that_are_called_by_their_number() -> None:
    outcome = site(lesson("en/05-a.md", 5, section="2"), lesson("en/09-b.md", 9, section="3"))
    assert titles(outcome, "en") == [(2, "Section 2", [5]), (3, "Section 3", [9])]


def test_a_new_section_beside_declared_ones_is_a_warning_with_the_likely_name() -> None:
    outcome = site(
        document("en/index.md", sections=DECLARED), lesson("en/01-a.md", 1, section="slef")
    )
    [problem] = outcome.problems
    assert (problem.code, problem.hint) == ("undeclared-section", 'did you mean "self"?')


def test_a_translation_in_another_section_is_an_error() -> None:
    outcome = site(
        document("en/index.md", sections=DECLARED),
        lesson("en/01-a.md", 1, section="self"),
        lesson("es/01-a.md", section="work"),
        lesson("en/02-b.md", 2, section="self"),
        lesson("es/02-b.md", section="2"),
    )
    assert codes(outcome) == ["section-mismatch", "section-mismatch"]


def test_one_section_has_one_title_in_a_language() -> None:
    outcome = site(
        lesson("en/01-a.md", 1, section="Yourself"),
        lesson("en/02-b.md", 2, section="Yourself"),
        lesson("es/01-a.md", section="Tú mismo"),
        lesson("es/02-b.md", section="Tu mismo"),
    )
    assert codes(outcome) == ["section-mismatch"]


def test_a_translated_series_page_cannot_declare_other_sections() -> None:
    other = (SectionEntry(key="yo", title="Yo"),)
    outcome = site(
        document("en/index.md", sections=DECLARED), document("es/index.md", sections=other)
    )
    assert codes(outcome) == ["section-mismatch"]


def test_a_lesson_needs_its_number_and_its_section_but_a_translation_does_not() -> None:
    outcome = site(lesson("en/01-a.md"), lesson("es/01-a.md"))
    assert codes(outcome) == ["missing-key", "missing-key"]
    assert {problem.span.path for problem in outcome.problems} == {"content/en/01-a.md"}
