import pytest

from lessongen.checks.documents.heading_order import check
from tests.checks.builders import SETTINGS, body, messages, parsed


@pytest.mark.parametrize("levels", [[], [2, 3, 4, 2, 3], [2, 2], [2, 3, 4, 5, 6, 2]])
def test_levels_that_go_down_one_by_one_are_right(levels: list[int]) -> None:
    headings = [(level, "Why") for level in levels]
    assert not list(check(parsed(body=body(headings=headings)), SETTINGS))


def test_each_skipped_level_is_named_with_the_heading_before() -> None:
    headings = [(3, "Why"), (3, "How"), (6, "When")]
    problems = list(check(parsed(body=body(headings=headings)), SETTINGS))
    assert messages(problems) == [
        'heading "Why" skips a level: the one before it is the title',
        'heading "When" skips 2 levels: the one before it is "How"',
    ]
    assert problems[1].hint == 'take away ##, so that it stands right below "How"'
