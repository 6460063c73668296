"""A Spanish question or exclamation without ¿ or ¡."""

import re
from collections.abc import Iterator
from itertools import islice

from lessongen.model.excerpt import ending_at
from lessongen.model.place import place_in_plain
from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.model.unit import Unit
from lessongen.parsing.document import Parsed

CODE = "missing-inverted-mark"
SEVERITY: Severity = "warning"

_MOST = 5  # in one block: beyond that, a longer list would help nobody
_INVERTED = {"?": "¿", "!": "¡"}
_ENDS_SENTENCE = ".?!…:;\n"
_OPENS_PHRASE = "“«\"'‘([—"
_CLOSES_PHRASE = "”»\"'’)]"
_SIGN = r"(?<!\w)[#$&*+/<=>@\\^|~]\Z"  # not "C#", which is a word


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Enough to tell a quoted English question from a Spanish one: common, and in one language only.
_ENGLISH = _words(
    "and any are can could did do does for have how i is it my of on or our should that the"
    " they this to we what what’s what's when where which who why will with would you"
    " your"
)
_SPANISH = _words(
    "al algo como con cuando cuál cuándo cuánto cómo de del dónde el ella en es esa ese eso"
    " esta este esto está está ha hay la las le les lo los mi mis más ni nos o para pero por"
    " porque que quien quién qué se si sin sobre su sus sí te tu tus tú un una y ya"
)


def check(parsed: Parsed, _settings: Settings) -> Iterator[Problem]:
    """A problem for each `?` or `!` of a Spanish text that no `¿` or `¡` opens.

    An English question inside a Spanish sentence has none, nor have `(?)`, a name such as
    "Yahoo!" in the middle of a sentence, or an address.
    """
    if parsed.document.locale.partition("-")[0] != "es":
        return
    for unit in parsed.units:
        if ("?" in unit.plain or "!" in unit.plain) and unit.kind != "code":
            yield from (_problem(unit, at) for at in islice(_unopened(unit), _MOST))


def _unopened(unit: Unit) -> Iterator[int]:
    """The places of closing marks that nothing opens; of a run such as `?!`, the first one."""
    if "lang=" in unit.text:  # words in another language, and marked as such
        return
    plain = unit.plain
    opened = False
    for at, character in enumerate(plain):
        if character in "¿¡":
            opened = True
        elif character in "?!" and (at == 0 or plain[at - 1] not in "?!"):
            if not opened and not _is_no_end(plain, at):
                yield at
            opened = False


def _is_no_end(plain: str, at: int) -> bool:
    """Whether the mark at `at` ends no Spanish sentence."""
    end = at
    while plain[end : end + 1] in ("?", "!"):
        end += 1
    before, after = plain[max(0, at - 1) : at], plain[end : end + 1]
    if after.isalnum() or after in ("=", "&", "/", "_", "-"):
        return True  # inside an address
    if before in ("", *_OPENS_PHRASE) and after in ("", *_CLOSES_PHRASE):
        return True  # the sign itself, or a doubt: (?)
    if re.compile(_SIGN).search(plain, max(0, at - 2), at):
        return True  # a part of another sign: #!
    phrase = _phrase(plain, at)
    return _is_english(phrase) or (plain[at] == "!" and _is_name(phrase, plain[end : end + 2]))


def _phrase(plain: str, at: int) -> str:
    """The words before `at`, back to the start of the sentence or of what stands in quotes."""
    start = at
    while start > 0 and plain[start - 1] not in _ENDS_SENTENCE + _OPENS_PHRASE:
        start -= 1
    return plain[start:at]


def _is_english(phrase: str) -> bool:
    words = {word.strip(",").casefold() for word in phrase.split()[-4:]}
    return not words.isdisjoint(_ENGLISH) and words.isdisjoint(_SPANISH)


def _is_name(phrase: str, rest: str) -> bool:
    """Whether the phrase ends with a capitalised word and its sentence goes on: a name."""
    words = phrase.split()
    goes_on = rest.lstrip()[:1]
    return len(words) > 1 and words[-1][:1].isupper() and (goes_on.islower() or goes_on == ",")


def _problem(unit: Unit, at: int) -> Problem:
    inverted = _INVERTED[unit.plain[at]]
    words = _phrase(unit.plain, at).lstrip() + unit.plain[at]
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'"{ending_at(words, len(words) - 1)}" has no {inverted}',
        span=place_in_plain(unit, at),
        hint=f"write {inverted} where the {'question' if inverted == '¿' else 'exclamation'}"
        " begins",
    )
