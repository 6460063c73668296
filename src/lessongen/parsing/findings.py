"""What is found while a body is written as HTML: links, images, ids, headings, problems.

The HTML refers to findings by number (`data-n="3"` on links and images, a mark for ids and
labels); `fragment.py` cuts it there once it is clean.
"""

from dataclasses import dataclass, field

from lessongen.model.problem import Problem
from lessongen.parsing.body_text import BodyText

MARK = "\ufdd0"  # no character: neither Markdown nor an entity can bring it into a text
_MOST = 200  # problems of one body; more are no help

Attributes = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class FoundLink:
    """A link; its text is known when it closes."""

    target: str
    attributes: Attributes
    at: int
    text: str = ""


@dataclass(slots=True)
class FoundImage:
    """An image; `alt` is None if none was given."""

    target: str
    alt: str | None
    attributes: Attributes
    at: int


@dataclass(slots=True)
class FoundId:
    """An id attribute; empty until headings get theirs."""

    value: str
    at: int
    own: bool = False  # made here, not the author's


@dataclass(slots=True)
class FoundHeading:
    """A heading; `id` is the number of its id."""

    level: int
    text: str
    explicit: bool
    id: int
    at: int


@dataclass(slots=True)
class Findings:
    """Everything found so far in one body."""

    source: BodyText
    links: list[FoundLink] = field(default_factory=list)
    images: list[FoundImage] = field(default_factory=list)
    ids: list[FoundId] = field(default_factory=list)
    headings: list[FoundHeading] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def id(self, value: str, at: int, *, own: bool = False) -> str:
        """An id attribute, with a mark for its value."""
        self.ids.append(FoundId(value, at, own))
        return f' id="{MARK}i{len(self.ids) - 1};"'

    def label(self, kind: str) -> str:
        """A mark for a word of the theme."""
        if kind not in self.labels:
            self.labels.append(kind)
        return f"{MARK}t{self.labels.index(kind)};"

    @property
    def full(self) -> bool:
        """Whether no more problems are taken."""
        return len(self.problems) >= _MOST

    def report(self, code: str, message: str, at: int, hint: str = "") -> None:
        """Adds a warning."""
        if not self.full:
            span = self.source.span(at)
            self.problems.append(
                Problem(code=code, severity="warning", message=message, span=span, hint=hint)
            )

    def report_once(self, code: str, message: str, at: int, hint: str = "") -> None:
        """Adds a warning unless this body has the same one already."""
        if not any(each.code == code and each.message == message for each in self.problems):
            self.report(code, message, at, hint)
