"""A card becomes a PNG. Pillow is loaded when the first one is drawn, not before.

Equal cards give equal bytes wherever the same Pillow is installed: the font travels with us,
and Pillow lays the text out by itself, without libraries that one machine has and another lacks.
"""

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from lessongen.cards.layout import HEIGHT, LEFT, RIGHT, RULE_TOP, WIDTH, Ink, Line, compose
from lessongen.cards.letters import can_draw
from lessongen.model.card import Card

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

Color = tuple[int, int, int]

# The light theme of style.css, in the numbers that it gives to older browsers: a picture cannot
# ask for custom properties, and it looks the same to everybody. A test compares the two.
PAPER, RULE, MUTED, INK = (252, 249, 243), (219, 211, 199), (90, 79, 69), (39, 31, 24)
ACCENT: Color = (3, 86, 94)
HUES: tuple[Color, ...] = (
    (133, 45, 24),
    (103, 72, 0),
    (34, 92, 50),
    (27, 80, 134),
    (118, 46, 105),
)

FONT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "newsreader.ttf")
_RIBBON, _BOOKMARK = 12, 40  # how high the hues stand, and the present one
_SHADES = 7  # from paper to an ink: few colours make small files
_LEVEL = 4  # of zlib's nine: above it the time doubles for a twentieth of the bytes
_INKS: tuple[Ink, ...] = ("ink", "muted", "hue")

# The palette: the paper, the rule, the hues of the ribbon, then the shades of each ink.
_RULE_AT = 1
_HUES_AT = 2
_SHADES_AT = _HUES_AT + len(HUES)


def draw_card(card: Card, language: str) -> bytes:
    """The card as a PNG of 1200 × 630 pixels; `language` is left out if it cannot be drawn."""
    from PIL import Image

    picture = Image.new("L", (WIDTH, HEIGHT))  # of places in the palette
    _draw_furniture(picture, card)
    for line in compose(card, language if can_draw(language) else "", _measure):
        _write(picture, line)
    picture.putpalette(_palette(HUES[card.hue - 1] if card.hue else ACCENT))
    file = BytesIO()
    picture.save(file, "PNG", compress_level=_LEVEL)
    return file.getvalue()


def _draw_furniture(picture: "Image", card: Card) -> None:
    """The ribbon of the book, with the present section as a bookmark, and the rule."""
    width = WIDTH // len(HUES)
    for index in range(len(HUES)):
        height = _BOOKMARK if index == card.hue - 1 else _RIBBON
        picture.paste(_HUES_AT + index, (index * width, 0, (index + 1) * width, height))
    picture.paste(_RULE_AT, (LEFT, RULE_TOP, RIGHT, RULE_TOP + 2))


def _write(picture: "Image", line: Line) -> None:
    """The line in the shades of its ink; where lines meet, the darker one of two shades stays."""
    from PIL import Image, ImageChops, ImageDraw

    width, over, under = round(_measure(line.text, line.size)), line.size, line.size // 3
    left, top = (line.x - width if line.from_right else line.x) - under, line.y - over
    layer = Image.new("L", (width + 2 * under, over + under))
    ImageDraw.Draw(layer).text(
        (under, over), line.text, fill=255, font=_font(line.size), anchor="ls"
    )
    box = (left, top, left + layer.width, top + layer.height)
    shaded = layer.point(_places(line.ink))
    picture.paste(ImageChops.lighter(picture.crop(box), shaded), box)


@cache
def _places(ink: Ink) -> list[int]:
    """Where the palette has the shade for each of 256 grays."""
    start = _SHADES_AT + _INKS.index(ink) * _SHADES - 1
    shades = ((gray * _SHADES + 127) // 255 for gray in range(256))
    return [start + shade if shade else 0 for shade in shades]


def _palette(hue: Color) -> list[int]:
    """The colours, one after another; the shades of an ink go from paper to the ink."""
    inks = {"ink": INK, "muted": MUTED, "hue": hue}
    shades = (color for ink in _INKS for color in _shades(inks[ink]))
    return [part for color in (PAPER, RULE, *HUES, *shades) for part in color]


def _shades(ink: Color) -> Iterator[Color]:
    for shade in range(1, _SHADES + 1):
        red, green, blue = (
            (paper * (_SHADES - shade) + full * shade) // _SHADES
            for paper, full in zip(PAPER, ink, strict=True)
        )
        yield red, green, blue


def _measure(text: str, size: int) -> float:
    """The width of a text; the same words are asked for again and again."""
    words = text.split(" ")
    return sum(_width(word, size) for word in words) + _width(" ", size) * (len(words) - 1)


@lru_cache(maxsize=10_000)
def _width(word: str, size: int) -> float:
    return _font(size).getlength(word)


@cache
def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
