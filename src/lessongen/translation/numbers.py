"""Numbers as texts of several languages write them: 1.5 and 1,5, 4,200 and 4 200, 3 and three."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

# Groups of three may stand apart; no-break and thin spaces are spaces too.
_SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,:'’]\d+)*")
_TIMES_TEN = re.compile(
    r"[\s\u00a0-]*(?:(?P<thousand_million>mil\s+millones|thousand\s+million|billions?\b|bn\b)"
    r"|(?P<million>millones|mill[oó]n|millions?\b)|(?P<thousand>thousand|mil\b|[kK]\b))"
)
_FACTORS = (("thousand_million", 10**9), ("million", 10**6), ("thousand", 10**3))
_DECADE = re.compile(r"['’]?s\b")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)")
_LAST_HOUR = 24
_NOON = 12


class Number(NamedTuple):
    """A number as written, where it stands, and what it says."""

    text: str
    at: int
    value: str  # the same for 1.5 and 1,5


def find_numbers(text: str) -> Iterator[Number]:
    """The numbers of a text that are written with digits.

    >>> [number.value for number in find_numbers("1,5 m, 4.200 or 4 200, 2 millones, v3.1.4")]
    ['1.5', '4200', '4200', '2000000', '3.1.4']
    """
    for found in _NUMBER.finditer(text):
        written, value = found[0], _value(found[0])
        times = _TIMES_TEN.match(text, found.end())
        if times is not None:
            written += times[0]
            value = _multiplied(value, next(n for name, n in _FACTORS if times[name]))
        yield Number(written, found.start(), value)


def _value(written: str) -> str:
    """The number with a point for decimals and nothing between thousands.

    >>> [_value(each) for each in ("1,234.5", "1.234,50", "0,125", "8:05", "1.000.000", "007")]
    ['1234.5', '1234.5', '0.125', '8:05', '1000000', '7']
    """
    if ":" in written:
        return written
    plain = re.sub(rf"[{_SPACES}'’]", "", written)
    parts = re.split("[.,]", plain)
    marks = re.sub(r"\d", "", plain)
    whole, last = "".join(parts[:-1]), parts[-1]
    thousands = all(len(part) == 3 for part in parts[1:]) and parts[0].strip("0")  # noqa: PLR2004
    if not marks or (thousands and len(parts[0]) <= 3 and len(set(marks)) == 1):  # noqa: PLR2004
        return (whole + last).lstrip("0") or "0"
    if len(marks) > 1 and marks[-1] in marks[:-1]:
        return ".".join(parts)  # a version, a date, a section
    last = last.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{last}" if last else "")


def _multiplied(value: str, factor: int) -> str:
    try:
        return f"{float(value) * factor:.0f}"
    except ValueError:
        return value


# --- other ways to say the same -------------------------------------------------

_ONES: Mapping[str, str] = MappingProxyType(
    {
        "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen"
        " fourteen fifteen sixteen seventeen eighteen nineteen",
        "es": "cero un[oa]? dos tres cuatro cinco seis siete ocho nueve diez once doce trece"
        " catorce quince diecis[eé]is diecisiete dieciocho diecinueve veinte veinti[uú]n[oa]?"
        " veintid[oó]s veintitr[eé]s veinticuatro veinticinco veintis[eé]is veintisiete"
        " veintiocho veintinueve",
    }
)
_TENS: Mapping[str, str] = MappingProxyType(
    {
        "en": "- - twenty thirty forty fifty sixty seventy eighty ninety",
        "es": "- - veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    }
)
_JOINED: Mapping[str, str] = MappingProxyType({"en": r"[-\s]", "es": r"\s+y\s+"})
_OTHERS: Mapping[tuple[str, int], str] = MappingProxyType(
    {
        ("en", 0): "midnight|noon|no|none|o’clock",
        ("en", 1): "a|an|single|once|first|solo",
        ("en", 2): "twice|double|both|second|couple|pair|half",
        ("en", 3): "third|thirds|triple|three times",
        ("en", 4): "fourth|quarter",
        ("en", 5): "fifth",
        ("en", 6): "half a dozen|sixth",
        ("en", 10): "tenth|decade",
        ("en", 12): "noon|midnight|dozen",
        ("en", 15): "quarter",
        ("en", 24): "day",
        ("en", 30): "half",
        ("en", 50): "half|fifty-fifty",
        ("en", 100): "(?:a |one |per )?hundred|per ?cent",
        ("en", 1000): "(?:a |one )?thousand",
        ("es", 0): "medianoche|mediodía|ning[uú]n[oa]?|en punto|nada",
        ("es", 1): "únic[oa]|primer[oa]?|sol[oa]|una vez",
        ("es", 2): "doble|ambos|ambas|segund[oa]|par|medi[oa]|mitad",
        ("es", 3): "tercer[oa]?|tercios?|triple",
        ("es", 4): "cuart[oa]s?|cuádruple",
        ("es", 5): "quint[oa]",
        ("es", 6): "media docena|sext[oa]",
        ("es", 10): "décim[oa]|década",
        ("es", 12): "mediodía|medianoche|docena",
        ("es", 15): "cuarto|quincena",
        ("es", 24): "día",
        ("es", 30): "medi[oa]",
        ("es", 50): "mitad|medi[oa]",
        ("es", 100): "cien|ciento|centena[rs]?",
        ("es", 1000): "mil|millar",
    }
)
_LARGEST_SMALL = 12  # what a language whose words are not known here may well write out


def is_said_otherwise(value: str, text: str, language: str) -> bool:
    """Whether a number that stands in one language with digits is in the other's text with words.

    >>> is_said_otherwise("31", "hace treinta y un días", "es")
    True
    >>> is_said_otherwise("20", "el siglo XX", "es"), is_said_otherwise("20", "siglo XXI", "es")
    (True, False)
    """
    if not value.isdecimal() or len(value) > 6:  # noqa: PLR2004 (nobody writes larger ones out)
        return False
    number = int(value)
    if number and number < 40 and re.search(rf"\b{_roman(number)}\b", text):  # noqa: PLR2004 (centuries, chapters, kings)
        return True
    if language not in _ONES:
        return number <= _LARGEST_SMALL
    ways = [*_spelled(number, language), _OTHERS.get((language, number), "")]
    pattern = "|".join(way for way in ways if way)
    return bool(pattern) and re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE) is not None


def _spelled(number: int, language: str) -> Iterator[str]:
    if number >= 1000 and number % 1000 == 0 and number < 100_000:  # noqa: PLR2004
        thousand = {"en": "thousand", "es": "mil"}[language]
        yield from (rf"(?:{way})\s+{thousand}" for way in _spelled(number // 1000, language))
    if number >= 100:  # noqa: PLR2004 (larger ones are written with digits, if not round)
        return
    ones = _ONES[language].split()
    if number < len(ones):
        yield ones[number]
    tens, one = _TENS[language].split()[number // 10], number % 10
    if number >= 20:  # noqa: PLR2004 (tens and ones)
        yield tens if one == 0 else f"{tens}{_JOINED[language]}{ones[one]}"


def _roman(number: int) -> str:
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]


def may_be_the_same(ours: Number, theirs: Number, our_text: str, their_text: str) -> bool:
    """Whether two numbers are one time of the day, or one decade, each as its language says it.

    >>> text, other = "at 3 p.m. in the 1990s", "a las 15:00 en los años 90"
    >>> first, second = list(find_numbers(text)), list(find_numbers(other))
    >>> [may_be_the_same(a, b, text, other) for a, b in zip(first, second)]
    [True, True]
    """
    if _hour(ours.text) is not None and _hour(ours.text) == _hour(theirs.text):
        return True
    for one, other, text in ((ours, theirs, our_text), (theirs, ours, their_text)):
        if _DECADE.match(text, one.at + len(one.text)) and one.value[-2:] == other.value:
            return True
    return False


def _hour(written: str) -> tuple[int, int] | None:
    """The time on a clock of twelve hours; a lone number may be a full hour."""
    clock = _CLOCK.fullmatch(written)
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (-1, 0)
    if clock is None and written.isdecimal() and len(written) <= 2:  # noqa: PLR2004
        hour = int(written)
    return (hour % _NOON, minute) if 0 <= hour <= _LAST_HOUR else None
