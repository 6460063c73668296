"""`sitemap.xml`: every page that may be found, with its versions in the other languages."""

from collections.abc import Iterator, Sequence
from functools import partial

from lessongen.model.artifact import Artifact
from lessongen.model.view import ArticleView, LessonView
from lessongen.rendering.page import SitePage
from lessongen.rendering.templates import Renderer

_NAMESPACES = {
    "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
}


def artifacts(pages: Sequence[SitePage], _: Renderer) -> Iterator[Artifact]:
    """The sitemap, if the address of the site is known: it holds absolute URLs only."""
    listed = [page for page in pages if page.view.head.alternates]
    if not listed:
        return
    entries = tuple((_changed(page), page.view.head) for page in listed)
    yield Artifact(path="sitemap.xml", data={"pages": entries}, produce=partial(_write, listed))


def _changed(page: SitePage) -> str:
    view = page.view
    if not isinstance(view, LessonView | ArticleView):
        return ""
    return view.document.updated or view.document.published


def _write(pages: Sequence[SitePage]) -> bytes:
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    root = Element("urlset", _NAMESPACES)
    for page in sorted(pages, key=lambda each: each.view.head.canonical):
        url = SubElement(root, "url")
        SubElement(url, "loc").text = page.view.head.canonical
        if changed := _changed(page):
            SubElement(url, "lastmod").text = changed
        for alternate in page.view.head.alternates:
            SubElement(
                url,
                "xhtml:link",
                {"rel": "alternate", "hreflang": alternate.locale, "href": alternate.url},
            )
    indent(root)
    text: str = tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
