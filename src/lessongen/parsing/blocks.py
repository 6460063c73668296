"""The blocks of a body as they can be shown by themselves: where each begins, and what is left."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from lessongen.model.document import Block, BlockKind, Part, Place, pieces
from lessongen.parsing.marks import URGENT
from lessongen.parsing.write_text import is_lone_image

if TYPE_CHECKING:
    from markdown_it.token import Token

    from lessongen.parsing.fragment import Cut
    from lessongen.parsing.page import Page

ITEM_DEPTH = 1  # elements that are open where an item of a list of the text itself begins

_KINDS: Mapping[str, BlockKind] = MappingProxyType(
    {
        "blockquote_open": "quote",
        "bullet_list_open": "frame",
        "code_block": "code",
        "container_open": "container",
        "dl_open": "terms",
        "fence": "code",
        "heading_open": "heading",
        "hr": "rule",
        "html_block": "html",
        "ordered_list_open": "frame",
        "paragraph_open": "paragraph",
        "table_open": "table",
    }
)
_LISTS = ("bullet_list_open", "ordered_list_open")
_BULLET = -1  # the number of an item that has none


def begin_block(page: "Page", tokens: "Sequence[Token]", index: int) -> None:
    """Notes the block that begins with this token, if one does: of the text itself, or an item.

    A note of the theme belongs to the block that it stands above.
    """
    token = tokens[index]
    if not page.html.elements.stack:
        if index and tokens[index - 1].type == URGENT:
            return
        place = index + 1 if token.type == URGENT else index
        kind = _kind(tokens, place)
        if kind is not None:
            page.begin(kind)
        if token.type in _LISTS:
            page.item = _first_number(token)
    elif token.type == "list_item_open":
        page.begin("item", page.item)
        page.item += page.item != _BULLET
    elif token.type in ("bullet_list_close", "ordered_list_close"):
        page.begin("frame")


def _kind(tokens: "Sequence[Token]", index: int) -> BlockKind | None:
    kind = _KINDS.get(tokens[index].type)
    return "image" if kind == "paragraph" and is_lone_image(tokens[index + 1]) else kind


def _first_number(opening: "Token") -> int:
    return int(opening.attrs.get("start", 1)) if opening.tag == "ol" else _BULLET


def blocks_of(begun: Sequence[tuple[BlockKind, int]], cut: "Cut") -> tuple[Block, ...]:
    """The blocks, with the places where they begin; those that show nothing become frames."""
    starts = [*cut.blocks, (len(cut.parts), 0)]
    return tuple(
        _block(kind, number, cut.parts, start, following)
        for (kind, number), (start, following) in zip(begun, pairwise(starts), strict=True)
    )


def _block(
    kind: BlockKind, number: int, parts: "Sequence[Part]", start: Place, following: Place
) -> Block:
    shown = pieces(parts, start, following)
    if _is_blank(shown):
        return ("frame", 0, *start)
    if kind == "heading":
        ids = (each[1] for each in shown if not isinstance(each, str) and each[0] == "id")
        number = next(ids, number)
    return (kind, number, *start)


def _is_blank(shown: "Sequence[Part]") -> bool:
    for each in shown:  # noqa: SIM110 (asked of every block, and a generator is dear)
        if not isinstance(each, str) or not each.isspace():
            return False
    return True
