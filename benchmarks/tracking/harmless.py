"""Edits of a whole file that mean nothing: no unit may change its state because of them."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from random import Random

Rewrite = Callable[[str, Random], str]

_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_KEY = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
_PLAIN_PARAGRAPH = re.compile(r"(?<=\n\n)(?![|>#`!\[:-])[^\n]+(?=\n\n)")
_STAR = re.compile(r"(?<![*\w])(\*{1,2})(?=[^\s*])([^*\n]+)(?<=[^\s*])\1(?![*\w])")


def _front_and_body(text: str) -> tuple[str, str]:
    found = _FRONT.match(text)
    return (text[: found.end()], text[found.end() :]) if found else ("", text)


def _wrapped(text: str, random: Random) -> str:
    """Paragraphs in lines of some width."""
    width = random.choice((40, 66, 80))
    front, body = _front_and_body(text)
    return front + _PLAIN_PARAGRAPH.sub(lambda found: _lines(found[0], width), body)


def _lines(paragraph: str, width: int) -> str:
    """The paragraph in lines; a line begins with nothing that Markdown takes for a mark."""
    lines = [""]
    for word in paragraph.split(" "):
        is_mark = not word[:1].isalpha()
        if lines[-1] and len(lines[-1]) + len(word) > width and not is_mark:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def _crlf(text: str, _random: Random) -> str:
    return text.replace("\n", "\r\n")


def _bom(text: str, _random: Random) -> str:
    return f"\ufeff{text}"


def _nfd(text: str, _random: Random) -> str:
    return unicodedata.normalize("NFD", text)


def _key_order(text: str, random: Random) -> str:
    front, body = _front_and_body(text)
    keys = [key for key in _KEY.split(front.removeprefix("---\n").removesuffix("---\n")) if key]
    random.shuffle(keys)
    return f"---\n{''.join(keys)}---\n{body}"


def _underscores(text: str, _random: Random) -> str:
    front, body = _front_and_body(text)
    return front + _STAR.sub(
        lambda found: f"{'_' * len(found[1])}{found[2]}{'_' * len(found[1])}", body
    )


def _trailing_blanks(text: str, random: Random) -> str:
    front, body = _front_and_body(text)
    lines = body.split("\n")
    return front + "\n".join(line + " " * random.randrange(2) if line else line for line in lines)


def _blank_lines(text: str, random: Random) -> str:
    front, body = _front_and_body(text)
    return front + re.sub(r"\n\n(?!```|:)", lambda _: "\n" * random.randint(2, 4), body)


HARMLESS: Mapping[str, Rewrite] = {
    "wrapped anew": _wrapped,
    "emphasis with underscores": _underscores,
    "blanks at line ends": _trailing_blanks,
    "more blank lines": _blank_lines,
    "order of keys": _key_order,
    "accents decomposed": _nfd,
    "CRLF": _crlf,
    "BOM": _bom,
}
