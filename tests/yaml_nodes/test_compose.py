import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.yaml_nodes.compose import compose
from lessongen.yaml_nodes.nodes import Fields, Items, Node, Text
from lessongen.yaml_nodes.report import Report

LINE_END = re.compile(r"\r\n|\r|\n")


def read(text: str, *, start: int = 0, line: int = 1) -> tuple[Node | None, Report]:
    """The document's root, and the report on it."""
    report = Report("x.yaml")
    return compose(text, report, start=start, line=line), report


def codes(report: Report) -> list[str]:
    """The codes of the problems, in order."""
    return [problem.code for problem in report.problems]


def field(root: Node | None, name: str) -> Node:
    """The value of a key at the top."""
    assert isinstance(root, Fields)
    return {key.text: node for key, node in root.entries}[name]


def text(root: Node | None, name: str) -> str:
    """The text of a key at the top."""
    node = field(root, name)
    assert isinstance(node, Text)
    return node.text


def texts(node: Node | None) -> list[Text]:
    """Every text below a node, keys too."""
    if node is None or isinstance(node, Text):
        return [node] if node else []
    if isinstance(node, Items):
        return [found for item in node.nodes for found in texts(item)]
    return [found for entry in node.entries for part in entry for found in texts(part)]


@pytest.mark.parametrize(
    "typed",
    ["No", "yes", "null", "~", "1:30", "2026", "0x1F", "1_000", "2026-11-21", "1e3", ".inf", "on"],
)
def test_a_text_stays_as_it_was_typed(typed: str) -> None:
    root, report = read(f"title: {typed}\n")
    assert text(root, "title") == typed
    assert not report.problems


def test_positions_count_from_the_start_of_the_file() -> None:
    root, _ = read('title: "Á"  # why\ntags:\n  - 😀 b\n', start=100, line=7)
    title, tags = field(root, "title"), field(root, "tags")
    assert title == Text("Á", '"', 7, 8, 7, 107, 110)
    assert isinstance(tags, Items)
    assert tags.nodes == (Text("😀 b", "", 9, 5, 9, 128, 131),)


def test_a_byte_order_mark_is_no_column_but_a_character_of_the_file() -> None:
    root, _ = read("\ufefftitle: A\n")
    assert field(root, "title") == Text("A", "", 1, 8, 1, 8, 9)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_an_editor(end: str) -> None:
    root, report = read(end.join(["a: b\u2028c: d\x85e", "f: g", ""]))
    assert text(root, "f") == "g"
    assert texts(root)[-1].line == 2
    assert codes(report) == ["yaml-syntax"]  # ": " inside the text of line 1
    assert report.problems[0].span.line == 1
    assert report.problems[0].span.column == 7


@pytest.mark.parametrize("false_end", ["\u2028", "\u2029", "\x85"])
def test_separators_that_no_editor_shows_stay_in_their_text(false_end: str) -> None:
    root, report = read(f"a: one{false_end}two\nb: three\n")
    assert text(root, "a") == f"one{false_end}two"
    assert field(root, "b") == Text("three", "", 2, 4, 2, 14, 19)
    assert not report.problems


PLAIN = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "So"), include_characters="\u2028 "),
    min_size=1,
    max_size=12,
).map(lambda word: f"x{word}x")


@given(
    st.lists(PLAIN, min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["{}", '"{}"', "'{}'", "[{}]", "{{a: {}}}", "\n  - {}", "\n  a: {}"]),
    st.text("\ufeff", max_size=1),
)
@settings(derandomize=True, max_examples=150, deadline=None)
def test_a_text_stands_where_its_node_says(
    words: list[str], end: str, form: str, mark: str
) -> None:
    lines = [f"key{i}: {form.format(word)}".replace("\n", end) for i, word in enumerate(words)]
    file = mark + end.join(lines)
    root, report = read(file)
    assert not report.problems
    assert [node.text for node in texts(root) if node.text.startswith("x")] == words
    by_line = LINE_END.split(file.removeprefix(mark))
    for node in texts(root):
        assert node.text in file[node.start : node.end]
        assert by_line[node.line - 1][node.column - 1 :].startswith(file[node.start : node.end])


