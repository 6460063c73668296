"""The `.sync` file beside a translation: readable text, tolerant of what happens to files.

    %% lessongen-sync 1 lesson=07-start-small lang=es
    %% claim Ana 2026-10-02 until 2026-10-16

    %% f22b8270 2026-05-02 Ana
    p| Before you practise, choose **one** skill.

A stanza names target units by digest (several: a comma between), the day, who confirmed, and
flags; below it stand the source units as they were, each with its kind, further lines behind
` | `. Whatever cannot be read is passed over: the worst outcome is being asked again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lessongen.model.translation import Bead, Claim, Record, RecordedUnit
from lessongen.model.unit import UnitKind

FORMAT = 1

_KINDS: Mapping[str, UnitKind] = {
    "title": "title",
    "summary": "summary",
    "takeaway": "takeaway",
    "prompt": "prompt",
    "epigraph": "epigraph",
    "section": "section",
    "bio": "bio",
    "tag": "tag",
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
_SHORT = {kind: short for short, kind in _KINDS.items()}

_HEAD = re.compile(r"%%\s*lessongen-sync\s+(\d+)")
_CLAIM = re.compile(r"%%\s*claim\s+(.+?)\s+(\d{4}-\d\d-\d\d)\s+until\s+(\d{4}-\d\d-\d\d)\s*$")
_STANZA = re.compile(
    r"%%\s*((?:[0-9a-f]{8}(?:,[0-9a-f]{8})*|-))\s+(\d{4}-\d\d-\d\d)(?:\s+(.*?))?\s*$"
)
_UNIT = re.compile(r"(\w+)\|(?: (.*)|)$")
_MORE = re.compile(r"\s*\|(?: (.*)|)$")
_FLAG = re.compile(r"(?:reviewed|allow):\S+|urgent|same-on-purpose|unverified|harmless")
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def write_record(record: Record, key: str, locale: str) -> str:
    """The text of the `.sync` file; nothing but the record decides its bytes."""
    head = [f"%% lessongen-sync {FORMAT} lesson={key} lang={locale}"]
    if record.claim is not None:
        claim = record.claim
        head.append(f"%% claim {claim.by} {claim.since} until {claim.until}")
    stanzas = ("\n".join(_stanza(bead)) for bead in record.beads)
    return "\n\n".join(("\n".join(head), *stanzas)) + "\n"


def _stanza(bead: Bead) -> Iterator[str]:
    targets = ",".join(bead.targets) or "-"
    yield " ".join(("%%", targets, bead.date, *filter(None, (bead.by,)), *bead.flags))
    for unit in bead.sources:
        first, *more = unit.text.split("\n")
        yield f"{_SHORT[unit.kind]}| {first}".rstrip(" ")
        yield from (f" | {line}".rstrip(" ") for line in more)


def read_record(text: str) -> Record:
    """What the text records. Of two sides of a merge conflict, both count, as unverified.

    >>> record = read_record("%% f22b8270 2026-05-02 Ana reviewed:Luis\\np| Choose one.\\n")
    >>> record.beads[0].by, record.beads[0].flags, record.beads[0].sources[0].text
    ('Ana', ('reviewed:Luis',), 'Choose one.')
    """
    beads: list[Bead] = []
    claim = None
    for lines, disputed in _stanzas(text):
        claimed = next(filter(None, map(_CLAIM.match, lines)), None)
        if claimed:
            claim = Claim(by=claimed[1], since=claimed[2], until=claimed[3])
        bead = _bead(lines, disputed=disputed)
        if bead is not None:
            beads.append(bead)
    return Record(beads=tuple(_settled(beads)), claim=claim)


def _stanzas(text: str) -> Iterator[tuple[Sequence[str], bool]]:
    """The lines of each stanza, and whether it stands between the marks of a conflict."""
    lines: list[str] = []
    disputed = touched = False
    for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")):
        if line.startswith(_CONFLICT):
            # A conflict inside a stanza ends it: both halves are in doubt.
            yield lines, True
            lines, disputed = [], not line.startswith(">>>>>>>")
            touched = True
        elif line.startswith("%%"):
            yield lines, disputed or touched
            lines, touched = [line], False
        else:
            lines.append(line)
    yield lines, disputed or touched


def _bead(lines: Sequence[str], *, disputed: bool) -> Bead | None:
    head = _STANZA.match(lines[0]) if lines else None
    if head is None:
        return None
    sources = tuple(_units(lines[1:]))
    if not sources:
        return None
    by, flags = _signature(head[3] or "")
    if disputed:
        flags = (*flags, "unverified") if "unverified" not in flags else flags
    targets = () if head[1] == "-" else tuple(head[1].split(","))
    return Bead(sources=sources, targets=targets, date=head[2], by=by, flags=flags)


def _signature(text: str) -> tuple[str, tuple[str, ...]]:
    """The name, which may have several words, and the flags behind it."""
    words = text.split()
    flags = tuple(word for word in words if _FLAG.fullmatch(word))
    return " ".join(word for word in words if not _FLAG.fullmatch(word)), flags


def _units(lines: Iterable[str]) -> Iterator[RecordedUnit]:
    kind: UnitKind | None = None
    text: list[str] = []
    for line in lines:
        start, more = _UNIT.match(line), _MORE.match(line)
        if start and start[1] in _KINDS:
            if kind is not None:
                yield RecordedUnit(kind=kind, text="\n".join(text))
            kind, text = _KINDS[start[1]], [start[2] or ""]
        elif more and kind is not None:
            text.append(more[1] or "")
    if kind is not None:
        yield RecordedUnit(kind=kind, text="\n".join(text))


def _settled(beads: Sequence[Bead]) -> Iterator[Bead]:
    """Each confirmation once: what both sides of a conflict say alike is not in doubt."""
    seen: dict[tuple[object, ...], int] = {}
    kept: list[Bead] = []
    for bead in beads:
        same = (bead.sources, bead.targets)
        if "unverified" in bead.flags and same in seen:
            continue
        seen[same] = len(kept)
        kept.append(bead)
    yield from kept
