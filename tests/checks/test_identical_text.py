import pytest

from lessongen.checks.pairs.identical_text import check
from tests.checks.pair_builders import document_pair, places, with_flags

ENGLISH = "Before you practise, choose one skill and write it down."


def copied(text: str) -> list[tuple[str, int, int]]:
    return places(check(document_pair(text, text)))


def test_a_text_that_is_still_the_source_is_reported() -> None:
    source = f"One.\n\n{ENGLISH}"
    assert places(check(document_pair(source, f"Uno.\n\n{ENGLISH}"))) == [
        ("content/es/01-x.md", 6, 1)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No.",
        "Ana María López Pérez, Juan Ruiz",
        "```\nprint the sum of all these numbers\n```",
        "`git commit -m 'what you have done today'`",
        "Ruth Beyth, “I knew it would happen”, *Organizational behavior and its results*, 1975.",
        "<https://example.org/what/we/know/of/that>",
        "{% name %}notes/drafts/first_steps/main_page.html{% endname %}",
    ],
)
def test_code_names_and_titles_are_the_same_in_every_language(text: str) -> None:
    assert copied(text) == []


def test_what_the_record_knows_to_be_untranslated_is_no_mistake() -> None:
    pair = document_pair(ENGLISH, ENGLISH)
    assert not list(check(with_flags(pair, "untranslated")))


def test_of_a_file_that_somebody_began_a_few_are_enough() -> None:
    text = "\n\n".join(
        f"Before you practise for {day} days, choose one skill." for day in range(40)
    )
    problems = list(check(document_pair(text, text)))
    assert len(problems) == 6
    assert "34 more below" in problems[-1].message


def test_a_variant_of_the_same_language_is_mostly_the_same() -> None:
    pair = document_pair(ENGLISH, ENGLISH, locales=("en", "en-GB"))
    assert not list(check(pair))
