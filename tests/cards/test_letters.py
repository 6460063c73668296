import pytest
from PIL import ImageFont

from lessongen.cards.drawing import FONT
from lessongen.cards.letters import LETTERS, can_draw, drawable

NOWHERE = "\U0010fffd"  # a character that no font has


def test_the_font_has_every_letter_that_we_say_it_has() -> None:
    font = ImageFont.truetype(FONT, 60, layout_engine=ImageFont.Layout.BASIC)
    box = bytes(font.getmask(NOWHERE))
    assert [each for each in sorted(LETTERS) if bytes(font.getmask(each)) == box] == []


@pytest.mark.parametrize(
    "text", ["¿Qué? ¡Año! «ÁÉÍÓÚÑÜ áéíóúñü»", "Œuvre — “l’été”", "Żółć, řeka, İş, Țară"]
)
def test_european_languages_can_be_drawn(text: str) -> None:
    assert can_draw(text)
    assert drawable(text) == text


@pytest.mark.parametrize("text", ["اسأل", "日本語", "Привет", "Γειά", "naïve नमस्ते"])
def test_other_scripts_cannot(text: str) -> None:
    assert not can_draw(drawable(text))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("an\u0303o", "año"),
        ("Ship it 🚀 now 👩🏽‍💻", "Ship it now"),
        ("Step 1️⃣", "Step 1"),
        ("one\n two\t three ", "one two three"),
        ("a\u00a0b\u202fc", "a\u00a0b\u00a0c"),
        ("hy\u00adphen, well\u2011made", "hyphen, well-made"),
        ("🎉", ""),
    ],
)
def test_a_text_as_a_card_writes_it(text: str, drawn: str) -> None:
    assert drawable(text) == drawn
