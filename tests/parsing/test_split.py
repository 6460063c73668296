import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.model.source import SourceFile
from lessongen.parsing.split import FrontMatterText, split_front_matter


def split(text: str) -> FrontMatterText:
    """The text cut in two."""
    return split_front_matter(SourceFile(path="x.md", text=text, digest=""))


@pytest.mark.parametrize(
    ("text", "yaml", "body", "body_line"),
    [
        ("---\ntitle: A\n---\nBody.\n", "title: A\n", "Body.\n", 4),
        ("---\r\ntitle: A\r\n---\r\nBody.", "title: A\r\n", "Body.", 4),
        ("---\rtitle: A\r---\rBody.", "title: A\r", "Body.", 4),
        ("\ufeff---\ntitle: A\n---\nBody.", "title: A\n", "Body.", 4),
        ("---  \ntitle: A\n---\t\nBody.", "title: A\n", "Body.", 4),
        ("---\ntitle: A\n...\nBody.\n---\n", "title: A\n", "Body.\n---\n", 4),
        ("---\ntitle: A\n---", "title: A\n", "", 3),
        ("---\n---\n", "", "", 3),
        ("---\n---\nBody.", "", "Body.", 3),
        ("\n \n---\ntitle: A\n---\nBody.", "title: A\n", "Body.", 6),
        ("---\na: |\n  ---\n  b\n---\nBody.", "a: |\n  ---\n  b\n", "Body.", 6),
        ("---\na: b\n\nc: d\n---\nBody.\n\n---\n", "a: b\n\nc: d\n", "Body.\n\n---\n", 6),
        ("---\na: b --- c\nd: '---'\n---\nBody.", "a: b --- c\nd: '---'\n", "Body.", 5),
        ("---\na: b\u2028---\n---\nBody.", "a: b\u2028---\n", "Body.", 4),
        ("", "", "", 1),
        ("Body.\n---\n", "", "Body.\n---\n", 1),
        ("\ufeffBody.", "", "Body.", 1),
        (" ---\ntitle: A\n---\n", "", " ---\ntitle: A\n---\n", 1),
        ("---\n\nBody.", "", "---\n\nBody.", 1),
        ("---\n- item\n", "", "---\n- item\n", 1),
        ("\n---\n\nBody\n---\n", "", "\n---\n\nBody\n---\n", 1),
        ("--- a\nb: c\n---\n", "", "--- a\nb: c\n---\n", 1),
        ("+++\ntext\n+++\n", "", "+++\ntext\n+++\n", 1),
        ("--\nb: c\nno end", "", "--\nb: c\nno end", 1),
    ],
)
def test_a_file_is_cut_here(text: str, yaml: str, body: str, body_line: int) -> None:
    cut = split(text)
    assert cut.yaml == yaml
    assert text[cut.body_offset :] == body
    assert cut.body_line == body_line
    assert not cut.problems


@pytest.mark.parametrize(
    ("text", "yaml", "body", "line"),
    [
        ("---\ntitle: A\n\nBody.\n", "title: A\n", "\nBody.\n", 1),
        (
            "---\ntitle: A\ntags:\n- a\n  - b\n# c\nBody.",
            "title: A\ntags:\n- a\n  - b\n# c\n",
            "Body.",
            1,
        ),
        ("---\ntitle: A\n----\nBody.", "title: A\n", "Body.", 3),
        ("---\r\ntitle: A\r\n—\r\nBody.", "title: A\r\n", "Body.", 3),
        ("----\ntitle: A\n---\nBody.", "title: A\n", "Body.", 1),
        ("\n—-\ntitle: A\n—-\nBody.", "title: A\n", "Body.", 2),
        ("+++\ntitle = 'A'\n[x]\n+++\nBody.", "title : 'A'\n   \n", "Body.", 1),
    ],
)
def test_a_bad_fence_is_one_problem_and_the_rest_is_read(
    text: str, yaml: str, body: str, line: int
) -> None:
    cut = split(text)
    assert cut.yaml == yaml
    assert text[cut.body_offset :] == body
    assert [problem.code for problem in cut.problems] == ["yaml-syntax"]
    assert cut.problems[0].span.line == line


PIECES = st.sampled_from(
    ["---", "...", "----", "—", "+++", "title: A", "- x", "  y", "", "Body.", "a = 1", "\ufeff"]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\u2028"])


@given(st.lists(st.tuples(PIECES, ENDS), max_size=12))
@settings(derandomize=True, max_examples=400, deadline=None)
def test_offsets_and_lines_agree(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + end for piece, end in pieces)
    cut = split(text)

    def line_at(offset: int) -> int:
        before = text[:offset]
        return 1 + before.count("\n") + before.count("\r") - before.count("\r\n")

    assert cut.body_line == line_at(cut.body_offset)
    assert cut.start <= cut.start + len(cut.yaml) <= cut.body_offset
    if cut.found:
        assert cut.line == line_at(cut.start)
        assert len(text[cut.start :][: len(cut.yaml)]) == len(cut.yaml)
        if "+++" not in text:
            assert text[cut.start :].startswith(cut.yaml)
