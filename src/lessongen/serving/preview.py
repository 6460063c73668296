"""The new text of a page that somebody looks at, before the build that it belongs to is done.

In a long series a build takes a second: every page may show the title of any other. Most saves
change words of one text and nothing that another page, or the page's own frame, could show. Then
the page can be made at once, from its last view with the new text in it. The build follows in any
case, and has the last word.
"""

import os
from collections.abc import Iterator, Mapping
from functools import partial
from time import monotonic

from lessongen.build.digest import digest_of_bytes
from lessongen.model.document import Document
from lessongen.model.problem import has_errors
from lessongen.model.site import Node
from lessongen.model.source import SourceFile
from lessongen.model.value import replaced
from lessongen.model.view_pieces import BodyView
from lessongen.outputs.html import page_of
from lessongen.parsing.document import parse_document
from lessongen.rendering.templates import TemplateFailure
from lessongen.serving.build import Build, Preview
from lessongen.serving.live import Live
from lessongen.serving.parts import with_parts
from lessongen.serving.wake import Wake
from lessongen.shell.files import read_file

_LONG = 3600.0  # seconds


class Scout:
    """Looks after the pages that are open while builds take their time; has its own thread."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self.wake = Wake()

    def run(self) -> None:
        """Look at the files of open pages whenever something happens, until the end."""
        while self.wake.wait(_LONG) is not None:
            self.wake.settle()
            build = self._live.current
            found = dict(previews(build, self._live.root, self._live.addresses()))
            if found and not self._live.add_previews(build, found):
                self.wake.event()  # a build came between, perhaps of older files
            self.wake.end()


def previews(build: Build, root: str, addresses: frozenset[str]) -> Iterator[tuple[str, Preview]]:
    """Pages by their paths in the site, for what people look at and was saved since the build.

    None where anything but the words of a text may differ.
    """
    if build.pages is None or build.has_errors:
        return
    for path, (_, node) in build.shown.items():
        if node.route.permalink not in addresses or node.borrowed:
            continue
        early = _preview(build, root, path, node)
        if early is not None:
            yield path, early


def _preview(build: Build, root: str, path: str, node: Node) -> Preview | None:
    source, read = node.document.path, monotonic()
    try:
        content = read_file(os.path.join(root, source))[0]
        file = SourceFile(path=source, text=content.decode(), digest=digest_of_bytes(content))
    except (OSError, UnicodeDecodeError):
        return None
    known = build.previews.get(path)
    if file.digest == (known.digest if known else build.digests.get(source)):
        return None
    page = _page(build, path, file, node)
    return None if page is None else Preview(page, source, file.digest, read)


def _page(build: Build, path: str, file: SourceFile, node: Node) -> bytes | None:
    old = node.document
    page = page_of(build.pages.artifact(path)) if build.pages else None
    if page is None or build.renderer is None:
        return None
    parsed = parse_document(file, locale=old.locale, key=old.key, kind=old.kind)
    change = _change(parsed.value.document, node)
    if has_errors(parsed.problems) or change is None:
        return None
    view = with_parts(page.view, BodyView, partial(_changed, old=old, change=change))
    try:
        return build.renderer.render(page.template, view, page.site).encode()
    except TemplateFailure:
        return None


def _change(new: Document, node: Node) -> Mapping[str, object] | None:
    """What differs in the view of the text; None if more than its words differs."""
    old = node.document
    urgent = node.standing is not None and node.standing.urgent  # notes stand between its blocks
    if urgent or new.front != old.front or new.body.headings != old.body.headings:
        return None
    links = {link.target: found for link, found in zip(old.body.links, node.links, strict=True)}
    images = {each.target: found for each, found in zip(old.body.images, node.images, strict=True)}
    is_known = all(link.target in links for link in new.body.links)
    if new.body.ids != old.body.ids or not is_known:
        return None
    if not all(image.target in images for image in new.body.images):
        return None
    return {
        "body": new.body,
        "digest": new.body.html.digest,
        "links": tuple(links[link.target] for link in new.body.links),
        "images": tuple(images[image.target] for image in new.body.images),
    }


def _changed(view: BodyView, *, old: Document, change: Mapping[str, object]) -> BodyView:
    return replaced(view, **change) if view.body is old.body else view
