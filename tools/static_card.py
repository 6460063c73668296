"""Draws templates/assets/card.png: the social card of sites that have nothing to draw their own.

    python tools/static_card.py

It says nothing, so that it fits every series in every language: the books of the icon, on the
paper and under the ribbon of all other cards.
"""

# ruff: noqa: INP001 (a script is no package)

from pathlib import Path

from PIL import Image

from lessongen.cards.drawing import HUES, PAPER, RULE
from lessongen.cards.layout import HEIGHT, LEFT, RIGHT, RULE_TOP, WIDTH

OUTPUT = Path(__file__).parent.parent / "templates" / "assets" / "card.png"
TOPS = (7, 3, 9, 5, 11)  # of the books in the icon, whose shelf is at 29
SHELF, UNIT = 29, 13  # pixels of the card to a unit of the icon
BOOK, STEP = 57, 70
RIBBON = 12


def main() -> None:
    """Write the card."""
    card = Image.new("P", (WIDTH, HEIGHT))
    card.putpalette([part for color in (PAPER, RULE, *HUES) for part in color])
    left = (WIDTH - STEP * (len(HUES) - 1) - BOOK) // 2
    width = WIDTH // len(HUES)
    for index, top in enumerate(TOPS):
        card.paste(2 + index, (index * width, 0, (index + 1) * width, RIBBON))
        x, y = left + index * STEP, RULE_TOP - (SHELF - top) * UNIT
        card.paste(2 + index, (x, y, x + BOOK, RULE_TOP))
        for band in (y + 30, y + 42, RULE_TOP - 44):
            card.paste(0, (x, band, x + BOOK, band + 4))
    card.paste(1, (LEFT, RULE_TOP, RIGHT, RULE_TOP + 2))
    card.save(OUTPUT, "PNG", optimize=True)


if __name__ == "__main__":
    main()