@pytest.fixture(params=[True, False], ids=["libyaml", "pure Python"])
def with_libyaml(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both parsers of PyYAML; the pure one serves where there is no compiled one."""
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param)
    return bool(request.param)


SIGNS = st.sampled_from(
    [*"-:?,[]{}#&*!|>'\"%@`~<=+ \n\t\r\\", ": ", " #", "- ", "\n---\n", "\n...\n", "\r\n", "<<: "]
)
WORDS = st.one_of(SIGNS, st.text(st.characters(exclude_categories=()), max_size=3))


@pytest.mark.usefixtures("with_libyaml")
def test_no_text_raises() -> None:
    @given(st.lists(WORDS, max_size=30).map("".join))
    @settings(derandomize=True, max_examples=300, deadline=None)
    def law(document: str) -> None:
        _, report = read(document)
        for problem in report.problems:
            assert 1 <= problem.span.line <= len(LINE_END.split(document))
            assert problem.span.column >= 1
            assert problem.severity == "error"

    law()


GOOD = """\
title: "A: b"
summary: 'It''s'
takeaways:
  - id: one
    text: >-
      folded
      text
  - No
credits: [{person: ana, role: editor}, José]
epigraph:
  text: |
    kept

    text
"""


def test_both_parsers_see_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled, _ = read(GOOD)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    pure, report = read(GOOD)
    assert [node[:4] for node in texts(pure)] == [node[:4] for node in texts(compiled)]
    assert not report.problems


@pytest.mark.usefixtures("with_libyaml")
@pytest.mark.parametrize("opening", ["[", "{", "- ", "{a: ", "[[", "? "])
def test_deep_nesting_is_refused_and_the_rest_read(opening: str) -> None:
    root, report = read(f"a:\n  {opening * 20_000}\nb: c\n")
    assert codes(report) == ["yaml-syntax"]
    assert text(root, "b") == "c"


@pytest.mark.usefixtures("with_libyaml")
def test_a_bomb_of_aliases_does_not_go_off() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    root, report = read("\n".join(lines))
    assert len(texts(root)) < 300
    assert set(codes(report)) == {"yaml-syntax"}


def test_an_alias_to_itself_is_a_text() -> None:
    root, report = read("a: &a [*a]\n")
    assert [node.text for node in texts(root)] == ["a", "*a"]
    assert codes(report) == ["yaml-syntax", "yaml-syntax"]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\ud800", "\ufffe"])
def test_a_control_character_is_shown_its_place(character: str) -> None:
    root, report = read(f"title: A\nsummary: one{character}two\nlesson: 2\n")
    assert codes(report) == ["yaml-syntax"]
    assert (report.problems[0].span.line, report.problems[0].span.column) == (2, 13)
    assert text(root, "summary") == "one\ufffdtwo"
    assert text(root, "lesson") == "2"


def test_the_escape_of_a_control_character_is_no_way_around() -> None:
    root, report = read('title: "a\\0b\\x07"\n')
    assert text(root, "title") == "a\ufffdb\ufffd"
    assert codes(report) == ["yaml-syntax"]


def test_an_escape_of_a_space_or_a_letter_is_fine() -> None:
    root, report = read('title: "a\\_b\\u00e9\\tc"\n')
    assert text(root, "title") == "a\xa0bé\tc"
    assert not report.problems


def test_the_same_key_in_two_spellings_of_an_accent_is_one_key() -> None:
    root, report = read("cafe\u0301: 1\ncaf\u00e9: 2\n")
    assert text(root, "caf\u00e9") == "1"
    assert codes(report) == ["duplicate-key"]
    assert report.problems[0].span.line == 2
    assert [span.line for span in report.problems[0].related] == [1]


def test_a_document_of_many_megabytes_is_not_read() -> None:
    root, report = read("a: x\n" * 300_000)
    assert root is None
    assert codes(report) == ["yaml-syntax"]


def test_of_a_flood_the_first_problems_are_shown_and_the_others_counted() -> None:
    _, report = read("a: x\n" * 501)
    assert len(report.problems) == 101
    assert report.problems[-1].message == "400 more problems in this file are not shown"


def test_a_second_document_is_refused() -> None:
    root, report = read("---\na: b\n---\nc: d\n")
    assert codes(report) == ["yaml-syntax"]
    assert report.problems[0].span.line == 3
    assert text(root, "a") == "b"


def test_what_can_be_read_of_a_broken_document_is_read() -> None:
    root, report = read("title: One: two\nlesson: 2\ntags: [a, b\nslug: x\n")
    assert codes(report) == ["yaml-syntax", "yaml-syntax"]
    assert [problem.span.line for problem in report.problems] == [1, 3]
    assert text(root, "title") == "One: two"
    assert text(root, "lesson") == "2"
    assert text(root, "slug") == "x"


def test_nothing_is_nothing() -> None:
    for nothing in ("", " \n\n", "# a comment\n", "---\n"):
        root, report = read(nothing)
        assert root is None or (isinstance(root, Text) and root.blank)
        assert not report.problems


def test_numbers_of_an_empty_list_are_no_text() -> None:
    root, _ = read("a: []\nb: {}\nc:\n")
    assert field(root, "a") == Items((), 1, 4)
    assert field(root, "b") == Fields((), 2, 4)
    assert isinstance(field(root, "c"), Text)
