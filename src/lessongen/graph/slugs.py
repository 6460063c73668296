"""The last part of a permalink, made from a title."""

import unicodedata

LONGEST = 80  # characters; file systems stop at 255 bytes, readers much earlier

# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ŋ": "ng",
        "'": "",
        "’": "",
    }
)


def slugify(text: str, fallback: str = "") -> str:
    """Lower-case ASCII words joined by hyphens, at most 80 characters; `fallback` if none is left.

    >>> slugify("Di que no lo sabes: ¡el pingüino y la ñ!")
    'di-que-no-lo-sabes-el-pinguino-y-la-n'
    >>> slugify("If you don’t know")
    'if-you-dont-know'
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    letters = (c for c in plain if not unicodedata.combining(c))
    ascii_only = "".join(c if c.isascii() and c.isalnum() else "-" for c in letters)
    words = [word for word in ascii_only.split("-") if word]
    slug = ""
    for word in words:
        if slug and len(slug) + 1 + len(word) > LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word[:LONGEST]
    return slug or fallback
