import pytest

from lessongen.checks.site.missing_summary import check
from lessongen.model.document import DocumentKind
from tests.checks.builders import document, messages, site


@pytest.mark.parametrize("kind", ["lesson", "article", "series"])
@pytest.mark.parametrize("summary", [None, " "])
def test_what_lists_show_needs_a_summary(kind: DocumentKind, summary: str | None) -> None:
    found = check(site(document("index", kind=kind, title="Ask", summary=summary)))
    assert messages(found) == ['"Ask" has no summary']


def test_a_translation_needs_its_own() -> None:
    problems = check(site(document(summary="One sentence."), document(locale="es")))
    assert [problem.span.path for problem in problems] == ["content/es/01-x.md"]


def test_pages_and_what_is_not_published_need_none() -> None:
    documents = [
        document("pages/about", kind="page"),
        document("02-x", status="draft"),
        document("03-x", status="planned"),
    ]
    assert not list(check(site(*documents)))
