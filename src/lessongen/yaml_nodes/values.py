"""Kinds of plain values: how each is read from a node, and how a JSON Schema describes it.

A reader gives back None for what it refuses; then the reason is in the report.
"""

import re
from collections.abc import Callable, Mapping
from typing import Generic, TypeAlias, TypeVar

from lessongen.yaml_nodes.nodes import Node, Text, noun, opening_text
from lessongen.yaml_nodes.report import Report, meant, shorten, shown

T_co = TypeVar("T_co", covariant=True)

Schema: TypeAlias = Mapping[str, object]
Refusal: TypeAlias = tuple[str, str] | None  # what is wrong with a text, and the cure
_DIGITS = re.compile(r"[0-9]{1,9}")
_DECIMAL = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
_SCHEME = r"([A-Za-z][A-Za-z0-9+.-]*):"
_SAFE_SCHEMES = ("http", "https", "mailto", "tel")
_YES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class Kind(Generic[T_co]):
    """A kind of value. The reader gets the value's dotted name, for messages and places."""

    __slots__ = ("read", "schema")

    def __init__(self, read: Callable[[Report, str, Node], T_co | None], schema: Schema) -> None:
        self.read = read
        self.schema = schema


def expect_text(report: Report, name: str, node: Node, expected: str = "a text") -> Text | None:
    """The node if it is a text; else a problem says what was expected."""
    if isinstance(node, Text):
        return node
    from lessongen.yaml_nodes.cures import quoted  # only where something is wrong

    typed = opening_text(node)
    if expected != "a text":
        hint = "write one value, without a list or braces around it"
    elif typed:
        hint = f"put quotes around the text: {quoted(shorten(typed))}"
    else:
        hint = 'put quotes around a text that starts with "[" or "{"'
    report.wrong_type(name, f"{expected}, not {noun(node)}", node, hint)
    return None


def _read_text(report: Report, name: str, node: Node) -> str | None:
    text = expect_text(report, name, node)
    return (text.text.strip() or None) if text else None


# An editor sees what YAML makes of `1:30` or `2026`; here they are texts.
TEXT: Kind[str] = Kind(_read_text, {"type": ["string", "number", "boolean"]})


def whole_number(least: int, most: int) -> Kind[int]:
    """A whole number in a range, also in quotes."""
    schema = {"type": "integer", "minimum": least, "maximum": most}
    expected = f"a whole number from {least} to {most:,}"

    def read(report: Report, name: str, node: Node) -> int | None:
        text = expect_text(report, name, node, expected)
        if text is None:
            return None
        if not _DIGITS.fullmatch(text.text.strip()):
            typed = f'{expected}, not "{shorten(text.text)}"'
            report.wrong_type(name, typed, node, "write it in digits, such as 7")
            return None
        number = int(text.text)
        if not least <= number <= most:
            report.bad_value(name, f"must be {expected}, not {number}", node)
            return None
        return number

    return Kind(read, schema)


def decimal_number(least: float, most: float) -> Kind[float]:
    """A number in a range, with a decimal point."""
    schema = {"type": "number", "minimum": least, "maximum": most}
    expected = f"a number from {least:g} to {most:g}, such as 2.5"

    def read(report: Report, name: str, node: Node) -> float | None:
        text = expect_text(report, name, node, expected)
        if text is None:
            return None
        if not re.fullmatch(_DECIMAL, text.text.strip()):
            report.wrong_type(name, f'{expected}, not "{shorten(text.text)}"', node)
            return None
        number = float(text.text)
        if not least <= number <= most:
            report.bad_value(name, f"must be {expected}", node)
            return None
        return number

    return Kind(read, schema)


def _read_yes_or_no(report: Report, name: str, node: Node) -> bool | None:
    text = expect_text(report, name, node, "true or false")
    if text is None:
        return None
    value = _YES.get(text.text.strip().lower())
    if value is None:
        report.wrong_type(name, f'true or false, not "{shorten(text.text)}"', node)
    return value


YES_OR_NO: Kind[bool] = Kind(_read_yes_or_no, {"enum": [True, False, "yes", "no"]})


def one_of(*words: str) -> Kind[str]:
    """One of a few words."""
    expected = f"{', '.join(words[:-1])} or {words[-1]}"

    def read(report: Report, name: str, node: Node) -> str | None:
        text = expect_text(report, name, node, expected)
        if text is None:
            return None
        word = text.text.strip()
        if word in words:
            return word
        hint = meant(word, words)
        report.bad_value(name, f'must be {expected}, not "{shorten(word)}"', node, hint)
        return None

    return Kind(read, {"enum": list(words)})


def text_like(
    complaint: Callable[[str], Refusal], schema: Schema, code: str = "bad-value"
) -> Kind[str]:
    """A text that passes a test: `complaint` gives what is wrong with it, and the cure."""

    def read(report: Report, name: str, node: Node) -> str | None:
        text = expect_text(report, name, node)
        if text is None:
            return None
        typed = text.text.strip()
        refused = complaint(typed)
        if refused is None:
            return typed
        message, hint = refused
        report.add(code, f"{shown(name)} {message}", node, hint=hint)
        return None

    return Kind(read, schema)


def _refuse_link(text: str) -> Refusal:
    # Browsers drop tabs and line ends inside a scheme.
    if any(c.isspace() or not c.isprintable() for c in text):
        return ("has a space in it", "write %20 for a space in an address")
    scheme = re.match(_SCHEME, text)
    if scheme and scheme[1].lower() not in _SAFE_SCHEMES:
        return (f'may not start with "{scheme[0]}"', "use http, https, mailto, tel or a path")
    return None


LINK = text_like(_refuse_link, {"type": "string", "format": "uri-reference"})
