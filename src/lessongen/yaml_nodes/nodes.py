"""The nodes of a YAML document: what the author typed, and where.

Named tuples instead of frozen dataclasses: a cold build makes forty of these for each lesson,
and they cost half as much to make.
"""

from typing import NamedTuple, TypeAlias


class Text(NamedTuple):
    """A scalar: the text as typed, quotes and escapes resolved, never converted.

    `style` is "" (plain), "'", '"', "|" or ">"; "?" is a text saved from a part of the document
    that YAML cannot read, and already reported. `start` and `end` are a half-open range of
    characters in the whole file: quotes are inside, comments outside; a block text ("|", ">")
    ends where the next key begins.
    """

    text: str
    style: str
    line: int  # 1-based, in the whole file
    column: int  # 1-based, in characters
    end_line: int
    start: int
    end: int

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it."""
        return not self.text or self.text.isspace()


class Items(NamedTuple):
    """A sequence."""

    nodes: tuple["Node", ...]
    line: int
    column: int


class Fields(NamedTuple):
    """A mapping; its keys are texts, and each one appears once."""

    entries: tuple[tuple[Text, "Node"], ...]
    line: int
    column: int


Node: TypeAlias = Text | Items | Fields


def noun(node: Node) -> str:
    """What an author would call a node."""
    if isinstance(node, Text):
        return "a text"
    return "a list" if isinstance(node, Items) else "a mapping (key: value)"


def opening_text(node: Node) -> str:
    """The text that a mapping was probably meant to be, or nothing.

    >>> opening_text(Fields(((Text("Photo", "", 1, 1, 1, 0, 5), Text("Ana", "", 1, 8, 1, 7, 10)),),
    ...              1, 1))
    'Photo: Ana'
    """
    if not isinstance(node, Fields) or len(node.entries) != 1:
        return ""
    key, value = node.entries[0]
    return f"{key.text}: {value.text}" if isinstance(value, Text) else ""


def count_line_ends(text: str) -> int:
    r"""How many lines end in a text; lines end at "\n", "\r\n" and "\r" only."""
    if "\r" not in text:
        return text.count("\n")
    return text.count("\n") + text.count("\r") - text.count("\r\n")
