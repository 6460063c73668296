"""Footnotes: numbered by their first reference, gathered at the end, with ways back."""

from typing import TYPE_CHECKING

from lessongen.model.value import value
from lessongen.parsing.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_OPEN, _CLOSE = "footnote_reference_open", "footnote_reference_close"


@value
class Definition:
    """A footnote as it is defined; the first of its name counts."""

    label: str
    tokens: "Sequence[Token]"
    at: int


class Footnote:
    """A footnote that the text refers to."""

    __slots__ = ("number", "references", "slot", "tokens")

    def __init__(self, number: int, tokens: "Sequence[Token]") -> None:
        self.number = number
        self.tokens = tokens
        self.references: list[int] = []  # where they stand
        self.slot = 0  # for the links back, which are known at the end only


class Footnotes:
    """The footnotes of a body: those defined, and those referred to so far."""

    __slots__ = ("_findings", "_spare", "_used", "defined", "order")

    def __init__(self, findings: Findings) -> None:
        self.defined: dict[str, Definition] = {}
        self.order: list[Footnote] = []  # by number
        self._findings = findings
        self._spare: list[Definition] = []  # second ones of the same name
        self._used: dict[str, Footnote] = {}

    def define(self, definition: Definition) -> None:
        """Keeps a definition; a second one of the same name is reported."""
        label = definition.label
        if label in self.defined:
            self._spare.append(definition)
            message = f"a second footnote [^{label}] is not shown"
            self._findings.report("broken-footnote", message, definition.at, "give it another name")
        else:
            self.defined[label] = definition

    def refer(self, label: str, at: int, *, linked: bool) -> str:
        """The reference's HTML; inside a link it is only a number."""
        note = self._used.get(label)
        if note is None:
            tokens = self.defined[label].tokens
            note = self._used[label] = Footnote(len(self.order) + 1, tokens)
            self.order.append(note)
        note.references.append(at)
        name = _reference_id(note.number, len(note.references))
        number = str(note.number)
        if linked:
            link = self._link(f"#fn-{number}", number, at, role="doc-noteref")
            number = f"{link}{number}</a>"
        id_attribute = self._findings.id(name, at, own=True)
        return f'<sup class="footnote-ref"{id_attribute}>{number}</sup>'

    def links_back(self, note: Footnote) -> str:
        """The links from a footnote to the places that refer to it."""
        label = self._findings.label("footnote-back")
        links = []
        for count, at in enumerate(note.references, 1):
            target = f"#{_reference_id(note.number, count)}"
            link = self._link(target, "↩", at, **{"class": "footnote-back"}, role="doc-backlink")
            arrow = '<span aria-hidden="true">↩\ufe0e</span>'
            which = f"<sup>{count}</sup>" if count > 1 else ""
            words = f'<span class="visually-hidden">{label}</span>'
            links.append(f" {link}{arrow}{words}{which}</a>")
        return "".join(links)

    def unused(self) -> list[Definition]:
        """The footnotes that nothing refers to, which is reported, and the spare ones."""
        lonely = [each for each in self.defined.values() if each.label not in self._used]
        for each in lonely:
            message = f"nothing refers to the footnote [^{each.label}]: it is not shown"
            hint = f"write [^{each.label}] where it belongs"
            self._findings.report("broken-footnote", message, each.at, hint)
        return lonely + self._spare

    def _link(self, target: str, text: str, at: int, **attributes: str) -> str:
        return self._findings.link(target, tuple(attributes.items()), at, text)


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
