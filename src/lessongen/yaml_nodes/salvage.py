"""What can be saved of a mapping that is not YAML as a whole: each key is read by itself.

So one mistake hides neither the next one nor the title, and links to a lesson with a mistake
in it are not reported as broken too.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lessongen.yaml_nodes.build import Builder, unique_entries
from lessongen.yaml_nodes.cures import Trouble, no_key
from lessongen.yaml_nodes.nodes import Fields, Node, Text, count_line_ends
from lessongen.yaml_nodes.report import Report

_MOST_PARTS = 300  # keys of a broken document

# A key at the start of a line: from here on a broken document may make sense again.
_KEY = re.compile(
    r"(?:(?<=[\r\n])|\A)(?P<key>[^\s#\-\[\]{}\"',?:][^\r\n:]*?)[ \t]*:(?=[ \t\r\n]|\Z)"
    r"[ \t]*(?P<value>[^\r\n]*)"
)
_GLUED = re.compile(r"(?P<key>[\w-]+):(?P<value>[^\s/][^\r\n]*)")  # the space is missing
_FIRST_WORDS = re.compile(r"\s*(?P<words>[^\r\n]+)")


def salvage(
    text: str, trouble: Trouble | None, report: Report, *, start: int, line: int
) -> Fields | None:
    """The readable keys of a broken mapping; every key's trouble is reported.

    `trouble` is the whole document's; it is reported if no key has one of its own.
    """
    entries: list[tuple[Node, Node]] = []
    healthy = True
    for begin, part in _parts(text):
        at_line = line + count_line_ends(text[:begin])
        builder = Builder(part, report, start=start + begin, line=at_line)
        builder.run()
        own = builder.trouble or _not_a_mapping(part, builder.nodes)
        if own is None:
            entries += _entries(builder.nodes)
        else:
            healthy = False
            add_trouble(report, own, line=at_line)
            entries += _as_typed(part, start=start + begin, line=at_line)
    if healthy and trouble is not None:
        add_trouble(report, trouble, line=line)
    if not entries:
        return None
    return Fields(unique_entries(entries, report), line, 1)


def add_trouble(report: Report, trouble: Trouble, *, line: int) -> None:
    """Report trouble of a text that begins at the start of `line`."""
    at = line + trouble.line
    where = Text("", "?", at, trouble.column + 1, at, 0, 0)
    report.add("yaml-syntax", trouble.message, where, hint=trouble.hint)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Where each key begins, and the text up to the next one; first, what stands before all."""
    begins = [found.start() for found in islice(_KEY.finditer(text), _MOST_PARTS)]
    if not begins or begins[0] > 0:
        begins.insert(0, 0)
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
        yield begin, text[begin:end]


def _not_a_mapping(part: str, nodes: list[Node]) -> Trouble | None:
    if all(isinstance(node, Fields) or (isinstance(node, Text) and node.blank) for node in nodes):
        return None
    found = _FIRST_WORDS.match(part)
    if found is None:
        return None
    return no_key(count_line_ends(part[: found.start("words")]), 0, found["words"])


def _entries(nodes: list[Node]) -> list[tuple[Text, Node]]:
    return [entry for node in nodes if isinstance(node, Fields) for entry in node.entries]


def _as_typed(part: str, *, start: int, line: int) -> list[tuple[Text, Text]]:
    """The key and its value as typed, without the quotes around it, if there is a key at all."""
    found = _KEY.match(part) or _GLUED.match(part)
    if found is None:
        return []
    return [(_text(found, "key", start, line), _text(found, "value", start, line))]


def _text(found: re.Match[str], name: str, start: int, line: int) -> Text:
    begin, end = found.span(name)
    typed = found[name].strip().strip("\"'")
    return Text(typed, "?", line, begin + 1, line, start + begin, start + end)
