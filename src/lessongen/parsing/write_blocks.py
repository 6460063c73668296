"""Blocks to HTML and to units: one rule for each kind of token, in one table."""

from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING

from lessongen.model.unit import UnitKind
from lessongen.parsing.blocks import ITEM_DEPTH, begin_block
from lessongen.parsing.body_text import Places
from lessongen.parsing.footnotes import Definition, definition_end
from lessongen.parsing.marks import URGENT, write_mark
from lessongen.parsing.page import Page
from lessongen.parsing.write_containers import end_container, start_container
from lessongen.parsing.write_footnotes import write_footnotes
from lessongen.parsing.write_html import nfc
from lessongen.parsing.write_tables import end_row, end_table, start_row, start_table, write_cell
from lessongen.parsing.write_text import write_heading, write_paragraph, write_term

if TYPE_CHECKING:
    from markdown_it.token import Token

    from lessongen.parsing.page import BlockRule

# Blocks that hold blocks: the element, and what a paragraph in it is.
_HOLDERS: Mapping[str, tuple[str, UnitKind | None]] = MappingProxyType(
    {
        "blockquote": ("blockquote", "quote"),
        "bullet_list": ("ul", None),
        "dd": ("dd", "definition"),
        "dl": ("dl", None),
        "list_item": ("li", "item"),
        "ordered_list": ("ol", None),
        "tbody": ("tbody", None),
        "thead": ("thead", None),
    }
)


def write_body(page: Page, tokens: "Sequence[Token]") -> str:
    """The HTML of a whole body, well-formed, not yet clean."""
    for index, token in enumerate(tokens):
        if token.type == "footnote_reference_open":
            inside = tokens[index + 1 : definition_end(tokens, index)]
            at = page.source.text.find("[^", page.line_start(token))
            page.footnotes.define(Definition(label=token.meta["label"], tokens=inside, at=at))
    _write(page, tokens)
    page.html.end_raw()
    write_footnotes(page, _write)
    page.words += page.inline.code_words
    return "".join(page.html.out)


def _write(page: Page, tokens: "Sequence[Token]") -> None:
    index = 0
    open_elements = page.html.elements.stack
    while index < len(tokens):
        if len(open_elements) <= ITEM_DEPTH:
            begin_block(page, tokens, index)
        index = _RULES[tokens[index].type](page, tokens, index)


def _start(page: Page, tokens: "Sequence[Token]", index: int) -> int:
    token = tokens[index]
    name, around = _HOLDERS[token.type.removesuffix("_open")]
    start = token.attrs.get("start")
    page.html.open(name, "" if start is None else f' start="{start}"')
    if around:
        page.around.append(around)
    return index + 1


def _end(page: Page, tokens: "Sequence[Token]", index: int) -> int:
    name, around = _HOLDERS[tokens[index].type.removesuffix("_close")]
    page.html.close(name)
    page.html.out.append("\n")
    if around:
        page.around.pop()
    return index + 1


def _write_code(page: Page, tokens: "Sequence[Token]", index: int) -> int:
    token = tokens[index]
    first = token.map[0] if token.map else 0
    opening = "<code>"
    if token.type == "fence":
        first += 1
        _report_unclosed(page, token)
        language = _language(token.info)
        opening = f'<code class="language-{escape(language)}">' if language else opening
    code = escape(nfc(token.content), quote=False)
    # Long lines scroll, also by keyboard.
    page.html.void("pre", f'<pre tabindex="0">{opening}{code}</code></pre>\n')
    if token.content.strip():
        page.units.add("code", page.source.block_lines(first, token.content), "")
    return index + 1


def _report_unclosed(page: Page, fence: "Token") -> None:
    """Reports a fence that only the end of the text, a list or a quote closes."""
    first, past = fence.map or (0, 0)
    last = page.source.line_text(past - 1).strip(" \t>")
    if past - first > 1 and last.startswith(fence.markup) and not last.strip(fence.markup[0]):
        return
    message = f"this code is never closed with {fence.markup}: what follows it is code, too"
    hint = f"write {fence.markup} on a line of its own where it ends"
    at = page.source.text.find(fence.markup, page.line_start(fence))
    page.findings.report("unclosed-fence", message, at, hint)


def _language(info: str) -> str:
    from markdown_it.common.utils import unescapeAll

    words = unescapeAll(info).split()
    return words[0] if words else ""


def _write_raw(page: Page, tokens: "Sequence[Token]", index: int) -> int:
    token = tokens[index]
    content = _without_blank_end(token.content)
    lines = page.source.block_lines(token.map[0] if token.map else 0, content)
    from lessongen.parsing.write_raw_html import write_raw  # few lessons have raw HTML

    first = len(page.html.plain)
    if write_raw(page.html, content, Places(content, [start for start, _ in lines])):
        page.unit("code", lines, " ".join("".join(page.html.plain[first:]).split()))
    page.html.space("\n")
    return index + 1


def _without_blank_end(content: str) -> str:
    end = content.find("\n", len(content.rstrip(" \t\n")))
    return content if end < 0 else content[:end]


def _write_rule(page: Page, _tokens: "Sequence[Token]", index: int) -> int:
    page.html.void("hr", "<hr>\n")
    return index + 1


def _skip_definition(_page: Page, tokens: "Sequence[Token]", index: int) -> int:
    return definition_end(tokens, index) + 1


_RULES: "Mapping[str, BlockRule]" = MappingProxyType(
    {
        **dict.fromkeys((f"{name}_open" for name in _HOLDERS), _start),
        **dict.fromkeys((f"{name}_close" for name in _HOLDERS), _end),
        "code_block": _write_code,
        "container_close": end_container,
        "container_open": start_container,
        "dt_open": write_term,
        "fence": _write_code,
        "footnote_reference_open": _skip_definition,
        "heading_open": write_heading,
        "hr": _write_rule,
        "html_block": _write_raw,
        "paragraph_open": write_paragraph,
        "table_close": end_table,
        "table_open": start_table,
        "td_open": write_cell,
        "th_open": write_cell,
        "tr_close": end_row,
        "tr_open": start_row,
        URGENT: write_mark,
    }
)
