"""Atom and JSON feeds carry what their standards require and stable ids."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

ATOM = {"a": "http://www.w3.org/2005/Atom"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
JSON_FEED = "https://jsonfeed.org/version/1.1"


def feed_problems(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the two feeds of a language's folder."""
    for name, problems in (("feed.xml", atom_problems), ("feed.json", json_feed_problems)):
        path = folder / name
        if path.exists():
            for problem in problems(path.read_text(encoding="utf-8")):
                yield f"{folder.name}/{name}: {problem}"
        else:
            yield f"{folder.name}/{name} is missing"


def atom_problems(text: str) -> Iterator[str]:
    """Yield the elements that RFC 4287 requires and this feed lacks."""
    try:
        feed = ET.fromstring(text)  # noqa: S314 (our own output)
    except ET.ParseError as error:
        yield f"does not parse: {error}"
        return
    if feed.tag != f"{{{ATOM['a']}}}feed":
        yield f"the root is {feed.tag}"
    if not feed.get(XML_LANG):
        yield "no xml:lang"
    if feed.find("a:link[@rel='self']", ATOM) is None:
        yield "no link rel=self"
    entries = feed.findall("a:entry", ATOM)
    if not feed.findtext("a:author/a:name", "", ATOM):
        for _ in (entry for entry in entries if entry.find("a:author/a:name", ATOM) is None):
            yield "an entry without an author in a feed without one"
    yield from _atom_element_problems(feed, "feed")
    for number, entry in enumerate(entries, 1):
        yield from _atom_element_problems(entry, f"entry {number}")
        yield from _id_problems(entry.findtext("a:id", "", ATOM), f"entry {number}")
        if entry.find("a:link[@rel='alternate']", ATOM) is None:
            yield f"entry {number} has no link rel=alternate"
    yield from _repeated(entry.findtext("a:id", "", ATOM) for entry in entries)


def _atom_element_problems(element: ET.Element, name: str) -> Iterator[str]:
    for required in ("id", "title", "updated"):
        if not element.findtext(f"a:{required}", "", ATOM).strip():
            yield f"{name} has no {required}"
    yield from _date_problems(element.findtext("a:updated", "", ATOM), f"{name}: updated")


def json_feed_problems(text: str) -> Iterator[str]:
    """Yield the keys that JSON Feed 1.1 requires, or we promise, and this feed lacks."""
    try:
        feed: dict[str, Any] = json.loads(text)
    except ValueError as error:
        yield f"does not parse: {error}"
        return
    if feed.get("version") != JSON_FEED:
        yield f"the version is {feed.get('version')!r}"
    for required in ("title", "home_page_url", "feed_url", "language"):
        if not feed.get(required):
            yield f"no {required}"
    items = feed.get("items")
    if not isinstance(items, list):
        yield "items is no list"
        return
    for number, item in enumerate(items, 1):
        yield from _json_item_problems(item, f"item {number}")
    yield from _repeated(item.get("id", "") for item in items)


def _json_item_problems(item: Mapping[str, Any], name: str) -> Iterator[str]:
    for required in ("url", "title"):
        if not item.get(required):
            yield f"{name} has no {required}"
    if not (item.get("content_html") or item.get("content_text")):
        yield f"{name} has no content"
    yield from _id_problems(item.get("id", ""), name)
    for key in ("date_published", "date_modified"):
        if key in item:
            yield from _date_problems(item[key], f"{name}: {key}")


def _date_problems(text: str, name: str) -> Iterator[str]:
    try:
        zone = datetime.fromisoformat(text).tzinfo
    except ValueError:
        zone = None
    if text and zone is None:
        yield f"{name} is no date and time with a zone: {text!r}"


def _id_problems(text: str, name: str) -> Iterator[str]:
    if not URN.fullmatch(text):
        yield f"{name}: the id is no urn:uuid of version 5: {text!r}"


def _repeated(ids: Iterator[str]) -> Iterator[str]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield f"the id {name} stands {count} times"
