"""`translations/changes.xml`: what changed in the source since it was translated (Atom)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from lessongen.model.artifact import Artifact
from lessongen.model.site import Site
from lessongen.model.standing import SourceChange
from lessongen.model.tracked_text import TrackedText
from lessongen.model.value import value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PATH = "translations/changes.xml"
LONGEST = 100  # entries
_TITLE = "Changes in the original"
_NEVER = "1970-01-01"  # Atom wants a date even where nobody knows one
Head = tuple[str, str, str]  # locale, title, and the base URL or a relative path to the root
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@value
class _Entry:
    """A text that changed, and the languages that do not say so yet."""

    key: str
    title: str
    path: str  # of the source's page, or ""
    date: str
    change: SourceChange
    locales: tuple[str, ...]


@value
class _Feed:
    """What the file says beside its entries."""

    locale: str
    title: str
    root: str  # the base URL, or a relative path where that is not known
    entries: tuple[_Entry, ...]


def artifacts(site: Site) -> Iterator[Artifact]:
    """The one file, if there is a dashboard; in the source language, about all others."""
    from lessongen.rendering.dashboard_data import tracked_texts  # an amended build has the texts

    texts = tracked_texts(site)
    if texts:
        yield changes_artifact(head_of(site), texts)


def head_of(site: Site) -> Head:
    """What the file says whatever has changed."""
    edition = site.editions[site.settings.source_language]
    words = (edition.catalog.find(_TITLE) or (_TITLE,))[0] or _TITLE
    return (edition.locale, f"{edition.title} · {words}", site.settings.base_url or "../")


def changes_artifact(head: Head, texts: Mapping[str, Sequence[TrackedText]]) -> Artifact:
    """The file for these texts, by target language."""
    feed = _feed(head, texts)
    return Artifact(path=PATH, data={"feed": feed}, produce=partial(_write, feed))


def _feed(head: Head, texts: Mapping[str, Sequence[TrackedText]]) -> _Feed:
    found: dict[tuple[str, str, str], _Entry] = {}
    for locale, own in texts.items():
        for text in own:
            for change in text.changes:
                name = (text.key, change.unit.id, change.unit.previous or "")
                found[name] = _entry(text, change, locale, found.get(name))
    newest = sorted(found.values(), key=_date, reverse=True)
    locale, title, root = head
    return _Feed(locale=locale, title=title, root=root, entries=tuple(newest[:LONGEST]))


def _date(entry: _Entry) -> str:
    return entry.date


def _entry(text: TrackedText, change: SourceChange, locale: str, known: _Entry | None) -> _Entry:
    number = f"{text.lesson}. " if text.lesson is not None else ""
    return _Entry(
        key=text.key,
        title=number + text.title,
        path=text.page,
        # It changed after the confirmation; only the source itself may know when.
        date=max(change.since, text.published) or _NEVER,
        change=known.change if known else change,
        locales=(*known.locales, locale) if known else (locale,),
    )


def _write(feed: _Feed) -> bytes:
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    from lessongen.rendering.feed import entry_id, moment  # only where it is written

    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.locale})
    SubElement(root, "id").text = entry_id(feed.locale, "translations/changes")
    SubElement(root, "title").text = _clean(feed.title)
    SubElement(root, "updated").text = moment(max(map(_date, feed.entries), default=_NEVER))
    author = SubElement(root, "author")
    SubElement(author, "name").text = _clean(feed.title)
    page, own = feed.root + "translations/", feed.root + "translations/changes.xml"
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    for entry in feed.entries:
        root.append(_element(entry, feed))
    indent(root)
    text: str = tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _element(entry: _Entry, feed: _Feed) -> "Element":
    from xml.etree.ElementTree import Element, SubElement

    from lessongen.rendering.feed import entry_id, moment

    unit = entry.change.unit
    element = Element("entry")
    version = f"{entry.key}#{unit.id}#{unit.previous or ''}"
    SubElement(element, "id").text = entry_id(feed.locale, version)
    SubElement(element, "title").text = _clean(entry.title)
    SubElement(element, "updated").text = moment(entry.date)
    href = feed.root + (entry.path or "translations/")
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": href})
    for locale in entry.locales:
        SubElement(element, "category", {"term": locale})
    SubElement(element, "content", {"type": "html"}).text = _clean(_difference(entry.change))
    return element


def _difference(change: SourceChange) -> str:
    """The text as it is now, with what is gone and what is new marked."""
    from lessongen.translation.worddiff import word_diff  # only where it is written

    tags = {"same": "{}", "added": "<ins>{}</ins>", "removed": "<del>{}</del>"}
    pieces = word_diff(change.unit.previous or "", change.unit.source or "")
    return f"<p>{''.join(tags[each.kind].format(escape(each.text)) for each in pieces)}</p>"


def _clean(text: str) -> str:
    """The text without what XML 1.0 forbids: control characters and the like."""
    return _FORBIDDEN.sub("", text)
