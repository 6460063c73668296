"""Writes well-formed HTML: Markdown's own elements as they come, the author's as far as they fit.

The first line of defence and the one that explains: it knows the place of everything that it
drops. `fragment.py` has the last word on what is harmless.
"""

from collections.abc import Mapping
from html import escape
from unicodedata import normalize

from lessongen.parsing.attributes import written
from lessongen.parsing.findings import Attributes, Findings, FoundHeading
from lessongen.parsing.html_elements import ELEMENTS
from lessongen.parsing.open_elements import TEXT, OpenElements, Raw
from lessongen.parsing.targets import clean_target, trouble_with

_NOWHERE = -1  # number of a link that was left out
# Level, whether it has an id of its own, number of its id, place, first word, slot of its tag.
_OpenHeading = tuple[int, bool, int, int, int, int]


class HtmlWriter:
    """The HTML so far, the elements that are open, and the words that readers will see."""

    def __init__(self, findings: Findings, shift: int) -> None:
        self.findings = findings
        self.out: list[str] = []
        self.words: list[str] = []  # text with code and alternative texts, for links, headings
        self.plain: list[str] = []  # text without them, for units
        self.elements = OpenElements()
        self.tags = 0  # of raw HTML so far
        self._shift = shift  # of the levels of headings
        self._links: list[tuple[int, int]] = []  # open links: number, first word
        self._headings: list[_OpenHeading] = []

    # --- Markdown's own elements ---

    def open(self, name: str, attributes: str = "") -> None:
        """Writes a start tag."""
        if self.elements.raw:
            self.make_room(name)
        self.elements.stack.append(name)
        self.out.append(f"<{name}{attributes}>")

    def close(self, name: str) -> None:
        """Writes the end tag of the innermost of Markdown's elements."""
        self._leave()
        self.out.append(f"</{name}>")

    def void(self, name: str, html: str) -> None:
        """Writes an element without content."""
        if self.elements.raw:
            self.make_room(name)
        self.out.append(html)

    def text(self, text: str) -> None:
        """Writes a text that readers see; accents become one character with their letter."""
        if not text.isascii():
            text = nfc(text)
        if self.elements.raw:
            self.make_room(TEXT)
        self.out.append(escape(text, quote=False))
        self.words.append(text)
        if not self.elements.raw or not self.elements.is_inside("code", "pre"):
            self.plain.append(text)

    def space(self, html: str) -> None:
        """Writes white space or a line break; it is a space in the plain text."""
        self.out.append(html)
        self.words.append(" ")
        self.plain.append(" ")

    def open_heading(self, level: int, attributes: Mapping[str, str], at: int) -> None:
        """Writes the start tag of a heading; its text is known when it closes."""
        if self.elements.raw:
            self.make_room("h2")
        self.elements.stack.append("h2")
        self._start_heading(level, attributes, at)

    def close_heading(self) -> None:
        """Writes the end tag of a heading."""
        self._leave()
        self._end_heading()

    def code(self, text: str) -> None:
        """Writes code inside a line."""
        text = nfc(text)
        self.open("code")
        self.out.append(escape(text, quote=False))
        self.words.append(text)
        self.close("code")

    def open_link(self, target: str | None, attributes: Attributes, at: int) -> None:
        """Writes the start tag of a link; one that leads nowhere or is unsafe is left out."""
        fits = self.can_link()
        self.elements.stack.append("a")
        self.start_link(target if fits else None, attributes, at)

    def can_link(self) -> bool:
        """Whether a link may come next: links hold no links."""
        if not self.elements.raw:  # Markdown's own texts stand where links may stand
            return "a" not in self.elements.stack
        self.make_room("a")
        return self.elements.fits("a", len(self.elements.stack))

    def close_link(self) -> None:
        """Writes the end tag of a link."""
        self._leave()
        self.end_link()

    def image(self, target: str, alt: str | None, attributes: Attributes, at: int) -> None:
        """Writes an image; of an unsafe one the alternative text stays."""
        if self.elements.raw:
            self.make_room("img")
        target = clean_target(target)
        trouble, hint = trouble_with(target)
        if trouble:
            self.findings.report("unsafe-link", trouble.replace("link", "image"), at, hint)
            self.text(alt or "")
            return
        self.words.append(alt or "")
        self.out.append(self.findings.image(target, alt, attributes, at))

    def end_raw(self) -> None:
        """Closes what the author left open here."""
        while isinstance(self.elements.top, Raw):
            self.close_raw(forgotten=True)

    def _leave(self) -> None:
        """Ends the innermost of Markdown's elements."""
        if self.elements.raw:
            self.end_raw()
        self.elements.stack.pop()

    # --- the author's elements ---

    def open_raw(self, name: str, attributes: dict[str, str], at: int) -> None:
        """Writes the start tag of an element that fits here; its attributes are clean."""
        self.put_child(name)
        self.elements.push(Raw(name, len(self.out), at))
        if name == "a":
            self._anchor(attributes, at)
            target = attributes.pop("href", None)
            self.start_link(target, tuple(attributes.items()), at)
        elif is_heading(name):
            self._start_heading(int(name[1]), attributes, at)
        else:
            self.out.append(f"<{name}{self._attributes(attributes, at)}>")

    def void_raw(self, name: str, attributes: dict[str, str], at: int) -> None:
        """Writes an element without content that fits here; its attributes are clean."""
        self.put_child(name)
        if name == "img":
            self._anchor(attributes, at)
            target, alt = attributes.pop("src"), attributes.pop("alt", None)
            self.image(target, alt, tuple(attributes.items()), at)
        elif name == "br":
            self.space(f"<br{self._attributes(attributes, at)}>")
        else:
            self.out.append(f"<{name}{self._attributes(attributes, at)}>")

    def close_raw(self, *, forgotten: bool = False) -> None:
        """Writes the end tag of the innermost element; one that the author forgot is reported."""
        element = self.elements.pop_raw()
        self._complete(element)
        if forgotten and not ELEMENTS[element.name].implied_end:
            self._report_forgotten(element)
        if element.demoted:
            return
        if element.name == "a":
            self.end_link()
        elif is_heading(element.name):
            self._end_heading()
        else:
            self.out.append(f"</{element.name}>")

    def make_room(self, name: str) -> None:
        """Closes the author's elements until what Markdown brings fits."""
        elements = self.elements
        while isinstance(elements.top, Raw) and not elements.fits(name, len(elements.stack)):
            self.close_raw(forgotten=True)
        self.put_child(name)

    def put_child(self, name: str) -> None:
        """Notes a child of the innermost element, and what that means for it."""
        parent = self.elements.top
        if not isinstance(parent, Raw):
            return
        if parent.name == "details" and not parent.children and name != "summary":
            self._take_back(parent, "needs a <summary> as its first element; its text stays")
        if name == "figcaption" and parent.children:
            parent.full = True
        parent.children.add(name)
        parent.last = name

    def _complete(self, element: Raw) -> None:
        """Adds what HTML requires in an element, or takes its tags back."""
        name, children = element.name, element.children
        if name == "details" and not children:
            self._take_back(element, "needs a <summary>; it is dropped")
        elif name == "ruby" and element.last != "rt":
            self.out.append("<rt></rt>")
        elif name == "dl" and element.last == "dt":
            self.out.append("<dd></dd>")
        elif name == "tr" and not children:
            self.out.append("<td></td>")

    def _take_back(self, element: Raw, why: str) -> None:
        if element.demoted:
            return
        element.demoted = True
        self.out[element.slot] = ""
        from lessongen.parsing.raw_html_hints import hint_for  # only where something is wrong

        hint = hint_for(element.name)
        self.findings.report("raw-html", f"<{element.name}> {why}", element.at, hint)

    def _report_forgotten(self, element: Raw) -> None:
        self.elements.expect_end(element.name)
        if not element.demoted:
            message = f"<{element.name}> is not closed where it should be"
            hint = f"write </{element.name}> before what it is part of ends"
            self.findings.report("raw-html", message, element.at, hint)

    # --- links, ids, headings ---

    def start_link(self, target: str | None, attributes: Attributes, at: int) -> None:
        """Writes the tag of a link with this target; none: a link that leads nowhere."""
        target = None if target is None else clean_target(target)
        trouble, hint = ("", "") if target is None else trouble_with(target)
        if trouble:
            self.findings.report("unsafe-link", trouble, at, hint)
        if target is None or trouble:
            self._links.append((_NOWHERE, 0))
            return
        self._links.append((len(self.findings.links), len(self.words)))
        self.out.append(self.findings.link(target, attributes, at))

    def end_link(self) -> None:
        """Writes the end tag of the innermost link."""
        number, first = self._links.pop()
        if number != _NOWHERE:
            self.findings.link_texts[number] = "".join(self.words[first:])
            self.out.append("</a>")

    def _anchor(self, attributes: dict[str, str], at: int) -> None:
        """An id in front: the tags of links and images are filled in as a whole."""
        value = attributes.pop("id", "")
        if value:
            self.out.append(f"<span{self.findings.id(value, at)}></span>")

    def _attributes(self, attributes: dict[str, str], at: int) -> str:
        value = attributes.pop("id", "")
        return (self.findings.id(value, at) if value else "") + written(attributes)

    def _start_heading(self, level: int, attributes: Mapping[str, str], at: int) -> None:
        found = self.findings
        value = attributes.get("id", "")
        level = min(max(level + self._shift, 2), 6)  # the page's title alone is level 1
        others = {name: each for name, each in attributes.items() if name != "id"}
        slot, number = len(self.out), len(found.ids)
        self.out.append(f"<h{level}{found.id(value, at)}{written(others)}>")
        self._headings.append((level, bool(value), number, at, len(self.words), slot))

    def _end_heading(self) -> None:
        level, explicit, number, at, first, slot = self._headings.pop()
        text = "".join(self.words[first:]).replace("\n", " ").strip()
        if text:
            heading = FoundHeading(level=level, text=text, explicit=explicit, id=number, at=at)
            self.findings.headings.append(heading)
            self.out.append(f"</h{level}>")
        else:  # nobody could see or hear it
            self.out[slot] = ""


def nfc(text: str) -> str:
    """The text in the composition that pages are written in.

    Only for texts before they are escaped: a mark behind a tag would compose with its ">".
    """
    return text if text.isascii() else normalize("NFC", text)


def is_heading(name: str) -> bool:
    """Whether this is the name of a heading element."""
    return name[:1] == "h" and name[1:].isdecimal()
