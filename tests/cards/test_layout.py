"""The words of a card stand inside it, whatever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessongen.cards.drawing import _measure
from lessongen.cards.layout import LEFT, RIGHT, RULE_TOP, Line, compose
from lessongen.model.card import Card

LONG = (
    "¿Qué haces cuando alguien a quien admiras se equivoca? ¡Dilo! «Aprender» también es "
    "señalar, año tras año, lo que nadie más quiso ver"
)
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def card(title: str = "Title", *, numeral: str = "7", place: str = "", series: str = "S") -> Card:
    return Card(
        title=title, series=series, locale="es", numeral=numeral, place=place, hue=int(bool(place))
    )


def lines_of(card: Card, language: str = "Español") -> list[Line]:
    return list(compose(card, language, _measure))


def is_inside(line: Line) -> bool:
    width = _measure(line.text, line.size)
    left = line.x - width if line.from_right else line.x
    return left >= LEFT - 1 and left + width <= RIGHT + 1


def title_of(card: Card) -> list[Line]:
    numeral, place, series, language = card.numeral, card.place, card.series, "Español"
    others = {numeral, place, series, language}
    return [line for line in lines_of(card) if line.ink == "ink" and line.text not in others]


@pytest.mark.parametrize("numeral", ["", "7", "25", "112"])
@pytest.mark.parametrize("title", ["Sí", LONG, WORD, LONG * 4, "palabra " * 200])
def test_a_title_of_any_length_stands_between_the_place_and_the_rule(
    title: str, numeral: str
) -> None:
    made = card(" ".join(title.split()), numeral=numeral, place="Sección 1: Empieza por ti")
    lines = lines_of(made)
    assert all(is_inside(line) for line in lines)
    body = title_of(made)
    assert body
    assert max(line.y + line.size // 4 for line in body) < RULE_TOP
    place = next(line for line in lines if line.text.startswith("Sección"))
    assert body[0].y - body[0].size * 0.7 > place.y


def test_a_title_of_140_letters_keeps_every_word() -> None:
    assert 130 < len(LONG) < 150
    assert " ".join(line.text for line in title_of(card(LONG))) == LONG
    assert title_of(card(LONG))[0].size >= 44


def test_short_titles_are_large_and_lines_of_about_one_length() -> None:
    lines = title_of(card("If you don’t know, say so", place="Section 1: Courage"))
    assert [line.text for line in lines] == ["If you don’t", "know, say so"]
    assert lines[0].size == 96


def test_a_no_break_space_holds() -> None:
    text = "Lo que cuesta esperar 45\u00a0minutos"
    assert any("45\u00a0minutos" in line.text for line in title_of(card(text)))


def test_what_is_too_long_for_one_line_ends_with_an_ellipsis() -> None:
    lines = lines_of(card(series="Una serie de lecciones " * 9, place="Sección de ejemplo " * 9))
    assert [line.text[-1] for line in lines if line.text.startswith(("Una", "Sección"))] == [
        "…"
    ] * 2
    assert all(is_inside(line) for line in lines)


@given(st.text("aáñ M¿. ", max_size=200), st.text("mnñ ", max_size=300))
def test_nothing_ever_sticks_out(title: str, other: str) -> None:
    made = card(" ".join(title.split()) or "x", place=" ".join(other.split()), series=other.strip())
    assert all(is_inside(line) for line in lines_of(made))
