"""Builders for tests of translations: units and records from short lines of text."""

import re
from collections.abc import Sequence

from lessongen.model.source import Span
from lessongen.model.translation import Bead, Record, UnitPair, UnitState
from lessongen.model.unit import Unit, UnitKind
from lessongen.translation.accept import accept
from lessongen.translation.kept import recorded
from lessongen.translation.normal import digest
from lessongen.translation.pairing import pair_units

KINDS: dict[str, UnitKind] = {
    "title": "title",
    "summary": "summary",
    "take": "takeaway",
    "prompt": "prompt",
    "h": "heading",
    "p": "paragraph",
    "li": "item",
    "q": "quote",
    "tr": "row",
    "img": "image",
    "code": "code",
    "fn": "footnote",
    "dl": "definition",
}
_HIDDEN = re.compile(r"\]\([^)]*\)|[*_`\[\]!]")


def unit(line: str, number: int = 1) -> Unit:
    """A unit from a line such as `p Some *text*`; without a known kind it is a paragraph."""
    short, _, text = line.partition(" ")
    kind = KINDS.get(short, "paragraph")
    text = text if short in KINDS else line
    text = text.replace("\\n", "\n")
    plain = "" if kind == "code" else _HIDDEN.sub("", text)
    span = Span(path="content/en/07-x.md", line=number)
    return Unit(kind=kind, text=text, plain=plain, ranges=((0, len(text)),), span=span)


def units(lines: str | Sequence[str]) -> tuple[Unit, ...]:
    r"""The units of lines, blank ones left out; `\n` in a line is a line end in its unit."""
    if isinstance(lines, str):
        lines = [line.strip() for line in lines.splitlines() if line.strip()]
    return tuple(unit(line, number) for number, line in enumerate(lines, start=1))


def confirmed(sources: Sequence[Unit], targets: Sequence[Unit], *, flags: str = "") -> Record:
    """The record after somebody confirmed all of a translation, unit by unit."""
    return Record(
        beads=tuple(
            Bead(
                sources=recorded((source,)),
                targets=(digest(target),),
                date="2026-05-02",
                by="Ana",
                flags=tuple(flags.split()),
            )
            for source, target in zip(sources, targets, strict=True)
        )
    )


def states(pairs: Sequence[UnitPair]) -> list[UnitState]:
    """The states of pairs in their order."""
    return [pair.state for pair in pairs]


def ok(record: Record, sources: Sequence[Unit], targets: Sequence[Unit]) -> Record:
    """The record after `ok` of everything that has a translation."""
    pairs = pair_units(record, sources, targets)
    return accept(record, pairs, by="Ana", date="2026-06-01").record
