"""Footnotes: numbered by their first reference, gathered at the end, with ways back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessongen.parsing.findings import Findings, FoundLink

if TYPE_CHECKING:
    from markdown_it.token import Token

_OPEN, _CLOSE = "footnote_reference_open", "footnote_reference_close"


@dataclass(frozen=True, slots=True)
class Definition:
    """A footnote as it is defined; the first of its name counts."""

    label: str
    tokens: "Sequence[Token]"
    at: int


@dataclass(slots=True)
class Footnote:
    """A footnote that the text refers to."""

    number: int
    tokens: "Sequence[Token]"
    references: list[int] = field(default_factory=list)  # where they stand
    slot: int = 0  # for the links back, which are known at the end only


@dataclass(slots=True)
class Footnotes:
    """The footnotes of a body: those defined, and those referred to so far."""

    findings: Findings
    defined: "dict[str, Definition]" = field(default_factory=dict)
    spare: "list[Definition]" = field(default_factory=list)  # second ones of the same name
    used: dict[str, Footnote] = field(default_factory=dict)
    order: list[Footnote] = field(default_factory=list)

    def define(self, definition: Definition) -> None:
        """Keeps a definition; a second one of the same name is reported."""
        label = definition.label
        if label in self.defined:
            self.spare.append(definition)
            message = f"a second footnote [^{label}] is not shown"
            self.findings.report("broken-footnote", message, definition.at, "give it another name")
        else:
            self.defined[label] = definition

    def refer(self, label: str, at: int) -> str:
        """The reference's HTML, or nothing if there is no such footnote after all."""
        if label not in self.defined:
            return ""
        note = self.used.get(label)
        if note is None:
            tokens = self.defined[label].tokens
            note = self.used[label] = Footnote(len(self.order) + 1, tokens)
            self.order.append(note)
        note.references.append(at)
        name = _reference_id(note.number, len(note.references))
        link = self._link(f"#fn-{note.number}", str(note.number), at, role="doc-noteref")
        id_attribute = self.findings.id(name, at, own=True)
        return f'<sup class="footnote-ref"{id_attribute}>{link}{note.number}</a></sup>'

    def links_back(self, note: Footnote) -> str:
        """The links from a footnote to the places that refer to it."""
        label = self.findings.label("footnote-back")
        links = []
        for count, at in enumerate(note.references, 1):
            target = f"#{_reference_id(note.number, count)}"
            link = self._link(target, "↩", at, **{"class": "footnote-back"}, role="doc-backlink")
            arrow = '<span aria-hidden="true">↩\ufe0e</span>'
            which = f"<sup>{count}</sup>" if count > 1 else ""
            words = f'<span class="visually-hidden">{label}</span>'
            links.append(f" {link}{arrow}{words}{which}</a>")
        return "".join(links)

    def unused(self) -> "list[Definition]":
        """The footnotes that nothing refers to, which is reported, and the spare ones."""
        lonely = [each for each in self.defined.values() if each.label not in self.used]
        for each in lonely:
            message = f"nothing refers to the footnote [^{each.label}]: it is not shown"
            hint = f"write [^{each.label}] where it belongs"
            self.findings.report("broken-footnote", message, each.at, hint)
        return lonely + self.spare

    def _link(self, target: str, text: str, at: int, **attributes: str) -> str:
        number = len(self.findings.links)
        found = FoundLink(target, tuple(attributes.items()), at, text)
        self.findings.links.append(found)
        return f'<a href="{target}" data-n="{number}">'


def definition_end(tokens: "Sequence[Token]", start: int) -> int:
    """Where the definition that opens at `start` closes."""
    depth = 0
    for index in range(start, len(tokens)):
        depth += (tokens[index].type == _OPEN) - (tokens[index].type == _CLOSE)
        if depth == 0:
            return index
    return len(tokens)


def _reference_id(number: int, count: int) -> str:
    return f"fnref-{number}" if count == 1 else f"fnref-{number}-{count}"
