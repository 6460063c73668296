import pytest

from lessongen.translation.meaning import is_same, meaning_of
from tests.checks.pair_builders import document_pair

PAIR = document_pair("A.", "B.", locales=("en", "pt-BR"), keys={"content/pt-BR/dois.md": "02-two"})


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("02-two.md", "dois.md#x"),
        ("articles/../02-two.md", "/pt-BR/dois.md"),
        ("img/a.png", "img/b.png"),
        ("//example.org/en/a", "https://example.org/pt-br/a/"),
        ("https://amazon.com/x", "https://amazon.pt/y"),
        ("tel:+1", "tel:+55"),
        ("https://example.org:8080/a?b=1#c", "http://example.org/a?b=1"),
    ],
)
def test_targets_mean_the_same_in_a_region_of_a_language(source: str, target: str) -> None:
    ours, theirs = (
        meaning_of(source, PAIR.source, PAIR),
        meaning_of(target, PAIR.target, PAIR),
    )
    assert is_same(ours, theirs)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("02-two.md", "dois"),
        ("../img/a.png", "../img/b.png"),
        ("https://example.org/enough", "https://example.org/esto"),
        ("https://example.org/a?b=1", "https://example.org/a?b=2"),
        ("tel:+1", "mailto:a@example.org"),
        ("#a", "02-two.md#a"),
    ],
)
def test_targets_that_mean_something_else(source: str, target: str) -> None:
    ours, theirs = (
        meaning_of(source, PAIR.source, PAIR),
        meaning_of(target, PAIR.target, PAIR),
    )
    assert not is_same(ours, theirs)
