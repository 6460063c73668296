"""Containers to HTML: `::: tip Title`."""

from html import escape
from typing import TYPE_CHECKING

from lessongen.model.suggestion import did_you_mean
from lessongen.parsing.containers import KINDS
from lessongen.parsing.inline_text import text_of
from lessongen.parsing.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_LONGEST_NAME = 40  # nobody mistypes a sentence


def start_container(page: Page, tokens: "Sequence[Token]", index: int) -> int:
    """Writes the start of a container, title included.

    Without a title the theme has the word for its kind; an unknown kind has no frame.
    """
    token = tokens[index]
    kind = token.info.lower()
    title = tokens[index + 2] if token.meta["title"] else None
    _check(page, token)
    name = "aside" if kind in KINDS else "div"
    page.html.open(name, _attributes(page, kind, title) if kind in KINDS else "")
    page.containers.append(name)
    page.around.append("paragraph")
    if title is not None:
        page.html.open("p", ' class="note-title"')
        page.leaf("paragraph", title)
        page.html.close("p")
        page.html.out.append("\n")
        return index + 4
    if kind in KINDS:
        page.html.out.append(f'<p class="note-title">{page.findings.label(kind)}</p>\n')
    return index + 1


def end_container(page: Page, _tokens: "Sequence[Token]", index: int) -> int:
    """Writes the end of a container."""
    page.html.close(page.containers.pop())
    page.html.out.append("\n")
    page.around.pop()
    return index + 1


def report_stray(page: Page, inline: "Token") -> None:
    """Reports a paragraph that begins with the end of a container that is not open."""
    line = inline.content.partition("\n")[0].strip()
    if not line.strip(":"):
        at = page.source.content_lines(inline)[0][0]
        message = f"{line} closes no container: it is shown as text"
        hint = "a container that holds another one needs more colons than that: ::::"
        page.findings.report("unbalanced-container", message, at, hint)


def _attributes(page: Page, kind: str, title: "Token | None") -> str:
    # Not aria-labelledby: its id could be one that a heading wants.
    label = escape(text_of(title.children or [], code=True)) if title else None
    label = label or page.findings.label(kind)
    return f' class="note note-{kind}" role="note" aria-label="{label}"'


def _check(page: Page, token: "Token") -> None:
    line = page.line_start(token)
    at = page.source.text.find(token.markup, line)
    if token.info.lower() not in KINDS:
        message = f'no container "{token.info[:_LONGEST_NAME]}": its text has no frame'
        hint = did_you_mean(token.info[:_LONGEST_NAME].lower(), KINDS)
        hint = hint or f"there are {', '.join(KINDS)}; a title stands behind a space"
        page.findings.report("unknown-container", message, at, hint)
    if not token.meta["closed"]:
        message = f"this container is never closed with {token.markup}"
        hint = f"write {token.markup} on a line of its own where it ends"
        page.findings.report("unbalanced-container", message, at, hint)
