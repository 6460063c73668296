from hypothesis import given
from hypothesis import strategies as st

from lessongen.model.excerpt import ending_at, excerpt


@given(st.text(alphabet="ab \n\u00a0?", min_size=1, max_size=120), st.data())
def test_the_words_around_a_place_are_few_and_on_one_line(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=0, max_value=len(text) - 1))
    for found in (excerpt(text, at), ending_at(text, at)):
        assert "\n" not in found
        assert len(found) <= 51


@given(st.text(alphabet="ab ", max_size=80), st.text(alphabet="ab ", max_size=80))
def test_the_character_itself_is_always_among_them(before: str, after: str) -> None:
    text = f"{before}?{after}"
    assert "?" in excerpt(text, len(before))
    assert ending_at(text, len(before)).endswith("?")


def test_a_short_text_is_whole() -> None:
    assert excerpt("He left.” Why", 8) == "He left.” Why"
