import pytest

from lessongen.checks.site.link_to_other_language import check
from lessongen.model.settings import Settings
from lessongen.model.site import Site
from tests.checks.builders import SETTINGS, body, document, link, messages, site

BASE = Settings(languages=("en", "es"), base_url="https://example.org/course/")


def linking(target: str, settings: Settings = SETTINGS, **attributes: str) -> Site:
    """A Spanish lesson with this link, beside a lesson that exists in both languages."""
    linked = body(links=[link(target, **attributes)])
    return site(
        document("01-x", title="Ask", slug="ask"),
        document("01-x", locale="es", lesson=None, title="Pregunta", slug="pregunta"),
        document("02-x", lesson=2, slug="two"),
        document("02-x", locale="es", lesson=None, slug="dos", body=linked),
        document("03-x", lesson=3, slug="three"),
        settings=settings,
    )


@pytest.mark.parametrize(
    ("target", "fix"),
    [
        ("../en/01-x.md", "01-x.md"),
        ("../en/01-x.md#why", "01-x.md#why"),
        ("/en/ask/", "01-x.md"),
        ("https://example.org/course/en/ask/", "01-x.md"),
        ("https://example.org/course/en/ask/index.html#why", "01-x.md#why"),
        ("https://example.org/course/en/ask", "01-x.md"),
    ],
)
def test_a_link_away_is_reported_with_the_page_to_link_to(target: str, fix: str) -> None:
    (problem,) = check(linking(target, BASE))
    assert messages([problem]) == [
        f'"{target}" leads to another language, but "Pregunta" exists in "es"'
    ]
    assert problem.hint == f"link to {fix}"


@pytest.mark.parametrize(
    "target",
    [
        "01-x.md",
        "03-x.md",  # falls back to English: there is no Spanish one
        "../en/03-x.md",
        "../en/02-x.md",  # the page's own translation
        "https://example.org/other/en/ask/",
        "https://example.org/course/",
        "#why",
    ],
)
def test_other_links_are_right(target: str) -> None:
    assert not list(check(linking(target, BASE)))


def test_a_link_that_names_its_language_is_meant() -> None:
    assert not list(check(linking("../en/01-x.md", lang="en")))


def test_the_fix_is_relative_to_the_linking_file() -> None:
    away = body(links=[link("../../en/01-x.md")])
    documents = [
        document("01-x", slug="ask"),
        document("01-x", locale="es", lesson=None, slug="pregunta"),
        document("articles/a", locale="es", kind="article", slug="a", body=away),
    ]
    (problem,) = check(site(*documents))
    assert problem.hint == "link to ../01-x.md"
