from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.translation.numbers import find_numbers, is_said_otherwise


def values(text: str) -> list[str]:
    return [number.value for number in find_numbers(text)]


@settings(max_examples=60, derandomize=True)
@given(st.integers(0, 9_999_999))
def test_marks_of_thousands_say_nothing(number: int) -> None:
    for mark in (",", ".", "\u202f", "\u00a0", "’"):
        assert values(f"x {number:,} x".replace(",", mark)) == [str(number)]


@settings(max_examples=60, derandomize=True)
@given(st.integers(0, 999_999), st.integers(1, 99))
def test_the_mark_of_decimals_says_nothing(whole: int, hundredths: int) -> None:
    english = f"{whole:,}.{hundredths:02}"
    spanish = english.translate(str.maketrans(",.", ".,"))
    assert values(english) == values(spanish) != [str(whole)]


def test_numbers_beside_one_another_stay_apart() -> None:
    assert values("998 999 1000 and 2, 3, 4") == ["998999", "1000", "2", "3", "4"]
    assert values("3-5, 10–12, 1/2, 8:05") == ["3", "5", "10", "12", "1", "2", "8:05"]


def test_every_number_up_to_a_hundred_can_be_said_in_words() -> None:
    assert is_said_otherwise("47", "forty-seven days", "en")
    assert is_said_otherwise("26", "veintiséis días", "es")
    assert is_said_otherwise("21", "veintiuna semanas", "es")
    assert is_said_otherwise("90", "noventa", "es")
    assert is_said_otherwise("15000", "quince mil personas", "es")
    assert not is_said_otherwise("46", "forty-seven days", "en")
    assert not is_said_otherwise("4", "forty days", "en")
    assert not is_said_otherwise("3.1.4", "three", "en")
