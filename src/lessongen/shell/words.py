"""The command line's own words, in the language of whoever reads them."""

import os
from collections.abc import Mapping
from types import MappingProxyType

from lessongen.model.value import value

ENGLISH = "en"
_FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "words")
_NO_BREAK = "\u00a0"
_FOUR_DIGITS = 9999  # up to here Spanish writes a number in one piece


@value
class Words:
    """Messages in one language: without a translation they are the English that asks for them."""

    locale: str = ENGLISH
    forms: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def say(self, message: str, **values: object) -> str:
        """The message, its `%(name)s` filled in."""
        found = self.forms.get(message, (message,))[0]
        return found % values if values else found

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """The message that goes with a number; it may use the number as `%(number)s`."""
        forms = self.forms.get(one) or (one, many)
        return forms[int(number != 1)] % {"number": self.number(number), **values}

    def number(self, number: int) -> str:
        """The number as the language writes it.

        >>> Words().number(14000), Words(locale="es").number(1400)
        ('14,000', '1400')
        """
        if self.locale == ENGLISH:
            return f"{number:,}"
        return f"{number:,}".replace(",", _NO_BREAK) if number > _FOUR_DIGITS else str(number)


def term(message: str) -> str:
    """The message itself: marks in a table what `say` will be asked for."""
    return message


def read_words(wish: str = "") -> Words:
    """The words in the language that is wished for, else in that of the environment."""
    for tag in (wish,) if wish else _environment():
        language = tag.replace("_", "-").partition("-")[0].partition(".")[0].lower()
        if language in (ENGLISH, "c", "posix"):
            return Words()
        if language.isalpha() and (forms := _read(language)):
            return Words(locale=language, forms=forms)
    return Words()


def languages() -> tuple[str, ...]:
    """The languages that the command line speaks."""
    found = (name.removesuffix(".po") for name in os.listdir(_FOLDER) if name.endswith(".po"))
    return (ENGLISH, *sorted(found))


def _environment() -> list[str]:
    """What the environment asks for, the most wanted first."""
    wishes = os.environ.get("LANGUAGE", "").split(":")
    wishes += [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    return [wish for wish in wishes if wish]


def _read(language: str) -> Mapping[str, tuple[str, ...]]:
    path = os.path.join(_FOLDER, f"{language}.po")
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError:
        return {}
    from lessongen.messages import read_catalog  # English needs none

    return read_catalog(language, (text,), path=path).value.forms
