"""Heading ids of translations: deep links survive a change of language."""

import unicodedata
from collections.abc import Mapping
from urllib.parse import unquote

from lessongen.model.document import Document, Heading


def shared_ids(source: Document, member: Document) -> tuple[str, ...]:
    """The id of each id hole of `member`: its headings have the ids of their source headings.

    Headings pair by `{#id}`, then by position if the sequences of levels are equal; the
    others keep their own. An id that would stand twice is not taken over.
    """
    own = member.body.ids
    if member is source or not source.body.headings:
        return own
    wanted = {heading.hole: theirs.id for heading, theirs in _pairs(source, member)}
    taken = {own_id for hole, own_id in enumerate(own) if hole not in wanted}
    ids = list(own)
    for hole, source_id in wanted.items():
        ids[hole] = _unused(own[hole] if source_id in taken else source_id, taken)
        taken.add(ids[hole])
    return tuple(ids)


def anchors_of(source: Document, member: Document, ids: tuple[str, ...]) -> Mapping[str, str]:
    """Every fragment that leads into the page, and the id it means.

    A link may use the id of the source heading or the one of the translation's own text.
    """
    anchors = dict(zip(member.body.ids, ids, strict=True))
    if member is not source:
        for heading, theirs in _pairs(source, member):
            anchors.setdefault(theirs.id, ids[heading.hole])
    anchors.update({name: name for name in ids})
    takeaways = member.front.takeaways
    anchors.update({f"t{number}": f"t{number}" for number in range(1, len(takeaways) + 1)})
    return anchors


def normal_fragment(fragment: str) -> str:
    """The fragment as ids are written: percent-decoded, NFC."""
    return unicodedata.normalize("NFC", unquote(fragment))


def _unused(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "-1"
    return name


def _pairs(source: Document, member: Document) -> tuple[tuple[Heading, Heading], ...]:
    explicit = {heading.id: heading for heading in source.body.headings if heading.explicit}
    theirs = source.body.headings
    aligned = [each.level for each in theirs] == [each.level for each in member.body.headings]
    pairs = []
    for position, heading in enumerate(member.body.headings):
        if heading.explicit:
            same = explicit.get(heading.id)
        else:
            same = theirs[position] if aligned else None
        if same is not None:
            pairs.append((heading, same))
    return tuple(pairs)
