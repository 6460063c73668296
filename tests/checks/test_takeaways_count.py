import pytest

from lessongen.checks.site.takeaways_count import check
from tests.checks.builders import document, messages, site, takeaways


@pytest.mark.parametrize("count", [3, 4, 5])
def test_three_to_five_are_right(count: int) -> None:
    assert not list(check(site(document(takeaways=takeaways(count)))))


@pytest.mark.parametrize(
    ("count", "said", "hint"),
    [(0, "no", "add 3: "), (2, "2", "add 1: "), (7, "7", "join or drop 2")],
)
def test_other_numbers_are_reported(count: int, said: str, hint: str) -> None:
    (problem,) = check(site(document(takeaways=takeaways(count))))
    assert messages([problem]) == [f"a lesson has 3 to 5 takeaways, this one has {said}"]
    assert problem.hint.startswith(hint)


def test_a_translation_has_as_many_as_its_source() -> None:
    source = document(takeaways=takeaways(4))
    assert not list(check(site(source, document(locale="es", takeaways=takeaways(4)))))
    (problem,) = check(site(source, document(locale="es", takeaways=takeaways(3))))
    assert messages([problem]) == ['3 takeaways here, 4 in "content/en/01-x.md"']
    assert problem.span.path == "content/es/01-x.md"
    assert problem.hint == "translate 1 more"


def test_the_same_wrong_number_in_a_translation_is_reported_at_the_source_only() -> None:
    problems = check(site(document(), document(locale="es")))
    assert [problem.span.path for problem in problems] == ["content/en/01-x.md"]


def test_planned_lessons_drafts_and_articles_need_none() -> None:
    documents = [
        document(status="planned"),
        document("02-x", lesson=2, status="draft"),
        document("articles/x", kind="article"),
    ]
    assert not list(check(site(*documents)))
