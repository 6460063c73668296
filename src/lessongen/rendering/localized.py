"""Dates, numbers, lists and names of languages, as one language writes them.

Babel knows all of this, but takes 60 ms to load: what it said once is kept in `memo`, which
the caller may store between builds. The functions are pure, so the memo is always right.
"""

import re
from collections.abc import Callable, MutableMapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from babel import Locale

_PLACE = re.compile(r"\{(\d+)\}")
_EXPONENT = re.compile(r"\be\b")  # of "1e6": gettext knows no such numbers, nor do we write them
# In CLDR's order, which is the order of a catalog's plural forms.
_PLURAL_TAGS = ("zero", "one", "two", "few", "many", "other")
# Where the digits of CLDR's numbering systems begin that some language writes by default.
_ZEROS = {
    "adlm": 0x1E950,
    "arab": 0x660,
    "arabext": 0x6F0,
    "beng": 0x9E6,
    "cakm": 0x11136,
    "deva": 0x966,
    "hmnp": 0x1E140,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x7C0,
    "olck": 0x1C50,
    "tibt": 0xF20,
}
# "Ana e Ira", "Ana e Hilda", "Ana e Yves", but "Ana y Yolanda", "agua y hielo".
_I_SOUND = re.compile(r"h?[ií](?!e)|y(?![aeiouáéíóúü\W]|$)", re.IGNORECASE)
# "uno u otro", "siete u ocho", "7 u 8", "10 u 11".
_O_SOUND = re.compile(r"h?[oó]|8|11(?!\d)", re.IGNORECASE)


class Localized:
    """What one language writes for dates, numbers, lists and names of languages."""

    def __init__(self, locale: str, memo: MutableMapping[str, str] | None = None) -> None:
        self.locale = locale
        self._memo: MutableMapping[str, str] = {} if memo is None else memo
        self._integers: dict[int, str] = {}  # pages are full of small numbers

    def date(self, iso: str, style: str = "long") -> str:
        """The day of an ISO 8601 date; text that is no date comes back as it is."""

        def write(locale: "Locale") -> str:
            from datetime import date

            from babel.dates import format_date

            try:
                written = format_date(date.fromisoformat(iso[:10]), style, locale)
            except ValueError:
                return iso
            return _in_own_digits(written, locale)

        return self._remember(f"date {style} {iso}", write) or iso

    def number(self, value: float, digits: int = 0) -> str:
        """The number, grouped, with at most so many digits after the decimal sign."""
        if isinstance(value, int) and value in self._integers:
            return self._integers[value]

        def write(locale: "Locale") -> str:
            from babel.numbers import format_decimal

            pattern = "#,##0." + "#" * digits
            written = format_decimal(value, pattern, locale, numbering_system="default")
            return _in_own_digits(written, locale)

        if isinstance(value, int) and value >= 0:
            written = self._whole(str(value))
        else:
            written = self._remember(f"number {digits} {value}", write) or str(value)
        if isinstance(value, int):
            self._integers[value] = written
        return written

    def _whole(self, number: str) -> str:
        """A whole number: how it is grouped depends on nothing but how many digits it has."""

        def write_ones(locale: "Locale") -> str:
            from babel.numbers import format_decimal

            ones = int("1" * len(number))
            written = format_decimal(ones, locale=locale, numbering_system="default")
            return _in_own_digits(written, locale)

        digits = self._remember("digits", partial(_in_own_digits, "0123456789"))
        if not digits:
            return number
        own = iter([digits[int(digit)] for digit in number])
        ones = self._remember(f"grouped {len(number)}", write_ones)
        return "".join([next(own) if each == digits[1] else each for each in ones])

    def plural_index(self, count: float) -> int:
        """Which plural form the count takes, counted in CLDR's order."""
        if isinstance(count, int):
            return self._plural_rule(count)

        def write(locale: "Locale") -> str:
            rule = locale.plural_form
            tags = [tag for tag in _PLURAL_TAGS if tag in rule.tags or tag == "other"]
            return str(tags.index(rule(count)))

        return int(self._remember(f"plural {count}", write) or count != 1)

    @cached_property
    def _plural_rule(self) -> Callable[[int], int]:
        """The form of a whole number, by the rule as gettext writes it; English without one."""
        from gettext import c2py

        def write(locale: "Locale") -> str:
            from babel.plural import to_gettext

            rule = to_gettext(locale.plural_form).rpartition("plural=")[2].rstrip(";")
            return _EXPONENT.sub("0", rule)

        return c2py(self._remember("plural rule", write) or "n != 1")

    def language_name(self, code: str, among: str = "") -> str:
        """The name of a language in this one, or in the language `among`: "español"."""

        def write(locale: "Locale") -> str:
            named = _locale(code)
            if named is None:
                return code
            told_in = _locale(among) if among else locale
            return (told_in and named.get_display_name(told_in)) or code

        return self._remember(f"language {code} {among}", write) or code

    def join_names(self, names: Sequence[object], style: str = "and") -> Markup:
        """The names as one text: "Ana, Luis e Ira". Style "and" or "or"; markup stays markup."""
        items = [escape(name) for name in names]
        if not items:
            return Markup("")
        pattern = escape(self._list_pattern(len(items), style))
        if self.locale.split("-")[0] == "es":
            pattern = _spanish_euphony(pattern, items)
        return Markup(_PLACE.sub(lambda place: items[int(place[1])], pattern))  # noqa: S704 escaped

    def _list_pattern(self, size: int, style: str) -> str:
        places = [f"{{{index}}}" for index in range(size)]

        def write(locale: "Locale") -> str:
            from babel.lists import format_list

            return format_list(places, "or" if style == "or" else "standard", locale)

        return self._remember(f"list {style} {size}", write) or ", ".join(places)

    def _remember(self, key: str, write: Callable[["Locale"], str]) -> str:
        """What Babel writes; empty for a language that CLDR does not know."""
        key = f"{self.locale} {key}"
        found = self._memo.get(key)
        if found is None:
            locale = _locale(self.locale)
            found = write(locale) if locale else ""
            self._memo[key] = found
        return found


def _in_own_digits(text: str, locale: "Locale") -> str:
    """The text with the digits that CLDR says the language writes: Babel knows, and writes ours."""
    zero = _ZEROS.get(locale.default_numbering_system)
    return text.translate({48 + digit: zero + digit for digit in range(10)}) if zero else text


def _locale(code: str) -> "Locale | None":
    """Babel's data for a BCP 47 tag, or for the longest beginning of it that CLDR knows."""
    from babel import Locale, UnknownLocaleError

    subtags = code.split("-")
    while subtags:
        try:
            return Locale.parse("-".join(subtags), sep="-")
        except (UnknownLocaleError, ValueError):
            subtags.pop()
    return None


def _spanish_euphony(pattern: str, items: Sequence[Markup]) -> Markup:
    last = items[-1].striptags()
    place = f"{{{len(items) - 1}}}"
    if _I_SOUND.match(last):
        pattern = pattern.replace(f" y {place}", f" e {place}")
    if _O_SOUND.match(last):
        pattern = pattern.replace(f" o {place}", f" u {place}")
    return Markup(pattern)  # noqa: S704 escaped by the caller
