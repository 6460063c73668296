from lessongen.checks.site.missing_lesson import check
from lessongen.model.document import Document
from tests.checks.builders import document, messages, site


def lessons(*numbers: int | None) -> list[Document]:
    return [document(f"{at:02}-x", lesson=number) for at, number in enumerate(numbers)]


def test_numbers_without_a_gap_are_right() -> None:
    assert not list(check(site(*lessons(3, 1, 2))))
    assert not list(check(site()))


def test_each_gap_is_named_at_the_lesson_after_it() -> None:
    problems = list(check(site(*lessons(2, 3, 7))))
    assert messages(problems) == [
        "there is no lesson 1: this is lesson 2, the series starts with 1",
        "there are no lessons 4 to 6: this is lesson 7, the one before is 3",
    ]
    assert problems[0].span.path == "content/en/00-x.md"


def test_planned_lessons_and_drafts_fill_a_gap() -> None:
    documents = [document(lesson=1), document("02-x", lesson=2, status="planned")]
    documents += [document("03-x", lesson=3, status="draft"), document("04-x", lesson=4)]
    assert not list(check(site(*documents)))


def test_a_lesson_in_any_language_fills_a_gap() -> None:
    assert not list(check(site(document(lesson=1), document("02-y", locale="es", lesson=2))))


def test_a_number_that_cannot_be_read_is_not_reported_twice() -> None:
    assert not list(check(site(*lessons(1, None, 3))))


def test_a_translation_needs_no_number() -> None:
    documents = [document(lesson=1), document(locale="es", lesson=None)]
    assert messages(check(site(*documents, document("03-x", lesson=3)))) == [
        "there is no lesson 2: this is lesson 3, the one before is 1"
    ]


def test_a_translation_that_contradicts_its_source_fills_nothing() -> None:
    documents = [document(lesson=1), document(locale="es", lesson=2)]
    assert not list(check(site(*documents)))
    assert len(list(check(site(*documents, document("03-x", lesson=3))))) == 1


def test_the_source_may_be_in_any_language() -> None:
    claiming = document("02-y", lesson=None, translation_of="02-x")
    spanish = [document("01-x", locale="es", lesson=1), document("02-x", locale="es", lesson=2)]
    assert not list(check(site(claiming, *spanish)))
