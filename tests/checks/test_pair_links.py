import pytest

from lessongen.checks.pairs.pair_links import check
from lessongen.model.translation import UnitState
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places


def found(source: str, target: str) -> list[str]:
    pair = document_pair(
        f"See [it]({source}).", f"Mira [esto]({target}).", keys={"content/es/dos.md": "02-two"}
    )
    return messages(check(pair))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("02-two.md", "02-two.md"),
        ("02-two.md#why", "02-two.md#por-qué"),
        ("02-two.md", "dos.md"),
        ("02-two.md", "../en/02-two.md"),
        ("#why", "#por-que"),
        ("/en/two/", "/es/dos/"),
        ("mailto:en@example.org", "mailto:es@example.org"),
        ("https://example.org/a/", "http://www.example.org/a"),
        ("https://en.wikipedia.org/wiki/Tea", "https://es.wikipedia.org/wiki/T%C3%A9"),
        ("https://docs.python.org/3/intro", "https://docs.python.org/es/3/intro"),
        ("https://git-scm.com/book/en/v2/Start", "https://git-scm.com/book/es/v2/Inicio"),
        ("https://x.org/en-US/docs/Web", "https://x.org/es/docs/Web"),
        ("https://x.org/a?hl=en", "https://x.org/a?hl=es-419"),
        ("https://www.youtube.com/watch?v=1", "https://www.youtube.com/watch?v=2"),
        ("files/plan.pdf", "files/plan.pdf"),
        ("plan.pdf", "hoja.pdf"),  # each in the folder of its language
        ("/files/plan-en.pdf", "/files/plan-es.pdf"),
        ("https://en.wikipedia.org/wiki/Tea", "https://en.wikipedia.org/wiki/Tea"),
    ],
)
def test_links_that_mean_the_same_are_right(source: str, target: str) -> None:
    assert found(source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("02-two.md", "03-three.md"),
        ("https://example.org/v2/a", "https://example.org/v1/a"),
        ("https://example.org/a", "https://example.com.es/otra"),
        ("../files/plan.pdf", "../files/hoja.pdf"),
        ("02-two.md", "https://example.org/"),
    ],
)
def test_links_that_mean_something_else_are_reported(source: str, target: str) -> None:
    assert found(source, target) == [f'a link to "{target}" here, but to "{source}" in the source']


def test_the_place_is_that_of_the_link() -> None:
    source = "One.\n\nSee this and\nthat [it](a.md)."
    target = "Uno.\n\nMira esto\ny eso [también](b.md)."
    (problem,) = check(document_pair(source, target))
    assert places([problem]) == [("content/es/01-x.md", 7, 7)]


def test_a_missing_link_is_reported_at_the_text() -> None:
    (problem,) = check(document_pair("See <https://example.org/a>.", "Uno.\nMira."))
    assert messages([problem]) == [
        'the link to "https://example.org/a" of the source is missing here'
    ]
    assert places([problem]) == [("content/es/01-x.md", 4, 1)]


def test_an_added_link_is_reported() -> None:
    assert messages(check(document_pair("See it.", "Mira [esto](a.md)."))) == [
        'the link to "a.md" is not in the source'
    ]


def test_a_link_may_stand_twice_and_links_may_change_places() -> None:
    pair = document_pair("[a](a.md), [b](b.md), [a](a.md)", "[b](b.md), [a](a.md)")
    assert not list(check(pair))


def test_references_and_footnotes_are_no_different() -> None:
    pair = document_pair(
        "See [it][r].[^1]\n\n[r]: a.md\n\n[^1]: Foot.", "Mira [esto](a.md).\n\nPie."
    )
    assert not [each for each in check(pair) if "#fn" in each.message or "a.md" in each.message]


@pytest.mark.parametrize("state", ["changed", "tokens", "new", "removed"])
def test_what_is_behind_is_no_mistake(state: UnitState) -> None:
    assert not list(check(document_pair("[a](a.md)", "[a](b.md)", state=state)))
