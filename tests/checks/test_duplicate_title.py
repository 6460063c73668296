from lessongen.checks.site.duplicate_title import check
from tests.checks.builders import document, messages, site


def test_the_later_of_two_equal_titles_is_reported() -> None:
    documents = [document(title="Ask"), document("02-x", title="ask ", lesson=2)]
    (problem,) = check(site(*documents))
    assert messages([problem]) == ['the title "ask " is also that of "content/en/01-x.md"']
    assert problem.span.path == "content/en/02-x.md"
    assert [span.path for span in problem.related] == ["content/en/01-x.md"]


def test_a_translation_may_have_the_title_of_its_source() -> None:
    documents = [document(title="Feedback"), document(locale="es", title="Feedback")]
    assert not list(check(site(*documents)))


def test_files_without_a_title_are_no_twins() -> None:
    assert not list(check(site(document(title=None), document("02-x", title=None, lesson=2))))
