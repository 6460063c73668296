"""Markdown for laws: blocks in blocks, every word of it once, and what authors never type."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from hypothesis import strategies as st

Lines: TypeAlias = list[str]
Draw: TypeAlias = Callable[[st.SearchStrategy[Lines]], Lines]

_DEEPEST = 3

# Every word is drawn once: where it turns up again, it is the same one.
words = st.lists(
    st.integers(0, 10**9).map(lambda number: f"w{number}"), min_size=1, max_size=4
).map(" ".join)
_inline = st.lists(
    st.one_of(
        words,
        words.map(lambda text: f"*{text}*"),
        words.map(lambda text: f"**{text}**"),
        words.map(lambda text: f"[{text}](b.md)"),
        words.map(lambda text: f"<kbd>{text}</kbd>"),
        st.sampled_from(["`code`", "[^1]", "![alt](x.png)", "&amp;", "\\*"]),
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
_paragraph = st.lists(_inline, min_size=1, max_size=3)


def _indented(lines: Sequence[str], first: str, other: str) -> Lines:
    return [(other if index else first) + line if line else "" for index, line in enumerate(lines)]


@st.composite
def _list(draw: st.DrawFn, depth: int) -> Lines:
    marker = draw(st.sampled_from(["- ", "* ", "-   ", "-\t", "1. ", "2) ", "10. "]))
    lines: Lines = []
    for _ in range(draw(st.integers(1, 3))):
        item = draw(blocks(depth + 1))
        lines += _indented(item, marker, " " * len(marker.expandtabs(4)))
        lines += draw(st.sampled_from([[], [""]]))
    return lines[:-1] if lines[-1] == "" else lines


@st.composite
def _quote(draw: st.DrawFn, depth: int) -> Lines:
    mark = draw(st.sampled_from(["> ", ">", ">\t"]))
    return [mark + line if line else ">" for line in draw(blocks(depth + 1))]


@st.composite
def _container(draw: st.DrawFn, depth: int) -> Lines:
    colons = ":" * (_DEEPEST + 4 - depth)
    title = draw(st.one_of(st.just(""), words))
    return [f"{colons} note {title}", *draw(blocks(depth + 1)), colons]


@st.composite
def _table(draw: st.DrawFn) -> Lines:
    width = draw(st.integers(1, 3))
    rows = draw(st.lists(st.lists(_inline, min_size=width, max_size=width), min_size=1, max_size=3))
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return [head, "|" + "---|" * width, *body]


def _leaf() -> st.SearchStrategy[Lines]:
    return st.one_of(
        _paragraph,
        st.tuples(st.integers(1, 6), _inline, st.sampled_from(["", " {#i}", " ##", "  "])).map(
            lambda parts: [f"{'#' * parts[0]} {parts[1]}{parts[2]}"]
        ),
        st.tuples(_paragraph, st.sampled_from(["===", "--- "])).map(
            lambda parts: [*parts[0], parts[1]]
        ),
        st.tuples(_inline, _inline).map(lambda pair: [f"> {pair[0]}", pair[1]]),  # lazy
        st.tuples(_inline, _inline).map(lambda pair: [f"- {pair[0]}", pair[1]]),
        _table(),
        words.map(lambda text: [f'![alt](x.png "{text}")']),
        words.map(lambda text: [f"<div>{text}</div>"]),
        st.sampled_from(
            [["```", "c1", "", "  c2", "```"], ["    c3", "", "\tc4"], ["***"], ["<!-- c5 -->"]]
        ),
    )


def _holder(depth: int) -> st.SearchStrategy[Lines]:
    inside = blocks(depth + 1)
    return st.one_of(
        _list(depth),
        _quote(depth),
        _container(depth),
        st.tuples(_inline, inside).map(lambda parts: [parts[0], *_indented(parts[1], ": ", "  ")]),
        inside.map(lambda lines: _indented(lines, "[^1]: ", "    ")),
    )


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> Lines:
    """Lines of one to three blocks with empty lines between them."""
    one = _leaf() if depth >= _DEEPEST else st.one_of(_leaf(), st.deferred(lambda: _holder(depth)))
    lines: Lines = []
    for block in draw(st.lists(one, min_size=1, max_size=3)):
        lines += [*block, ""]
    return lines[:-1]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Markdown as authors type it, with any kind of line ends."""
    line_end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    last = draw(st.sampled_from(["", line_end, line_end * 2]))
    return line_end.join(draw(blocks())) + last


_PIECES = (
    *("> ", "- ", "  ", "    ", "\t", "1. ", "# ", "## ", "\n", "\n\n", "\r\n", "\r", "a", "b c"),
    *(
        "*",
        "**",
        "`",
        "```\n",
        "~~~",
        "::: note T\n",
        ":::\n",
        "::::",
        "| a | b |\n",
        "|---|---|\n",
    ),
    *("[^1]", "[^1]: ", "[a](b)", "[a]: b\n", '![i](j "k")', "<b>", "</b>", "<div>", "</div>\n"),
    *("<table>", "<td>", "<!--", "-->", "<script>", "</script>", ": ", "~ ", "===\n", "---\n"),
    *(
        "{#x}",
        "\\",
        "&amp;",
        "&#",
        "<x y>",
        "  \n",
        "<p>",
        "<li>",
        "<ul>",
        "<details>",
        "<summary>",
    ),
    *(
        "<a href=x>",
        "</a>",
        "<h2>",
        "<pre>",
        "<?",
        "<![CDATA[",
        "]]>",
        "\u00a0",
        "é",
        "\0",
        "\ufeff",
    ),
)

# What nobody types: anything may meet anything.
soup = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=30).map("".join),
    st.text(
        alphabet=st.sampled_from("ab \t\n\r>-*+1.)(#`~:|[]!<>/^&;=\"'{}\\_%\u00a0é\0"), max_size=80
    ),
)
