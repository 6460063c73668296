import pytest

from lessongen.checks.pairs.pair_images import check
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places


def found(source: str, target: str) -> list[str]:
    return messages(check(document_pair(f"![A plan]({source})", f"![Un plano]({target})")))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("../img/plan.png", "../img/plan.png"),
        ("plan.png", "plan.png"),
        ("plan.png", "../en/plan.png"),
        ("../img/plan.en.png", "../img/plan.es.png"),
        ("../img/en/home.png", "../img/es/inicio.png"),
        ("../img/plan.png", "../img/plan-es.png"),
        ("home.png", "inicio.png"),
    ],
)
def test_the_same_image_and_one_of_the_languages_own_are_right(source: str, target: str) -> None:
    assert found(source, target) == []


def test_another_image_is_reported_where_it_stands() -> None:
    pair = document_pair("Text ![A](../img/a.png).", "Texto ![A](../img/b.png).")
    (problem,) = check(pair)
    assert messages([problem]) == [
        'the image "../img/b.png" here, but "../img/a.png" in the source'
    ]
    assert places([problem]) == [("content/es/01-x.md", 4, 7)]


def test_a_lost_image_is_reported() -> None:
    pair = document_pair("Text ![A](a.png) of it.", "Un texto de ello.")
    assert messages(check(pair)) == ['the image "a.png" of the source is missing here']


def test_what_is_behind_is_no_mistake() -> None:
    assert not list(check(document_pair("![A](/a.png)", "![A](/b.png)", state="tokens")))
