import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessongen.graph.slugs import LONGEST, slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Di que no lo sabes", "di-que-no-lo-sabes"),
        ("El niño y el pingüino", "el-nino-y-el-pinguino"),
        ("¿Quién es tu cliente? ¡Nómbralo!", "quien-es-tu-cliente-nombralo"),
        ("If you don’t know, say so", "if-you-dont-know-say-so"),
        ("If you don't know", "if-you-dont-know"),
        ("  --a  b--  ", "a-b"),
        ("Straße, œuvre, Łódź, smørrebrød", "strasse-oeuvre-lodz-smorrebrod"),
        ("100 % & más", "100-mas"),
        ("A" * 200, "a" * LONGEST),
    ],
)
def test_titles_become_ascii_words(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_composed_and_decomposed_letters_give_the_same_slug() -> None:
    assert slugify("ni\u00f1o") == slugify("nin\u0303o") == "nino"


def test_a_title_without_any_latin_letter_takes_the_fallback() -> None:
    assert slugify("日本語 🎉", "02-x") == "02-x"


def test_long_titles_end_at_a_word() -> None:
    slug = slugify("word " * 60)
    assert len(slug) <= LONGEST
    assert set(slug.split("-")) == {"word"}


@given(st.text())
def test_a_slug_is_safe_in_any_address(title: str) -> None:
    slug = slugify(title, "x")
    assert slug
    assert len(slug) <= LONGEST
    assert all(
        word.isascii() and word.isalnum() and word == word.lower() for word in slug.split("-")
    )
