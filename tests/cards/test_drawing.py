import os
import re
import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from lessongen.cards import drawing
from lessongen.cards.drawing import ACCENT, HUES, INK, MUTED, PAPER, RULE, draw_card
from lessongen.model.card import Card
from tests.tools import ROOT

CARD = Card(
    title="¿Qué haces si no lo sabes? ¡Dilo! Así aprende todo el equipo año tras año",
    series="25 lecciones para el trabajo y la vida",
    locale="es",
    place="Sección 2: Un mejor lugar de trabajo",
    numeral="17",
    hue=2,
)


def picture(card: Card = CARD, language: str = "Español") -> Image.Image:
    return Image.open(BytesIO(draw_card(card, language))).convert("RGB")


def changed(**fields: object) -> Card:
    return Card(**({name: getattr(CARD, name) for name in ("title", "series", "locale")} | fields))


def test_a_card_is_a_small_png_of_the_size_that_services_want() -> None:
    content = draw_card(CARD, "Español")
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert len(content) <= 25_000


def test_the_same_card_has_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys; from lessongen.cards.drawing import draw_card; "
        "from tests.cards.test_drawing import CARD; "
        "sys.stdout.buffer.write(draw_card(CARD, 'Español'))"
    )
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=environment, check=True, capture_output=True)
        assert done.stdout == draw_card(CARD, "Español")


def test_the_hue_of_the_section_colours_the_numeral_and_its_part_of_the_ribbon() -> None:
    image = picture()
    colors = [color for _, color in image.crop((80, 100, 360, 320)).getcolors() or ()]
    assert HUES[1] in colors
    assert INK not in colors
    below_the_ribbon = [image.getpixel((120 + 240 * index, 30)) for index in range(5)]
    assert below_the_ribbon == [PAPER, HUES[1], PAPER, PAPER, PAPER]
    assert [image.getpixel((120 + 240 * index, 5)) for index in range(5)] == list(HUES)


@pytest.mark.parametrize(
    ("plain", "accented"), [("Ano", "Año"), ("Que", "Qué"), ("Pinguino", "Pingüino"), ("?", "¿?")]
)
def test_accents_are_drawn(plain: str, accented: str) -> None:
    assert picture(changed(title=plain)) != picture(changed(title=accented))


def test_a_language_whose_name_cannot_be_drawn_is_left_out() -> None:
    assert draw_card(CARD, "العربية") == draw_card(CARD, "")


def test_the_colours_are_those_of_the_theme() -> None:
    """The numbers that style.css has for browsers without oklch."""
    style = (ROOT / "templates" / "assets" / "style.css").read_text(encoding="utf-8")
    found = re.findall(r"--([\w-]+): #([0-9a-f]{6});", style)
    tokens = {name: tuple(bytes.fromhex(color)) for name, color in reversed(found)}
    names = ("paper", "rule", "muted", "ink", "accent", *(f"section-{n}" for n in range(1, 6)))
    assert [tokens[name] for name in names] == [PAPER, RULE, MUTED, INK, ACCENT, *HUES]


def test_pillow_is_not_loaded_before_a_card_is_drawn() -> None:
    code = "import lessongen.outputs, sys; sys.exit('PIL' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_licence_travels_with_the_font() -> None:
    folder = os.path.dirname(drawing.FONT)
    with open(os.path.join(folder, "OFL.txt"), encoding="utf-8") as file:
        assert "SIL OPEN FONT LICENSE Version 1.1" in file.read()
