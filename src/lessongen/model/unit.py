"""What a translator translates: one block, or one text of the front matter."""

from typing import Literal

from lessongen.model.source import Span
from lessongen.model.value import field, value

UnitKind = Literal[
    "title",
    "summary",
    "takeaway",
    "prompt",
    "epigraph",
    "section",
    "bio",
    "tag",
    "heading",
    "paragraph",
    "item",
    "quote",
    "row",
    "image",
    "code",
    "footnote",
    "definition",
]


@value
class Unit:
    """A unit's text and where each of its lines stands in the file.

    `ranges` are half-open character ranges in the file's text, one for each line of `text`:
    what lies between them (prefixes of quotes and lists, line ends) is not the unit's.
    """

    kind: UnitKind
    text: str
    plain: str  # as a reader sees it: no markup, no code, no targets
    ranges: tuple[tuple[int, int], ...]
    span: Span
    block: int = field(default=-1, compare=False)  # of `Body.blocks`, which shows it; -1: none
