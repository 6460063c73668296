"""What is found while a body is written as HTML: links, images, ids, headings, problems.

The HTML refers to findings by number (`data-n="3"` on links and images, a mark for ids and
labels); `fragment.py` cuts it there once it is clean.
"""

from html import escape

from lessongen.model.problem import Problem
from lessongen.model.value import value
from lessongen.parsing.body_text import BodyText

MARK = "\ufdd0"  # no character: neither Markdown nor an entity can bring it into a text
_MOST = 200  # problems of one body; more are no help

Attributes = tuple[tuple[str, str], ...]


@value
class FoundLink:
    """A link; its text is known when it closes, see `Findings.link_texts`."""

    target: str
    attributes: Attributes
    at: int


@value
class FoundImage:
    """An image; `alt` is None if none was given."""

    target: str
    alt: str | None
    attributes: Attributes
    at: int


@value
class FoundId:
    """An id attribute; empty where a heading will get one."""

    value: str
    at: int
    own: bool  # made here, not the author's


@value
class FoundHeading:
    """A heading; `id` is the number of its id."""

    level: int
    text: str
    explicit: bool
    id: int
    at: int


class Findings:
    """Everything found so far in one body."""

    __slots__ = ("headings", "ids", "images", "labels", "link_texts", "links", "problems", "source")

    def __init__(self, source: BodyText) -> None:
        self.source = source
        self.links: list[FoundLink] = []
        self.link_texts: list[str] = []
        self.images: list[FoundImage] = []
        self.ids: list[FoundId] = []
        self.headings: list[FoundHeading] = []
        self.labels: list[str] = []
        self.problems: list[Problem] = []

    def link(self, target: str, attributes: Attributes, at: int, text: str = "") -> str:
        """The start tag of a link."""
        number = len(self.links)
        self.links.append(FoundLink(target=target, attributes=attributes, at=at))
        self.link_texts.append(text)
        return f'<a href="{_url(target)}" data-n="{number}">'

    def image(self, target: str, alt: str | None, attributes: Attributes, at: int) -> str:
        """The tag of an image."""
        number = len(self.images)
        found = FoundImage(target=target, alt=alt, attributes=attributes, at=at)
        self.images.append(found)
        return f'<img src="{_url(target)}" data-n="{number}">'

    def id(self, value: str, at: int, *, own: bool = False) -> str:
        """An id attribute, with a mark for its value."""
        self.ids.append(FoundId(value=value, at=at, own=own))
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


def _url(target: str) -> str:
    return escape(target).replace("&lt;", "%3C").replace("&gt;", "%3E")
