"""Small changes that templates make to a body's finished HTML."""

import re
from html import unescape

from markupsafe import Markup, escape

from lessongen.model.view_pieces import BodyView
from lessongen.rendering.addresses import fragment_of

# A tag with quoted attributes, whole: what looks like a tag inside an attribute is none.
_TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:[^>"]*"[^"]*")*[^>"]*>)')
_HEADING = re.compile(r'<(?P<tag>h[2-6]) id="(?P<id>[^"]*)".*?</(?P=tag)>', re.DOTALL)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LOWEST = 6
_BOX = '<div class="table" tabindex="0">'  # in which a table scrolls, as the parser writes it


def lower_headings(html: str, levels: int) -> Markup:
    """The HTML with every heading so many levels lower, at most `h6`.

    >>> lower_headings('<h2 title="<h2>">One</h2><hr><h5>Two</h5>', 2)
    Markup('<h4 title="<h2>">One</h4><hr><h6>Two</h6>')
    """

    def lowered(tag: re.Match[str]) -> str:
        if tag["name"] not in _HEADINGS:
            return tag[0]
        level = min(int(tag["name"][1]) + levels, _LOWEST)
        return f"<{tag['end']}h{level}{tag['rest']}"

    return Markup(_TAG.sub(lowered, html))  # noqa: S704 as clean as it came


def name_tables(html: str, label: str) -> Markup:
    """The HTML with a name for every box in which a table scrolls: the keyboard stops there.

    >>> name_tables('<div class="table" tabindex="0"><table></table></div>', "Table")
    Markup('<div class="table" role="group" tabindex="0" aria-label="Table"><table></table></div>')
    """
    return Markup(with_named_tables(str(html), label))  # noqa: S704 as it came


def with_named_tables(html: str, label: str) -> str:
    """What `name_tables` gives, as plain text."""
    if _BOX not in html:
        return html
    named = f'<div class="table" role="group" tabindex="0" aria-label="{escape(label)}">'
    return html.replace(_BOX, named)


def mark_here(html: str, address: str) -> Markup:
    """The HTML with `aria-current` at the links to an address: that of the page one is on.

    >>> mark_here('<a href="../one/">One</a> <a href="../two/">Two</a>', "../two/")
    Markup('<a href="../one/">One</a> <a href="../two/" aria-current="page">Two</a>')
    """
    link = f'<a href="{escape(address)}"'
    return Markup(str(html).replace(link, f'{link} aria-current="page"'))  # noqa: S704 as it came


def below_headings(html: str, body: BodyView, line: str) -> Markup:
    """The HTML of a body with a line below each heading that stands in the text itself.

    `{fragment}` in the line stands for the address of the heading on any page that has it.
    """
    if not line:
        return Markup(html)  # noqa: S704 as clean as it came
    own = {body.ids[hole] for kind, hole, *_ in body.body.blocks if kind == "heading"}

    def with_line(heading: re.Match[str]) -> str:
        name = unescape(heading["id"])
        below = line.replace("{fragment}", escape(fragment_of(name))) if name in own else ""
        return f"{heading[0]}{below}"

    return Markup(_HEADING.sub(with_line, html))  # noqa: S704 as clean as it came


def upper_first(text: str) -> str:
    """The text with a capital at its start; the rest stays as it is.

    >>> upper_first("español de México")
    'Español de México'
    """
    return text[:1].upper() + text[1:]
