"""Collects what is wrong with one file while it is read, and where its keys stand."""

from collections.abc import Iterable
from itertools import pairwise

from lessongen.model.problem import Problem, Severity
from lessongen.model.source import Span
from lessongen.model.spans import Spans, Spot
from lessongen.model.suggestion import did_you_mean
from lessongen.yaml_nodes.nodes import Node, Text

_MOST = 100  # problems shown for one file; a file with more is not a typing mistake
_LONGEST_NAME = 60  # nobody mistypes a sentence; comparing long texts is slow


class Report:
    """The problems of one file, and the places of its keys by dotted name ("takeaways.0")."""

    __slots__ = ("_spots", "found", "left_out", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self._spots: dict[str, Spot] = {}
        self.found: list[Problem] = []
        self.left_out = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems so far; of a flood, the first ones and their number."""
        if not self.left_out:
            return tuple(self.found)
        last = self.found[-1]
        rest = Problem(
            code=last.code,
            severity="error",
            message=f"{self.left_out} more problems in this file are not shown",
            span=last.span,
            hint="correct the ones above first",
        )
        return (*self.found, rest)

    @property
    def spans(self) -> Spans:
        """Where the keys stand that were placed so far."""
        return Spans(path=self.path, spots=self._spots)

    def span(self, node: Node) -> Span:
        """Where a node stands."""
        line, column, end_line = _spot(node)
        return Span(path=self.path, line=line, column=column, end_line=end_line)

    def place(self, name: str, node: Node) -> None:
        """Remember where a key's value or a list's item stands."""
        self._spots[name] = _spot(node)

    def listening_to(self, node: Node) -> "Report":
        """This report, or for a text saved from broken YAML one that nobody reads."""
        if type(node) is Text and node.style == "?":
            return Report(self.path)
        return self

    def add(
        self,
        code: str,
        message: str,
        where: Node | Span,
        *,
        hint: str = "",
        related: Iterable[Span] = (),
        severity: Severity = "error",
    ) -> None:
        """Add a problem."""
        self._keep(
            Problem(
                code=code,
                severity=severity,
                message=message,
                span=where if isinstance(where, Span) else self.span(where),
                hint=hint,
                related=tuple(related),
            )
        )

    def take(self, other: "Report") -> None:
        """Add what another report on the same file found."""
        for problem in other.found:
            self._keep(problem)
        self.left_out += other.left_out

    def _keep(self, problem: Problem) -> None:
        if len(self.found) < _MOST:
            self.found.append(problem)
        else:
            self.left_out += 1

    def wrong_type(self, name: str, expected: str, node: Node, hint: str = "") -> None:
        """Add that a value is not of the kind that its key takes."""
        self.add("wrong-type", f"{shown(name)} must be {expected}", node, hint=hint)

    def bad_value(self, name: str, complaint: str, where: Node | Span, hint: str = "") -> None:
        """Add that a value is of the right kind, but not one that its key can take."""
        self.add("bad-value", f"{shown(name)} {complaint}", where, hint=hint)

    def unknown_key(self, key: Text, known: Iterable[str], hint: str = "") -> str:
        """Add that a key is unknown; back comes the one that was probably meant, or nothing."""
        names = tuple(known)
        if not hint and key.text == "<<":
            hint = "merge keys are not supported; write the keys out"
        guess = "" if hint or self.left_out else meant(key.text, names)
        hint = hint or guess or f"known keys: {', '.join(names)}"
        self.add("unknown-key", f'unknown key "{shorten(key.text)}"', key, hint=hint)
        return next((name for name in names if f'"{name}"' in guess), "")


def _spot(node: Node) -> Spot:
    end = node.end_line if isinstance(node, Text) and node.end_line > node.line else 0
    return node.line, node.column, end


def meant(word: str, names: Iterable[str]) -> str:
    """A hint that names the nearest name, or nothing."""
    return did_you_mean(word.strip().casefold(), names) if len(word) <= _LONGEST_NAME else ""


def shorten(text: str, length: int = 60) -> str:
    r"""The beginning of a text, on one line, to be shown in a message.

    >>> shorten("one\ntwo", 5)
    'one …'
    """
    flat = " ".join(text[: length * 4].split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"


def shown(name: str) -> str:
    """A dotted name as an author would say it.

    >>> shown("title"), shown("takeaways.0"), shown("sections.1.title")
    ('"title"', 'item 1 of "takeaways"', '"title" in item 2 of "sections"')
    """
    words: list[str] = []
    for part in reversed(name.split(".")):
        if part.isdigit() and "." in name:
            words.append(f"item {int(part) + 1}")
        else:
            words.append(f'"{shorten(part)}"')
    text = words[0]
    for before, word in pairwise(words):
        text += (" of " if before.startswith("item") else " in ") + word
    return text
