from lessongen.checks.documents.empty_link_text import check
from tests.checks.builders import SETTINGS, body, link, messages, parsed


def test_a_link_without_text_is_reported() -> None:
    problems = list(check(parsed(body=body(links=[link("02-x.md", " ")])), SETTINGS))
    assert messages(problems) == ['the link to "02-x.md" has no text']


def test_a_link_with_text_and_a_bare_anchor_are_right() -> None:
    links = [link("02-x.md", "the next lesson"), link("", "")]
    assert not list(check(parsed(body=body(links=links)), SETTINGS))
