import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.commands.renumber import new_numbers, with_number
from lessongen.model.source import SourceFile
from lessongen.shell.usage import UsageError


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (2, 4, {1: 1, 2: 4, 3: 2, 4: 3, 5: 5}),
        (4, 2, {1: 1, 2: 3, 3: 4, 4: 2, 5: 5}),
        (1, 5, {1: 5, 2: 1, 3: 2, 4: 3, 5: 4}),
        (3, 3, {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}),
    ],
)
def test_those_between_make_room(old: int, new: int, expected: dict[int, int]) -> None:
    changed = new_numbers([1, 2, 3, 4, 5], old, new)
    assert {number: changed.get(number, number) for number in range(1, 6)} == expected


@settings(max_examples=60)
@given(st.sets(st.integers(1, 20), min_size=1), st.data())
def test_moving_keeps_the_order_of_the_others_and_no_two_meet(
    numbers: set[int], data: st.DataObject
) -> None:
    old = data.draw(st.sampled_from(sorted(numbers)))
    new = data.draw(st.integers(1, max(numbers)))
    changed = new_numbers(numbers, old, new)
    after = [changed.get(number, number) for number in sorted(numbers) if number != old]
    assert after == sorted(after)
    assert len({*after, changed.get(old, old)}) == len(numbers)
    assert changed.get(old, old) == new


def file(text: str) -> SourceFile:
    return SourceFile(path="content/en/x.md", text=text, digest="")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "---\ntitle: x\nlesson: 7\n---\nlesson: 7\n",
            "---\ntitle: x\nlesson: 12\n---\nlesson: 7\n",
        ),
        ('---\r\nlesson: "7"   # the 7th\r\ntitle: 7\r\n---\r\n7', None),
        ("---\nlesson:   '7'\ntitle: lesson 7\n---\n", None),
        ("\ufeff---\nlesson: 7\ntitle: é\n---\n", None),
        ("---\ntitle: x\nlesson: 7", None),
        ("---\n{title: x, lesson: 7}\n---\n", None),
        ('---\n{"lesson": 7, "title": "lesson: 7"}\n---\n', None),
        ("---\nlesson:\n  7\ntitle: x\n---\n", None),
        ("---\nlesson: 007\ntitle: x\n---\n", "---\nlesson: 12\ntitle: x\n---\n"),
        ("---\rlesson: 7\rtitle: x\r---\r", None),
        ("---\nsummary: |\n  lesson: 7\nlesson: 7\ntitle: x\n---\n", None),
    ],
)
def test_the_number_changes_and_nothing_else(before: str, after: str | None) -> None:
    if after is None:
        assert len(before.split("7")) > 1
        candidates = {
            "12".join((before[:at], before[at + 1 :]))
            for at, character in enumerate(before)
            if character == "7"
        }
        assert with_number(file(before), 12) in candidates
    else:
        assert with_number(file(before), 12) == after


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no front matter",
        "---\ntitle: x\n---\n",
        "---\nlesson: [7]\n---\n",
        '---\nlesson: "\\x33"\n---\n',
        "---\ntitle: [\n---\n",
    ],
)
def test_what_cannot_be_found_for_sure_is_not_touched(text: str) -> None:
    with pytest.raises(UsageError, match='write "lesson: 12" there'):
        with_number(file(text), 12)
