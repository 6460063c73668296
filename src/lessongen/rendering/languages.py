"""Which way a language is written."""

from typing import Literal

# Languages and scripts that are written from right to left.
_LANGUAGES = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)
_SCRIPTS = frozenset(("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"))
_SCRIPT_LENGTH = 4


def direction(locale: str) -> Literal["ltr", "rtl"]:
    """The direction of a BCP 47 tag's language; a script in the tag has the last word.

    >>> direction("es-419"), direction("fa"), direction("fa-Latn"), direction("pa-Arab-PK")
    ('ltr', 'rtl', 'ltr', 'rtl')
    """
    language, *subtags = locale.lower().split("-")
    script = next((each for each in subtags if len(each) == _SCRIPT_LENGTH and each.isalpha()), "")
    if script:
        return "rtl" if script in _SCRIPTS else "ltr"
    return "rtl" if language in _LANGUAGES else "ltr"
