"""Counts words as a reader does."""

import re
from itertools import filterfalse

_LETTER_OR_DIGIT = re.compile(r"\w")


def count_words(text: str) -> int:
    """How many words a text has: what stands between spaces and dashes, if it can be read aloud.

    >>> count_words("¿Un e-mail? —Sí—dijo…: 1,500 don’t-know & años, 520–700 «a» 70 %")
    10
    """
    words = text.replace("—", " ").replace(",", "").replace(".", "").split()
    if "".join(words).isalnum():  # nothing else in it, as in most texts
        return len(words)
    unusual = filterfalse(str.isalnum, words)
    return len(words) - [*map(_LETTER_OR_DIGIT.search, unusual)].count(None)
