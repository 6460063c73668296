"""Counts words as a reader does."""

import re

_LETTER_OR_DIGIT = re.compile(r"\w")


def count_words(text: str) -> int:
    """How many words a text has: what stands between spaces and dashes, if it can be read aloud.

    >>> count_words("¿Un e-mail? —Sí—dijo…: 1,500 don’t-know & años, 520–700 «a» 70 %")
    10
    """
    words = text.replace("—", " ").split()
    unusual = [word for word in words if not word.isalnum()]
    return len(words) - sum(1 for word in unusual if _LETTER_OR_DIGIT.search(word) is None)
