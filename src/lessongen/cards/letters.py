"""Which letters the cards' font can draw, known without opening it."""

import re

# Latin as Europe and the Americas write it, and the marks that go with it.
_RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x131),
    (0x134, 0x148),
    (0x14A, 0x17E),
    (0x218, 0x21B),
    (0x2013, 0x2014),
    (0x2018, 0x201A),
    (0x201C, 0x201E),
    (0x2039, 0x203A),
)
LETTERS = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1)) | {
    *"†•…€™−"
}
_SOFT_HYPHEN = 0xAD
_STAND_INS = {0x202F: "\xa0", 0x2011: "-", _SOFT_HYPHEN: None, 0xFE0F: None}
_ORNAMENTS = ("So", "Sk", "Me", "Cf")  # pictographs, and what joins and colours them


def drawable(text: str) -> str:
    r"""The text as a card writes it: on one line, letters composed, without pictographs.

    >>> drawable("Ship it 🚀\n today"), drawable("año")
    ('Ship it today', 'año')
    """
    from unicodedata import category, normalize

    composed = normalize("NFC", text.translate(_STAND_INS))
    if not can_draw(composed):
        letters = (each for each in composed if each in LETTERS or category(each) not in _ORNAMENTS)
        composed = "".join(letters)
    return " ".join(word for word in re.split(r"[ \t\r\n]+", composed) if word)


def can_draw(text: str) -> bool:
    """Whether the font has every letter of the text; no little boxes stand for any."""
    return LETTERS.issuperset(text)
