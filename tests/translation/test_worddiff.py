"""Differences word by word."""

import pytest

from lessongen.translation.worddiff import count_new_words, word_diff

_MARKS = {"same": "{}", "added": "{{+{}+}}", "removed": "[-{}-]"}


def shown(before: str, now: str) -> str:
    return "".join(_MARKS[each.kind].format(each.text) for each in word_diff(before, now))


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("Then rest.", "Then rest.", "Then rest."),
        ("Then rest.", "Then sleep.", "Then [-rest-]{+sleep+}."),
        ("Choose one skill.", "Choose one **skill**.", "Choose one {+**+}skill{+**+}."),
        ("It took 1,500 days.", "It took 2,500 days.", "It took [-1,500-]{+2,500+} days."),
        ("a big dog", "a dog", "a [-big -]dog"),
        ("See [it](a.md).", "See [it](b.md).", "See [it]([-a.md-]{+b.md+})."),
        ("Run `make x y`.", "Run `make z y`.", "Run [-`make x y`-]{+`make z y`+}."),
        ("I don't.", "I don’t.", "I [-don't-]{+don’t+}."),
        ("one two\nthree", "one\ntwo three", "one\ntwo three"),
        ("red, green", "blue, black", "[-red, green-]{+blue, black+}"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("", "", ""),
    ],
)
def test_word_diff(before: str, now: str, expected: str) -> None:
    assert shown(before, now) == expected


def test_a_very_long_change_is_shown_as_replaced() -> None:
    before, now = "a b c d e " * 1000, "e d c b a " * 1000
    assert [each.kind for each in word_diff(before, now)] == ["removed", "added"]


@pytest.mark.parametrize(
    ("before", "now", "count"),
    [
        ("Spend 5 minutes on it.", "Spend 5 minutes on it.", 0),
        ("Spend 5 minutes on it.", "Spend 10 minutes on it now.", 2),
        ("Spend 5 minutes on it.", "Spend 5 minutes.", 0),
        ("One thing.", "One thing?", 0),
        ("See [it](a.md).", "See [it](b.md).", 0),
    ],
)
def test_count_new_words(before: str, now: str, count: int) -> None:
    assert count_new_words(before, now) == count
