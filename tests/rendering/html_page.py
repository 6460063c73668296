"""A page as browsers and screen readers meet it: its elements, in order."""

from collections.abc import Mapping
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})


class Element:
    """A start tag with its attributes and the words inside."""

    def __init__(self, name: str, attributes: Mapping[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.words = ""


class Page(HTMLParser):
    """The elements of a page in order, and what does not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.unnested: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the last element, which must be this one."""
        if not self.open or self.open[-1].name != tag:
            self.unnested.append(tag)
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Give the words to every open element."""
        for element in self.open:
            element.words += data

    def all(self, *names: str, **attributes: str) -> list[Element]:
        """The elements of these names with these attributes."""
        wanted = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            each
            for each in self.elements
            if (not names or each.name in names)
            and all(each.attributes.get(name) == value for name, value in wanted.items())
        ]

    def one(self, *names: str, **attributes: str) -> Element:
        """The only such element."""
        (element,) = self.all(*names, **attributes)
        return element
