"""What a page says in which language, and what of it is still in the theme's English."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from lessongen.messages import read_catalog
from lessongen.model.catalog import CONTEXT_END, Catalog
from lessongen.rendering.used_messages import used_messages
from tests.checkers.document import VOID
from tests.rendering.theme import bundled_templates

# What readers see or hear of an element beside its text; scripts say what data attributes hold.
_SAID = ("alt", "aria-label", "placeholder", "title", "value")
_NOT_SAID = frozenset({"code", "kbd", "pre", "samp", "script", "style"})
_PLACEHOLDER = re.compile(r"%\(\w+\)s")


class Said(NamedTuple):
    """Words and the language they are marked with."""

    language: str
    text: str


def said_on(page: Path) -> tuple[Said, ...]:
    """Return every piece of text on a page that is no code."""
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return tuple(reader.said)


class _Reader(HTMLParser):
    """Collects texts with the language of the element that they stand in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[Said] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        outer = self._open[-1][1] if self._open else ""
        language = attributes.get("lang", outer)
        for name, value in attributes.items():
            is_words = (
                name.startswith("data-") and " " in value and not value.startswith(("[", "{"))
            )
            if value and (name in _SAID or is_words) and tag != "input":
                self.said.append(Said(language, value))
        if tag == "meta" and attributes.get("name") == "description":
            self.said.append(Said(language, attributes["content"]))
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while any(name == tag for name, _ in self._open):
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and not _NOT_SAID.intersection(name for name, _ in self._open):
            self.said.append(Said(self._open[-1][1] if self._open else "", text))


def catalog_of(path: Path) -> Catalog:
    """Return the messages of a file."""
    return read_catalog(path.stem, [path.read_text(encoding="utf-8")]).value


def untranslated(page: Path, catalog: Catalog) -> Iterator[str]:
    """Yield the messages that a page says in English, though the catalog has other words."""
    patterns = _patterns(catalog)
    for said in said_on(page):
        if said.language == catalog.locale:
            yield from (said.text for pattern in patterns if pattern.fullmatch(said.text))


def _patterns(catalog: Catalog) -> tuple[re.Pattern[str], ...]:
    """What each message looks like on a page, but for those that are the same in both."""
    messages = used_messages(bundled_templates())
    texts: Mapping[str, tuple[str, ...]] = {
        each.text: catalog.find(each.text, each.context) for each in messages
    }
    return tuple(
        re.compile(".+".join(map(re.escape, _PLACEHOLDER.split(text))))
        for text, forms in texts.items()
        if text not in forms and re.search(r"[A-Za-z]{2}", _PLACEHOLDER.sub("", text))
    )


def keys_of(catalog: Catalog) -> frozenset[tuple[str, str]]:
    """Return context and text of every message that a catalog translates."""
    split = (key.rpartition(CONTEXT_END) for key in catalog.forms)
    return frozenset((context, text) for context, _, text in split)
