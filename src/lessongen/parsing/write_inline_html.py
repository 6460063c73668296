"""Raw HTML inside a line, where each tag is a token of its own."""

import re
from typing import TYPE_CHECKING

from lessongen.parsing.html_elements import WITH_CONTENT
from lessongen.parsing.raw_html import closing_tag
from lessongen.parsing.targets import shown
from lessongen.parsing.write_html import HtmlWriter
from lessongen.parsing.write_raw_html import write_raw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

_START_TAG = re.compile("<([A-Za-z][A-Za-z0-9-]*)")


class InlineHtml:
    """Writes the raw HTML of one block; `place` says where a token and an offset in it stand."""

    def __init__(self, writer: HtmlWriter, place: "Callable[[Token, int], int]") -> None:
        self._writer = writer
        self._place = place
        self._endless: set[str] = set()  # elements of this block that never end

    def write(self, tokens: "Sequence[Token]", index: int) -> int:
        """Writes a tag, or drops an element with its content; gives back the next token."""
        token = tokens[index]
        start = _START_TAG.match(token.content)
        name = start[1].lower() if start else ""
        end = self._end_of(name, tokens, index) if name in WITH_CONTENT else -1
        if end >= 0:
            at = self._place(token, 0)
            write_raw(self._writer, f"<{name}></{name}>", lambda _: at)
            return end + 1
        if name in WITH_CONTENT:
            self._show(token)
        else:
            write_raw(self._writer, token.content, lambda offset: self._place(token, offset))
        return index + 1

    def _end_of(self, name: str, tokens: "Sequence[Token]", start: int) -> int:
        """The end tag of an element, or -1 if there is none in this block."""
        if name in self._endless:
            return -1
        for index in range(start + 1, len(tokens)):
            token = tokens[index]
            if token.type == "html_inline" and closing_tag(name, token.content) == 0:
                return index
        self._endless.add(name)
        return -1

    def _show(self, token: "Token") -> None:
        """A tag that is spoken of: it has no end."""
        source = shown(token.content)
        message = f"{source} never ends: it is shown as text"
        hint = f"put it in backticks if it is meant as text: `{source}`"
        self._writer.findings.report("raw-html", message, self._place(token, 0), hint)
        self._writer.text(token.content)
