from lessongen.checks.documents.title_too_long import LONGEST, check
from tests.checks.builders import SETTINGS, messages, parsed


def test_the_longest_title_is_right_and_a_character_more_is_not() -> None:
    assert not list(check(parsed(title="x" * LONGEST), SETTINGS))
    (problem,) = check(parsed(title="x" * (LONGEST + 1)), SETTINGS)
    assert messages([problem])[0].startswith("the title has 71 characters")
    assert problem.hint.startswith("cut 1 characters")


def test_an_accent_written_as_a_character_of_its_own_does_not_count() -> None:
    assert not list(check(parsed(title="e\u0301" * LONGEST), SETTINGS))
