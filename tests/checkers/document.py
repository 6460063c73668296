"""One HTML file as a flat, searchable list of elements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

# Elements that have no end tag.
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input"})
VOID |= {"link", "meta", "source", "track", "wbr"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A start tag: where it stands, what it lies in, and the text directly inside it."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    within: tuple[str, ...]
    text: str

    def get(self, name: str) -> str:
        """Return an attribute, empty where it is missing."""
        return self.attributes.get(name, "")

    def tokens(self, name: str) -> frozenset[str]:
        """Return the words of an attribute such as class or rel, in lower case."""
        return frozenset(self.get(name).lower().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All elements of a page, in order."""

    elements: tuple[Element, ...]

    def all(self, *tags: str, within: str = "") -> Iterator[Element]:
        """Yield the elements with one of these tags (any if none is named)."""
        for element in self.elements:
            if (not tags or element.tag in tags) and (not within or within in element.within):
                yield element

    def links(self, rel: str) -> Iterator[Element]:
        """Yield the `link` elements of this relation."""
        return (link for link in self.all("link") if rel in link.tokens("rel"))

    def link(self, rel: str) -> str:
        """Return the target of the first `link` of this relation, empty if there is none."""
        return next((link.get("href") for link in self.links(rel)), "")

    def meta(self, name: str) -> str:
        """Return the content of a `meta` by its name, property or http-equiv."""
        for meta in self.all("meta"):
            if name in {meta.get("name"), meta.get("property"), meta.get("http-equiv").lower()}:
                return meta.get("content")
        return ""

    @property
    def ids(self) -> frozenset[str]:
        """Every id on the page."""
        return frozenset(element.get("id") for element in self.elements) - {""}

    @property
    def language(self) -> str:
        """The language of the whole page."""
        return next((root.get("lang") for root in self.all("html")), "")

    @property
    def redirects(self) -> bool:
        """Whether the page only sends its reader elsewhere."""
        return bool(self.meta("refresh"))


def parse_document(text: str) -> Document:
    """Return the elements of this HTML (or SVG) text.

    >>> document = parse_document('<p id="a">One <b>two</b></p>')
    >>> [(element.tag, element.within, element.text) for element in document.elements]
    [('p', (), 'One '), ('b', ('p',), 'two')]
    """
    collector = _Collector()
    collector.feed(text)
    collector.close()
    return Document(elements=tuple(collector.elements()))


class _Collector(HTMLParser):
    """Collects start tags with the names of the elements around them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[int] = []
        self._found: list[tuple[str, Mapping[str, str], int, tuple[str, ...]]] = []
        self._texts: list[list[str]] = []

    def elements(self) -> Iterator[Element]:
        for (tag, attributes, line, within), text in zip(self._found, self._texts, strict=True):
            yield Element(
                tag=tag, attributes=attributes, line=line, within=within, text="".join(text)
            )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        within = tuple(self._found[index][0] for index in self._open)
        attributes = {name: value or "" for name, value in attrs}
        self._found.append((tag, attributes, self.getpos()[0], within))
        self._texts.append([])
        if tag not in VOID:
            self._open.append(len(self._found) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        tags = [self._found[index][0] for index in self._open]
        if tag in tags and tag not in VOID:
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._open:
            self._texts[self._open[-1]].append(data)
