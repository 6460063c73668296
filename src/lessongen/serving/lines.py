"""Where in its file each block of a page begins: the page once more, with that in attributes.

The places come from the parse itself: the units of a file know their lines and the block that
shows them, and the body knows where in its HTML each block begins. The page is rendered with
such bodies when an author asks for it, so no page that is built or served holds any of it.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape

from lessongen.model.document import Block, Body, Document, HtmlFragment, Part
from lessongen.model.site import Site
from lessongen.model.source import SourceFile
from lessongen.outputs.html import page_of
from lessongen.parsing.document import Parsed, parse_document
from lessongen.rendering.templates import TemplateFailure
from lessongen.serving.addresses import file_of
from lessongen.serving.build import Build
from lessongen.serving.parts import with_parts
from lessongen.shell.files import read_file


def lined_page(build: Build, root: str, address: str) -> str:
    """The page at an address with `data-source` and `data-line` on its blocks; "" if there is none.

    Blocks of a file that has changed since the build have none.
    """
    if build.pages is None or build.site is None or build.renderer is None:
        return ""
    path = file_of(build.pages, build.site, address)
    page = page_of(build.pages.artifact(path)) if path else None
    if page is None:
        return ""
    owners = {id(document.body): document for document in build.site.documents}
    lined = partial(_lined, owners=owners, site=build.site, root=root)
    view = with_parts(page.view, Body, lined)
    try:
        return build.renderer.render(page.template, view, page.site)
    except TemplateFailure:
        return ""


def _lined(body: Body, *, owners: Mapping[int, Document], site: Site, root: str) -> Body:
    document = owners.get(id(body))
    if document is None:
        return body
    parsed = _parsed(document, site, root)
    if parsed is None or parsed.document.body.html.digest != body.html.digest:
        return body
    lines: dict[int, int] = {}
    for unit in parsed.units:
        if unit.block >= 0:
            lines.setdefault(unit.block, unit.span.line)
    return lined_body(body, document.path, lines)


def _parsed(document: Document, site: Site, root: str) -> Parsed | None:
    """The file as it is now; None if it cannot be read."""
    try:
        text = read_file(os.path.join(root, document.path))[0].decode()
    except (OSError, UnicodeDecodeError):
        return None
    file = SourceFile(path=document.path, text=text, digest="")
    return parse_document(
        file,
        locale=document.locale,
        key=document.key,
        kind=document.kind,
        marked=_urgent_lines(document, site),
    ).value


def _urgent_lines(document: Document, site: Site) -> frozenset[int]:
    """The lines above whose blocks the build has put a note."""
    edition = site.editions.get(document.locale)
    nodes = edition.nodes.values() if edition else ()
    node = next((each for each in nodes if each.document is document), None)
    if node is None or node.standing is None:
        return frozenset()
    return frozenset(block.line for block in node.standing.urgent)


def lined_body(body: Body, path: str, lines: Mapping[int, int]) -> Body:
    """The body with the file and the line at the end of the first tag of each block.

    >>> html = HtmlFragment(parts=("<p>One</p><p>Two</p>",))
    >>> blocks = (("paragraph", 0, 0, 0), ("paragraph", 0, 0, 10))
    >>> lined_body(Body(html=html, blocks=blocks), "a.md", {1: 7}).html.parts
    ('<p>One</p><p data-source="a.md" data-line="7">Two</p>',)
    """
    parts = list(body.html.parts)
    blocks: list[Block] = []
    longer = [0] * (len(parts) + 1)  # by so many characters so far
    for number, (kind, own, index, start) in enumerate(body.blocks):
        begin = start + longer[index]
        blocks.append((kind, own, index, begin))
        found = _tag_end(parts, index, begin) if number in lines else None
        if found is not None:
            place, end, text = found
            said = f' data-source="{escape(path)}" data-line="{lines[number]}"'
            parts[place] = text[:end] + said + text[end:]
            longer[place] += len(said)
    fragment = HtmlFragment(parts=tuple(parts), digest=body.html.digest)
    return replace(body, html=fragment, blocks=tuple(blocks))


def _tag_end(parts: Sequence[Part], index: int, start: int) -> tuple[int, int, str] | None:
    """Where the tag ends that begins there: its part, the place in it, its text.

    In clean HTML an attribute holds no ">"; an id is a hole, so a tag may go over several parts.
    """
    first = parts[index] if index < len(parts) else ""
    if not isinstance(first, str) or first[start : start + 1] != "<":
        return None
    for place in range(index, len(parts)):
        text = parts[place]
        end = text.find(">", start if place == index else 0) if isinstance(text, str) else -1
        if isinstance(text, str) and end >= 0:
            return place, end, text
    return None
