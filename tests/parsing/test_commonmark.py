"""All examples of the CommonMark specification, and exactly those that lessons show otherwise."""

import json
import re
from html import unescape
from typing import TypedDict
from urllib.parse import unquote

import nh3
import pytest

from lessongen.parsing.markdown import commonmark_html
from tests.parsing.bodies import page
from tests.tools import ROOT, requires

EXAMPLES = ROOT / "tests" / "cases" / "commonmark" / "examples-0.31.2.json"
GUIDE = ROOT / "docs" / "markdown.md"

_BLOCKS = "p|ul|ol|li|blockquote|h[1-6]|hr|pre|table|tbody|tr|td|figure|figcaption|br"
_AROUND_BLOCKS = re.compile(rf"\s*(</?(?:{_BLOCKS})\b[^>]*>)\s*")
_TAGS = nh3.ALLOWED_TAGS
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "code": {"class"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}


class Example(TypedDict):
    """One example of the specification."""

    example: int
    section: str
    markdown: str
    html: str


def examples() -> list[Example]:
    """All of them."""
    found: list[Example] = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return found


def test_the_examples_are_all_there() -> None:
    assert [each["example"] for each in examples()] == list(range(1, 653))


def test_the_examples_are_those_of_the_specification_itself() -> None:
    spec = requires("commonmark-spec").read_text(encoding="utf-8").replace("→", "\t")
    pattern = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
    found = pattern.findall(spec.partition("<!-- END TESTS -->")[0])
    assert found == [(each["markdown"], each["html"]) for each in examples()]


@pytest.mark.parametrize("section", dict.fromkeys(each["section"] for each in examples()))
def test_the_parser_without_extensions_follows_the_specification(section: str) -> None:
    for each in examples():
        if each["section"] == section:
            # White space between blocks means nothing, as the specification's own runner has it.
            html = commonmark_html(each["markdown"]).replace("<blockquote></", "<blockquote>\n</")
            assert html == each["html"], each["example"]


def test_lessons_differ_where_the_guide_says() -> None:
    differing = {each["example"] for each in examples() if _differs(each)}
    assert differing == documented()


def documented() -> set[int]:
    """The numbers that the table in docs/markdown.md names, as in "148, 572–577"."""
    rows = re.findall(r"^\|[^|]+\| ([0-9][0-9, –]*) \|$", GUIDE.read_text("utf-8"), re.MULTILINE)
    numbers: set[int] = set()
    for part in ", ".join(rows).split(", "):
        first, _, last = part.partition("–")
        numbers.update(range(int(first), int(last or first) + 1))
    return numbers


def _differs(example: Example) -> bool:
    expected = example["html"]
    if "<h1>" in expected:  # no heading is the page's title: all go down by one
        expected = re.sub(r"(</?h)([1-5])", lambda tag: f"{tag[1]}{int(tag[2]) + 1}", expected)
    return _essence(expected) != _essence(page(example["markdown"]))


def _essence(html: str) -> str:
    """What counts: no ids and such, no white space between blocks, targets decoded."""
    html = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
    html = re.sub('(href|src)="([^"]*)"', lambda found: f"{found[1]}={unquote(found[2])}", html)
    html = unescape(html)
    html = re.sub("[ \n]+", " ", html.replace(' alt=""', ""))
    return _AROUND_BLOCKS.sub(r"\1", html).strip()
