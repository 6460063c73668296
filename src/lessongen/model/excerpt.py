"""A few words of a text, for messages that must say what they mean."""

_AROUND = 24  # characters on each side: enough to recognise a sentence


def excerpt(text: str, at: int) -> str:
    """The words around the character at `at`, on one line, cut at spaces.

    >>> excerpt("He said that nobody knows it.” Then he left the room and closed the door.", 29)
    '…that nobody knows it.” Then he left the room…'
    """
    start = max(0, at - _AROUND)
    end = min(len(text), at + 1 + _AROUND)
    while 0 < start < at and not text[start - 1].isspace():
        start += 1
    while at + 1 < end < len(text) and not text[end].isspace():
        end -= 1
    words = " ".join(text[start:end].split())
    return ("…" if start else "") + words + ("…" if end < len(text) else "")


def ending_at(text: str, at: int) -> str:
    """The words up to and including the character at `at`, on one line, cut at a space.

    >>> ending_at("Te dije que si no lo sabes, por qué no preguntas? Di.", 48)
    '…si no lo sabes, por qué no preguntas?'
    """
    start = max(0, at - 1 - _AROUND - _AROUND // 2)
    while 0 < start < at and not text[start - 1].isspace():
        start += 1
    return ("…" if start else "") + " ".join(text[start : at + 1].split())
