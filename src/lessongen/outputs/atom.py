"""Atom feeds (RFC 4287), one for each language."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lessongen.model.artifact import Artifact
from lessongen.model.view import ArticleView, LessonView
from lessongen.rendering.feed import (
    Contents,
    Feed,
    authors_of,
    changed,
    entry_id,
    feed_data,
    moment,
)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEVER = "1970-01-01"  # Atom wants a date even where nothing has one


def artifacts(feeds: Sequence[Feed], contents: Contents) -> Iterator[Artifact]:
    """`/en/feed.xml` and its like."""
    for feed in feeds:
        yield Artifact(
            path=f"{feed.site.locale}/feed.xml",
            data=feed_data(feed, contents),
            produce=partial(_write, feed, contents),
        )


def _write(feed: Feed, contents: Contents) -> bytes:
    from xml.etree.ElementTree import Element, indent, tostring

    locale, site = feed.site.locale, feed.site
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": locale})
    _text(root, "id", entry_id(locale, ""))
    _text(root, "title", site.title.text)
    if site.tagline.text:
        _text(root, "subtitle", site.tagline.text)
    _text(root, "updated", moment(feed.updated or _NEVER))
    _link(root, feed.root + site.path, rel="alternate", type="text/html", hreflang=locale)
    _link(root, f"{feed.root}{locale}/feed.xml", rel="self", type="application/atom+xml")
    for entry in feed.entries:
        root.append(_entry(entry, feed, contents))
    indent(root)
    text: str = tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(entry: LessonView | ArticleView, feed: Feed, contents: Contents) -> "Element":
    from xml.etree.ElementTree import Element

    document = entry.document
    element = Element("entry")
    _text(element, "id", entry_id(feed.site.locale, entry.key))
    _text(element, "title", document.title)
    _text(element, "updated", moment(changed(entry)))
    if document.published:
        _text(element, "published", moment(document.published))
    own = feed.root + entry.path
    _link(element, own, rel="alternate", type="text/html", hreflang=feed.site.locale)
    for version in entry.versions:
        if version.state in ("available", "outdated"):
            href = feed.root + version.path
            _link(element, href, rel="alternate", type="text/html", hreflang=version.locale)
    for name in authors_of(entry, feed):
        author = Element("author")
        _text(author, "name", name)
        element.append(author)
    for tag in document.tags:
        element.append(Element("category", {"term": tag.id, "label": _clean(tag.label.text)}))
    if document.summary:
        _text(element, "summary", document.summary)
    content = contents.of(entry, feed)
    _text(element, "content", content, type="html")
    return element


def _text(parent: "Element", name: str, text: str, **attributes: str) -> None:
    from xml.etree.ElementTree import SubElement

    SubElement(parent, name, attributes).text = _clean(text)


def _link(parent: "Element", href: str, **attributes: str) -> None:
    from xml.etree.ElementTree import SubElement

    SubElement(parent, "link", {**attributes, "href": href})


def _clean(text: str) -> str:
    """The text without what XML 1.0 forbids: control characters and the like."""
    return _FORBIDDEN.sub("", text)
