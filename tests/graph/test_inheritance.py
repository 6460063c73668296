from lessongen.model.document import Credit
from tests.graph.builders import codes, lesson, site


def test_a_translation_takes_what_is_no_text_from_its_source() -> None:
    ana = (Credit(person="ana", role="idea"),)
    outcome = site(
        lesson("en/02-a.md", 2, collaborators=ana, tags=("work",), published="2026-01-02"),
        lesson("es/02-a.md", summary="Resumen"),
        people=["ana"],
    )
    front = outcome.value.editions["es"].nodes["02-a"].front
    assert (front.lesson, front.section, front.tags) == (2, "1", ("work",))
    assert (front.collaborators, front.published) == (ana, "2026-01-02")
    assert front.summary == "Resumen"
    assert outcome.problems == ()


def test_texts_are_never_inherited() -> None:
    outcome = site(lesson("en/02-a.md", 2, summary="English"), lesson("es/02-a.md"))
    assert outcome.value.editions["es"].nodes["02-a"].front.summary is None


def test_saying_the_same_again_is_fine_and_something_else_is_an_error_at_both_places() -> None:
    same = site(lesson("en/02-a.md", 2, tags=("x",)), lesson("es/02-a.md", 2, tags=("x",)))
    assert same.problems == ()
    other = site(lesson("en/02-a.md", 2, tags=("x",)), lesson("es/02-a.md", tags=("y",)))
    [problem] = other.problems
    assert problem.code == "contradiction"
    assert problem.message == '"tags" says [y], but its source "content/en/02-a.md" says [x]'
    assert [span.path for span in problem.related] == ["content/en/02-a.md"]


def test_published_is_what_a_document_without_status_is() -> None:
    assert codes(site(lesson("en/02-a.md", 2), lesson("es/02-a.md", status="published"))) == []
    other = site(lesson("en/02-a.md", 2), lesson("es/02-a.md", status="draft"))
    assert codes(other) == ["contradiction"]


def test_a_translation_may_have_its_own_date_of_update() -> None:
    outcome = site(
        lesson("en/02-a.md", 2, updated="2026-02-01"), lesson("es/02-a.md", updated="2026-03-01")
    )
    assert outcome.problems == ()
    assert outcome.value.editions["es"].nodes["02-a"].front.updated == "2026-03-01"
