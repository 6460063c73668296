import pytest

from lessongen.checks.documents.lesson_too_long import check
from lessongen.model.document import DocumentKind
from lessongen.model.settings import Settings
from tests.checks.builders import SETTINGS, body, messages, parsed


@pytest.mark.parametrize(
    ("locale", "words"), [("en", 714), ("es", 834), ("es-419", 834), ("de", 690)]
)
def test_three_minutes_of_each_language_are_right_and_a_word_more_is_not(
    locale: str, words: int
) -> None:
    assert not list(check(parsed(locale=locale, body=body(words=words)), SETTINGS))
    assert len(list(check(parsed(locale=locale, body=body(words=words + 1)), SETTINGS))) == 1


def test_the_message_counts_and_the_hint_says_how_much_to_cut() -> None:
    (problem,) = check(parsed(body=body(words=800)), SETTINGS)
    assert messages([problem]) == [
        "800 words take 3.36 minutes to read at 238 words a minute; the limit is 3"
    ]
    assert problem.hint.startswith("cut at least 86 of the 800 words")


def test_the_project_sets_speed_and_limit() -> None:
    settings = Settings(languages=("en",), words_per_minute={"en": 100}, three_minutes=2.5)
    assert not list(check(parsed(body=body(words=250)), settings))
    assert len(list(check(parsed(body=body(words=251)), settings))) == 1


@pytest.mark.parametrize("kind", ["article", "page", "series"])
def test_only_lessons_have_a_limit(kind: DocumentKind) -> None:
    assert not list(check(parsed(kind=kind, body=body(words=9999)), SETTINGS))
