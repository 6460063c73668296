"""No-break spaces that came with pasted text."""

from collections.abc import Iterator

from lessongen.model.excerpt import excerpt
from lessongen.model.place import place_in_text
from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.model.unit import Unit
from lessongen.parsing.document import Parsed

CODE = "no-break-spaces"
SEVERITY: Severity = "note"

_SPACES = "\u00a0\u202f"
_DASHES = "–—"
_FRENCH = "«»;:!?"


def check(parsed: Parsed, _settings: Settings) -> Iterator[Problem]:
    """One problem for all no-break spaces of a file, at the first one.

    Right where they keep a number together with what it counts, or a dash with its word; in
    French also beside high punctuation. `&nbsp;` is never accidental.
    """
    found = [
        (unit, at)
        for unit in parsed.units
        if unit.kind != "code" and ("\u00a0" in unit.text or "\u202f" in unit.text)
        for at in _accidental(unit.text, _allowed(parsed.document.locale))
    ]
    if found:
        yield _problem(*found[0], len(found))


def _allowed(locale: str) -> str:
    return _DASHES + _FRENCH if locale.partition("-")[0] == "fr" else _DASHES


def _accidental(text: str, allowed: str) -> Iterator[int]:
    for at, character in enumerate(text):
        if character in _SPACES:
            beside = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
            if not any(each.isdecimal() or each in allowed for each in beside):
                yield at


def _problem(unit: Unit, at: int, count: int) -> Problem:
    name = f"U+{ord(unit.text[at]):04X}"
    start = f"a no-break space ({name})"
    if count > 1:
        start = f"{count} no-break spaces, the first ({name})"
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'{start} in "{excerpt(unit.text, at)}"',
        span=place_in_text(unit, at),
        hint="write an ordinary space, or &nbsp; where the line must not break",
    )
