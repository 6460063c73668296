import pytest

from lessongen.checks.documents.missing_alt import check
from tests.checks.builders import SETTINGS, body, image, messages, parsed


@pytest.mark.parametrize("alt", [None, " "])
def test_an_image_without_alternative_text_is_reported(alt: str | None) -> None:
    problems = list(check(parsed(body=body(images=[image("plan.png", alt)])), SETTINGS))
    assert messages(problems) == ['image "plan.png" has no alternative text']


@pytest.mark.parametrize("alt", ["A plan of the office", ""])
def test_a_description_and_deliberate_decoration_are_right(alt: str) -> None:
    assert not list(check(parsed(body=body(images=[image("plan.png", alt)])), SETTINGS))
