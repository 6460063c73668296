from lessongen.checks.site.no_base_url import check
from lessongen.model.settings import Settings
from tests.checks.builders import document, site


def test_one_note_however_many_documents() -> None:
    (problem,) = check(site(document(), document("02-x", lesson=2)))
    assert (problem.severity, problem.span.path) == ("note", "lessongen.yaml")


def test_a_site_with_an_address_is_right() -> None:
    settings = Settings(languages=("en",), base_url="https://example.org/course/")
    assert not list(check(site(document(), settings=settings)))
