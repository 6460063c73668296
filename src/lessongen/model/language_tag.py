"""The form of a language's name: BCP 47."""

_LONGEST = 35  # what BCP 47 asks software to bear


def is_language_tag(text: str) -> bool:
    """Whether a text has the form of a BCP 47 tag that begins with an ISO 639 code.

    >>> [is_language_tag(tag) for tag in ("es", "es-419", "zh-Hant-TW", "pt_BR", "images")]
    [True, True, True, False, False]
    """
    first, *others = text.split("-")
    if not (text.isascii() and first.isalpha() and 2 <= len(first) <= 3):  # noqa: PLR2004 (ISO 639)
        return False
    return len(text) <= _LONGEST and all(part.isalnum() and len(part) <= 8 for part in others)  # noqa: PLR2004 (BCP 47)


def catalog_names(tag: str) -> tuple[str, ...]:
    """The names that a language's catalogs can have, the most general one first (RFC 4647).

    gettext writes "pt_BR", everything on the web "pt-BR".

    >>> catalog_names("es"), catalog_names("zh-Hant-TW")
    (('es',), ('zh', 'zh_Hant', 'zh-Hant', 'zh_Hant_TW', 'zh-Hant-TW'))
    """
    subtags = tag.split("-")
    parts = (subtags[:length] for length in range(1, len(subtags) + 1))
    return tuple(dict.fromkeys(mark.join(part) for part in parts for mark in "_-"))


def language_tag_cure(text: str) -> str:
    """What to write instead of a text that is no language tag; nothing if it is one.

    >>> language_tag_cure("pt_BR")
    'write "pt-BR"'
    """
    if is_language_tag(text):
        return ""
    better = text.strip().replace("_", "-")
    if is_language_tag(better):
        return f'write "{better}"'
    return 'write a language tag such as "en", "es" or "pt-BR"'
