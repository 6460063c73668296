"""Tokens inside a line to HTML."""

import re
from typing import TYPE_CHECKING

from lessongen.parsing.body_text import BodyText, Places
from lessongen.parsing.findings import Attributes
from lessongen.parsing.footnotes import Footnotes
from lessongen.parsing.inline_text import text_of
from lessongen.parsing.limits import SAME_AGAIN, SAME_AGAIN_FOR_SHORT_TEXTS
from lessongen.parsing.words import count_words
from lessongen.parsing.write_html import HtmlWriter, nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markdown_it.token import Token

    from lessongen.parsing.body_text import Range
    from lessongen.parsing.write_inline_html import InlineHtml

_FOOTNOTE = r"\[\^([^\]\s]{1,200})\]"  # compiled where there is one


class InlineWriter:
    """Writes the content of blocks; one for a body."""

    def __init__(self, writer: HtmlWriter, source: BodyText, footnotes: Footnotes) -> None:
        self.code_words = 0
        self._writer = writer
        self._source = source
        self._footnotes = footnotes
        self._targets_left = SAME_AGAIN * len(source.text) + SAME_AGAIN_FOR_SHORT_TEXTS
        self._block: Token | None = None
        self._places: Places | None = None
        self._lines: Sequence[Range] = ()
        self._raw: InlineHtml | None = None
        self._rules: Mapping[str, Callable[[Token], None]] = {
            "text": self._text,
            "text_special": self._text,
            "softbreak": lambda _: writer.space("\n"),
            "hardbreak": lambda _: writer.space("<br>\n"),
            "em_open": lambda _: writer.open("em"),
            "em_close": lambda _: writer.close("em"),
            "strong_open": lambda _: writer.open("strong"),
            "strong_close": lambda _: writer.close("strong"),
            "code_inline": self._code,
            "link_open": self._link,
            "link_close": lambda _: writer.close_link(),
            "image": self.image,
            "footnote_ref": self._footnote,
        }

    def write(self, block: "Token") -> None:
        """Writes the content of a block's inline token."""
        self._block, self._places, self._lines = block, None, ()
        self._raw = None
        rules, children = self._rules, block.children or []
        done = 0  # raw HTML may take the tokens up to its end tag with it
        for index, token in enumerate(children):
            if index < done:
                continue
            if token.type == "html_inline":
                done = self._html(children, index)
            else:
                rules[token.type](token)

    def image(self, token: "Token") -> None:
        """Writes an image."""
        alt = nfc(text_of(token.children or [], code=True)) or None
        target, attributes = self._target(token, "src")
        if target is None:
            self._writer.text(alt or "")
        else:
            self._writer.image(target, alt, attributes, self.place(token))

    def lines(self, block: "Token") -> "Sequence[Range]":
        """Where each line of the block stands that was written last."""
        if not self._lines:
            self._lines = self._source.content_lines(block)
        return self._lines

    def place(self, token: "Token", offset: int = 0) -> int:
        """Where a token begins in the body."""
        return self._in_body(token.meta.get("at", 0) + offset)

    def _in_body(self, at: int) -> int:
        if self._places is None and self._block is not None:
            self._places = self._source.places(self._block, self.lines(self._block))
        return self._places(at) if self._places else 0

    def _text(self, token: "Token") -> None:
        self._writer.text(token.content)
        if "[^" in token.content:
            self._report_unknown_footnotes(token.content)

    def _code(self, token: "Token") -> None:
        self._writer.code(token.content)
        self.code_words += count_words(token.content)

    def _link(self, token: "Token") -> None:
        target, attributes = self._target(token, "href")
        self._writer.open_link(target, attributes, self.place(token))

    def _target(self, token: "Token", name: str) -> tuple[str | None, Attributes]:
        """The target and the title; None if references made the page too long with them."""
        target, title = str(token.attrs[name]), str(token.attrs.get("title", ""))
        self._targets_left -= len(target) + len(title)
        if self._targets_left < 0:
            message = "links to the same long addresses make this page too long: not linked"
            self._writer.findings.report_once("too-complex", message, self.place(token))
            return None, ()
        return target, (("title", nfc(title)),) if title else ()

    def _html(self, children: "Sequence[Token]", index: int) -> int:
        if self._raw is None:
            from lessongen.parsing.write_inline_html import InlineHtml  # few lessons have any

            self._raw = InlineHtml(self._writer, self.place)
        return self._raw.write(children, index)

    def _footnote(self, token: "Token") -> None:
        linked = self._writer.can_link()
        html = self._footnotes.refer(token.meta["label"], self.place(token), linked=linked)
        self._writer.void("sup", html)

    def _report_unknown_footnotes(self, text: str) -> None:
        content = self._block.content if self._block else ""
        for mark in dict.fromkeys(found[0] for found in re.finditer(_FOOTNOTE, text)):
            at = content.find(mark)
            if at >= 0 and not self._writer.findings.full:
                message = f"there is no footnote {mark}"
                hint = f'write "{mark}: …" in a paragraph of its own, or use backticks for text'
                place = self._in_body(at)
                self._writer.findings.report("broken-footnote", message, place, hint)
