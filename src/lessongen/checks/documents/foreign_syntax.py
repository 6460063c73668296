"""What other generators replace, and readers see here as it was typed."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lessongen.model.place import place_in_text
from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.model.unit import Unit
from lessongen.parsing.document import Parsed

CODE = "foreign-syntax"
SEVERITY: Severity = "warning"

# Compiled where they are needed: few lessons have braces.
_CODE = r"(?s:(?<!`)(`+)(?!`).+?(?<!`)\1(?!`))"
_SHOWN = (
    # Liquid and Jinja; Hugo
    r"(?P<tag>\{%-?\s*\w[^{}\n]*%\})|(?P<shortcode>\{\{[<%][^{}\n]*[>%]\}\})"
    # kramdown, on a line of its own
    r"|^(?P<attributes>\{:[^{}\n]*\})[ \t]*$"
    r"|\A(?P<contents>\[TOC\]|\[\[_?toc_?\]\])[ \t]*\Z"
    r"|\A(?P<alert>\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])"
)
_MOST = 80  # characters of it in a message

_HINTS: Mapping[str, str] = MappingProxyType(
    {
        "tag": "write it in Markdown: ![what it shows](image.png), or a container: ::: note",
        "shortcode": "write it in Markdown: ![what it shows](image.png), or a container: ::: note",
        "attributes": "attributes stand behind a heading: ## Heading {#id}; else take it away",
        "contents": "take it away: a page lists its headings by itself",
        "alert": "write a container: ::: note, then the text, then :::",
    }
)


def check(parsed: Parsed, _settings: Settings) -> Iterator[Problem]:
    """A problem for the first of each kind in a file, which says how many there are."""
    kinds: dict[str, list[tuple[Unit, re.Match[str]]]] = {}
    for unit in parsed.units:
        for found in _foreign(unit):
            kinds.setdefault(found.lastgroup or "", []).append((unit, found))
    for kind, places in kinds.items():
        yield _problem(kind, *places[0], more=len(places) - 1)


def _foreign(unit: Unit) -> Iterator[re.Match[str]]:
    if unit.kind == "code" or not ("{" in unit.text or unit.text.startswith("[")):
        return
    # Code is blanked, not cut out: places stay.
    without_code = re.sub(_CODE, lambda code: "`" * len(code[0]), unit.text)
    yield from re.finditer(_SHOWN, without_code, re.MULTILINE | re.IGNORECASE)


def _problem(kind: str, unit: Unit, found: re.Match[str], *, more: int) -> Problem:
    typed = found[kind]
    shown = typed if len(typed) <= _MOST else f"{typed[:_MOST]}…"
    also = f", and {more} more like it in this file" if more else ""
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f"{shown} is no Markdown: readers see it as it was typed{also}",
        span=place_in_text(unit, found.start(kind)),
        hint=_HINTS[kind],
    )
