from lessongen.checks.site.implicit_slug import check
from tests.checks.builders import document, messages, site


def test_a_slug_made_from_the_title_is_noted_with_the_line_to_add() -> None:
    documents = [document(title="Ask first", slug="ask-first")]
    spanish = document(locale="es", title="¡Pregunta antes!", lesson=None)
    article = document("articulos/a", locale="es", kind="article", title="Un año")
    problems = list(check(site(*documents, spanish, article)))
    assert messages(problems) == [
        "the address /es/pregunta-antes/ is made from the title and changes with it",
        "the address /es/articulos/un-ano/ is made from the title and changes with it",
    ]
    assert [problem.hint for problem in problems] == [
        'keep it with "slug: pregunta-antes"',
        'keep it with "slug: un-ano"',
    ]
    assert problems[0].severity == "note"


def test_the_series_page_has_no_slug() -> None:
    assert not list(check(site(document("index", kind="series"))))
