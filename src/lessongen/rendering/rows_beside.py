"""Two texts side by side: each row a piece of both that stands alone, and is valid HTML."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lessongen.model.document import Block
from lessongen.model.view_beside import BesideRows
from lessongen.model.view_pieces import BodyView
from lessongen.rendering.filling import Phrases, fill_blocks

# What says the same in every language if it is the same: shown once, not twice.
_WITHOUT_LANGUAGE = frozenset({"code", "image", "rule"})
_LISTED = frozenset({"item", "footnote"})
_LIST_TAGS = ("<ul>\n", "</ul>\n")


class RowBeside(NamedTuple):
    """A row. Either side may be empty; `once`: the reader's own side says it for both."""

    anchor: str  # of the first paragraph; "": none of them is in the reader's text
    anchors: tuple[str, ...]  # of further paragraphs
    number: int  # of the first paragraph, as the reader's text counts; 0: none
    kind: str  # of its first block: "paragraph", "heading", "item", …
    own: str  # HTML
    other: str
    once: bool
    open: bool  # headings: on a phone, too, both are shown
    behind: bool  # the source has changed since it was translated


Filled = tuple[BodyView, Phrases]  # a text, and the theme's part in it


def rows_beside(rows: BesideRows, own: Filled, other: Filled) -> Iterator[RowBeside]:
    """The rows of a page, with the reader's own text and the other one."""
    here, there = _Blocks(*own), _Blocks(*other)
    for first, last, other_first, other_last, behind in rows.rows:
        if rows.turned:
            ours, theirs = here.shown(other_first, other_last), there.shown(first, last)
        else:
            ours, theirs = here.shown(first, last), there.shown(other_first, other_last)
        yield _row(here, there, ours, theirs, behind)


class _Blocks:
    """One of the two texts, block by block."""

    def __init__(self, body: BodyView, phrases: Phrases) -> None:
        blocks = body.body.blocks
        self.kinds = [kind for kind, *_ in blocks]
        self.numbers = _numbers(self.kinds)
        self._blocks = blocks
        self._html = fill_blocks(body, phrases)
        self._ids = frozenset(body.ids)

    def shown(self, first: int, last: int) -> Sequence[int]:
        """The blocks of a range that can be shown alone."""
        kinds = self.kinds
        return [n for n in range(first, last) if kinds[n] != "frame"]

    def html(self, shown: Sequence[int]) -> str:
        """Some blocks as HTML: items stand in lists that go on counting."""
        if len(shown) == 1 and self.kinds[shown[0]] not in _LISTED:  # most rows
            return self._html[shown[0]]
        return "".join(_in_lists([(self._blocks[n], self._html[n]) for n in shown]))

    def anchor(self, block: int) -> str:
        """The id of a paragraph, which no heading has."""
        name = f"p{self.numbers[block]}"
        while name in self._ids:
            name += "."
        return name


def _numbers(kinds: Sequence[str]) -> Sequence[int]:
    """Which paragraph each block is, as a reader counts: frames are none."""
    numbers, number = [], 0
    for kind in kinds:
        number += kind != "frame"
        numbers.append(number)
    return numbers


def _row(
    own: _Blocks,
    other: _Blocks,
    ours: Sequence[int],
    theirs: Sequence[int],
    behind: bool,  # noqa: FBT001 one of a row's five numbers
) -> RowBeside:
    html, other_html = own.html(ours), other.html(theirs)
    kinds = [own.kinds[n] for n in ours] + [other.kinds[n] for n in theirs]
    return RowBeside(
        own.anchor(ours[0]) if ours else "",
        tuple([own.anchor(n) for n in ours[1:]]),
        own.numbers[ours[0]] if ours else 0,
        kinds[0],
        html,
        other_html,
        html == other_html and _WITHOUT_LANGUAGE.issuperset(kinds),
        kinds.count("heading") == len(kinds),
        behind,
    )


def _in_lists(blocks: Sequence[tuple[Block, str]]) -> Iterator[str]:
    """The HTML of blocks, with a list around those items that follow one another."""
    end = ""
    expected = 0
    for (kind, number, *_), html in blocks:
        is_item = kind in _LISTED
        if end and not (is_item and number == expected):
            yield end
            end = ""
        if is_item and not end:
            start, end = _list_tags(kind, number)
            yield start
        if is_item:
            expected = number + 1 if number >= 0 else number
        yield html
    yield end


def _list_tags(kind: str, number: int) -> tuple[str, str]:
    if kind == "item" and number < 0:
        return _LIST_TAGS
    start = "" if number == 1 else f' start="{number}"'
    name = ' class="footnotes"' if kind == "footnote" else ""
    return f"<ol{name}{start}>\n", "</ol>\n"
