"""The blocks of a body: each of them can be shown by itself."""

import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from lessongen.model.document import Block, Body, Hole, Part, pieces
from lessongen.model.source import SourceFile
from lessongen.parsing.document import parse_document
from tests.parsing.bodies import filling, parsed
from tests.parsing.markdown_strategies import documents, soup

SLOW = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
VOID = {"area", "br", "col", "hr", "img", "input", "wbr"}
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)(?:[^<>\"]|\"[^\"]*\")*>")


def shown(body: Body) -> list[tuple[str, str]]:
    """Kind and HTML of each block."""
    return [
        (block[0], "".join(each if isinstance(each, str) else filling(body, each) for each in part))
        for block, part in zip(body.blocks, parts_of(body), strict=True)
    ]


def parts_of(body: Body) -> list[list[Part]]:
    ends = (len(body.html.parts), 0)
    places = [*((part, at) for _, _, part, at in body.blocks), ends]
    return [pieces(body.html.parts, *each) for each in pairwise(places)]


def kinds(text: str) -> list[tuple[str, int]]:
    """Kind and number of the blocks that can be shown alone."""
    return [block[:2] for block in parsed(text).body.blocks if block[0] != "frame"]


def is_balanced(html: str) -> bool:
    """Whether every tag that opens closes, in order."""
    stack: list[str] = []
    for closing, name in TAG.findall(html):
        if not closing and name not in VOID:
            stack.append(name)
        elif closing and (not stack or stack.pop() != name):
            return False
    return not stack


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\nb", [("paragraph", 0), ("paragraph", 0)]),
        ("# A\n\n### B", [("heading", 0), ("heading", 1)]),
        ("- a\n- b", [("item", -1), ("item", -1)]),
        ("3. a\n3. b", [("item", 3), ("item", 4)]),
        ("0. a\n1. b", [("item", 0), ("item", 1)]),
        ("- a\n\n  b\n\n  - c\n\n  ```\n  d\n  ```", [("item", -1)]),
        ("> a\n>\n> - b", [("quote", 0)]),
        ("```\na\n```\n\n    b", [("code", 0), ("code", 0)]),
        ("| a |\n|---|\n| b |", [("table", 0)]),
        ("a\n: b\n\nc\n: d", [("terms", 0)]),
        ("::: tip\na\n\nb\n:::", [("container", 0)]),
        (
            '![a](x.png)\n\n![a](x.png "b")\n\n![a](x.png) c',
            [("image", 0)] * 2 + [("paragraph", 0)],
        ),
        ("***", [("rule", 0)]),
        ("<!-- nothing -->\n\na", [("paragraph", 0)]),
        ("<div>\n\na\n\nb\n\n</div>\n\nc", [("html", 0), ("paragraph", 0)]),
        ("a[^1] b[^2]\n\n[^2]: c\n[^1]: d", [("paragraph", 0), ("footnote", 1), ("footnote", 2)]),
        ("a\n\n[^1]: nobody refers to it", [("paragraph", 0)]),
        ("", []),
    ],
)
def test_blocks_and_their_numbers(text: str, found: list[tuple[str, int]]) -> None:
    assert kinds(text) == found


def test_a_title_that_stands_again_is_no_block() -> None:
    blocks = parsed("# The title\n\na", title="The title").body.blocks
    assert [block[0] for block in blocks] == ["frame", "paragraph"]


def test_an_item_is_shown_without_the_list_around_it() -> None:
    body = parsed("a\n\n2. b\n3. c\n\nd").body
    assert shown(body) == [
        ("paragraph", "<p>a</p>\n"),
        ("frame", '<ol start="2">'),
        ("item", "<li>b\n</li>\n"),
        ("item", "<li>c\n</li>\n"),
        ("frame", "</ol>\n"),
        ("paragraph", "<p>d</p>\n"),
    ]


def test_a_block_that_begins_with_a_hole_is_whole() -> None:
    body = parsed('<img src="x.png" alt="">\n\n[a](b.md) c').body
    assert shown(body) == [
        ("html", '<img src="x.png" alt="">\n'),
        ("paragraph", '<p><a href="b.md">a</a> c</p>\n'),
    ]


def test_units_know_the_block_that_shows_them() -> None:
    text = (
        "[^1]: note\n\n    - in it\n\na[^1]\n\n- b\n\n  c\n\n| d |\n|---|\n| e |\n\n# t\n\n[^9]: f"
    )
    result = parsed(text, title="t")
    blocks = result.body.blocks
    found = {unit.text: blocks[unit.block][0] for unit in result.units}
    footnotes = dict.fromkeys(("note", "in it"), "footnote")
    inside = {"a[^1]": "paragraph", "b": "item", "c": "item", "| d |": "table", "| e |": "table"}
    assert found == footnotes | inside | {"t": "frame", "f": "frame"}


def test_a_note_of_the_theme_belongs_to_the_block_below_it() -> None:
    text = "a\n\nb\n\n- c\n\n## d\n"
    file = SourceFile(path="content/en/x.md", text=text, digest="")

    def blocks(marked: tuple[int, ...]) -> tuple[Block, ...]:
        made = parse_document(file, locale="en", key="x", kind="page", marked=marked)
        return made.value.document.body.blocks

    assert [block[:2] for block in blocks((3, 5, 7))] == [block[:2] for block in blocks(())]


@settings(max_examples=300)
@given(soup)
def test_the_blocks_of_anything_are_all_of_it(text: str) -> None:
    check_blocks(parsed(text).body)


@SLOW
@given(documents())
def test_the_blocks_of_a_document_are_all_of_it(text: str) -> None:
    result = parsed(text)
    check_blocks(result.body)
    html = [html for _, html in shown(result.body)]
    for unit in result.units:
        if unit.kind not in ("code", "image") and result.body.blocks[unit.block][0] != "frame":
            assert set(re.findall("w[0-9]+", unit.plain)) <= set(
                re.findall("w[0-9]+", html[unit.block])
            )


def check_blocks(body: Body) -> None:
    """Blocks follow one another without a gap, and each is well-formed by itself."""
    places = [(part, at) for _, _, part, at in body.blocks]
    assert places == sorted(places)
    written = [part for each in parts_of(body) for part in each]
    assert texts(written) == texts(body.html.parts)
    for kind, html in shown(body):
        if kind != "frame":
            assert html.strip()
            assert is_balanced(html), html


def texts(parts: list[Part] | tuple[Part, ...]) -> str:
    """Parts as one text, wherever they are cut."""
    return "".join(str(part) if isinstance(part, str) else _named(part) for part in parts)


def _named(hole: Hole) -> str:
    return f"{{{hole[0]} {hole[1]}}}"
