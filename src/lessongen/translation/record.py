"""The `.sync` file beside a translation: readable text, tolerant of what happens to files.

    %% lessongen-sync 1 lesson=07-start-small lang=es
    %% claim Ana 2026-10-02 until 2026-10-16

    %% f22b8270 2026-05-02 Ana =5f0e
    p| Before you practise, choose **one** skill.

A stanza names target units by digest (several: a comma between), the day, who confirmed, flags,
and a check sum; below it stand the source units as they were, each with its kind, further lines
behind ` | `. Whatever cannot be read is passed over. A stanza that does not fit its sum, because
lines were lost or mixed, is unverified, as is what two sides of a merge do not say alike: the
worst outcome is being asked again. Without a sum a stanza is believed.
"""

import re
from binascii import crc32
from collections.abc import Iterator, Mapping, Sequence

from lessongen.model.translation import Bead, Claim, Record, RecordedUnit, in_doubt
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

_HEAD = re.compile(r"%%\s*lessongen-sync\s+(\d{1,9})\b")
_DATE = r"\d{4}-\d\d-\d\d"
_CLAIM = re.compile(rf"%%\s*claim\s+(\S.*?)\s+({_DATE})\s+until\s+({_DATE})\s*$")
_STANZA = re.compile(rf"%%\s*((?:[0-9a-f]{{8}}(?:,[0-9a-f]{{8}})*|-))\s+({_DATE})(?:\s(.*))?$")
_UNIT = re.compile(r"\s*(\w+)\|(?: (.*)|\s*)$")
_MORE = re.compile(r"\s*\|(?: (.*)|\s*)$")
_SUM = re.compile(r"=[0-9a-f]{4}")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FLAG = re.compile(
    r"(?:reviewed|allow):\S+|harmless|moved|same-on-purpose|target-only|untranslated|unverified"
    r"|urgent"
)
# A merge conflict: ours, what both came from, theirs, the end.
_OURS, _BASE, _THEIRS, _AFTER = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARKS = (_OURS, _BASE, _THEIRS, _AFTER)


def write_record(record: Record, key: str, locale: str) -> str:
    """The text of the `.sync` file; nothing but the record decides its bytes."""
    head = [f"%% lessongen-sync {FORMAT} lesson={key} lang={locale}"]
    if record.claim is not None:
        claim = record.claim
        head.append(f"%% claim {claim.by} {claim.since} until {claim.until}")
    stanzas = ("\n".join(_stanza(bead)) for bead in record.beads)
    return "\n\n".join(("\n".join(head), *stanzas)) + "\n"


def signature(by: str) -> str:
    r"""A name as it can stand in a record: on one line, and not to be taken for a flag.

    >>> signature(" Ana\n María "), signature("urgent")
    ('Ana María', 'urgent,')
    """
    name = " ".join(by.split())
    last = name.rpartition(" ")[2]
    return f"{name}," if _FLAG.fullmatch(last) or _SUM.fullmatch(last) else name


def _stanza(bead: Bead) -> Iterator[str]:
    head = ["%%", ",".join(bead.targets) or "-", bead.date, bead.by, *bead.flags]
    if bead.sources:
        head.append(_sum(bead.sources))
    yield " ".join(filter(None, head))
    for unit in bead.sources:
        first, *more = unit.text.split("\n")
        yield f"{_SHORT[unit.kind]}| {first}" if first else f"{_SHORT[unit.kind]}|"
        yield from (f" | {line}" if line else " |" for line in more)


def _sum(units: Sequence[RecordedUnit]) -> str:
    """What changes with nearly every change of the units."""
    text = "\n\n".join(f"{unit.kind}\n{unit.text}" for unit in units)
    return f"={crc32(text.encode('utf-8', 'surrogatepass')) & 0xFFFF:04x}"


def read_record(text: str) -> Record:
    r"""What the text records; of two sides of a merge conflict the one that asks again.

    >>> record = read_record("%% f22b8270 2026-05-02 Ana reviewed:Luis\np| Choose one.\n")
    >>> record.beads[0].by, record.beads[0].flags, record.beads[0].sources[0].text
    ('Ana', ('reviewed:Luis',), 'Choose one.')
    """
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    if not any(line.startswith(_MARKS) for line in lines):
        return _read(lines)
    from lessongen.translation.conflict import settle  # only after an accident

    return settle(_read(_side(lines, _THEIRS)), _read(_side(lines, _OURS)))


def _side(lines: Sequence[str], other: str) -> list[str]:
    """The file as it is without the other side of each conflict."""
    kept, mark = [], _AFTER
    for line in lines:
        if line.startswith(_MARKS):
            mark = line[:7]
        elif mark not in (other, _BASE):
            kept.append(line)
    return kept


def _read(lines: Sequence[str]) -> Record:
    """What lines without conflicts record."""
    beads: list[Bead] = []
    claim, foreign = None, False
    for stanza in _stanzas(lines):
        head = _HEAD.match(stanza[0])
        foreign = foreign or (head is not None and int(head[1]) != FORMAT)
        claimed = next(filter(None, map(_CLAIM.match, stanza)), None)
        if claimed:
            claim = Claim(by=claimed[1], since=claimed[2], until=claimed[3])
        bead = _bead(stanza)
        if bead is not None:
            beads.append(in_doubt(bead) if foreign else bead)
    return Record(beads=tuple(beads), claim=claim)


def _stanzas(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each stanza, its head first."""
    stanza: list[str] = []
    for line in lines:
        if line.lstrip().startswith("%%"):
            if stanza:
                yield stanza
            stanza = [line.strip()]
        elif stanza and line.strip():
            stanza.append(line)
    if stanza:
        yield stanza


def _bead(lines: Sequence[str]) -> Bead | None:
    head = _STANZA.match(lines[0])
    if head is None:
        return None
    by, flags, wanted_sum = _signature(head[3] or "")
    units, strange = _units(lines[1:])
    targets = () if head[1] == "-" else tuple(head[1].split(","))
    own = "target-only" in flags
    if bool(units) == own or not (units or targets):
        return None
    bead = Bead(sources=units, targets=targets, date=head[2], by=by, flags=flags)
    wrong = strange or (wanted_sum and wanted_sum != _sum(units))
    return in_doubt(bead) if wrong else bead


def _signature(text: str) -> tuple[str, tuple[str, ...], str]:
    """The name, which may have several words, the flags behind it, and the check sum."""
    words = text.split()
    wanted_sum = words.pop() if words and _SUM.fullmatch(words[-1]) else ""
    first = len(words)
    while first and _FLAG.fullmatch(words[first - 1]):
        first -= 1
    return " ".join(words[:first]), tuple(dict.fromkeys(words[first:])), wanted_sum


def _units(lines: Sequence[str]) -> tuple[tuple[RecordedUnit, ...], bool]:
    """The recorded units, and whether there is anything among them that is none."""
    found: list[tuple[UnitKind, list[str]]] = []
    strange = False
    for line in lines:
        start, more = _UNIT.match(line), _MORE.match(line)
        if start and start[1] in _KINDS:
            found.append((_KINDS[start[1]], [start[2] or ""]))
        elif more and found:
            found[-1][1].append(more[1] or "")
        else:
            strange = True
    units = (RecordedUnit(kind=kind, text="\n".join(text)) for kind, text in found)
    return tuple(units), strange
