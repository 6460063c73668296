"""Heading ids of translations: deep links survive a change of language."""

import unicodedata
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from lessongen.model.document import Document, Heading

Recorded = Sequence[tuple[int, int]]  # lines of headings that belong together: source, member


def shared_ids(source: Document, member: Document, recorded: Recorded = ()) -> tuple[str, ...]:
    """The id of each id hole of `member`: its headings have the ids of their source headings.

    Headings pair by `{#id}`, then by what is recorded, then by position if the sequences of
    levels are equal; the others keep their own. An id that would stand twice is not taken over.
    """
    own = member.body.ids
    if member is source or not source.body.headings:
        return own
    pairs = paired_headings(source, member, recorded)
    wanted = {heading.hole: theirs.id for heading, theirs in pairs}
    taken = {own_id for hole, own_id in enumerate(own) if hole not in wanted}
    ids = list(own)
    for hole, source_id in wanted.items():
        ids[hole] = _unused(own[hole] if source_id in taken else source_id, taken)
        taken.add(ids[hole])
    return tuple(ids)


def anchors_of(
    source: Document, member: Document, ids: tuple[str, ...], recorded: Recorded = ()
) -> Mapping[str, str]:
    """Every fragment that leads into the page, and the id it means.

    A link may use the id of the source heading or the one of the translation's own text. The
    title is the heading at the top: its id means the page itself.
    """
    from lessongen.parsing.headings import github_id  # for the graph alone

    anchors = dict(zip(member.body.ids, ids, strict=True))
    if member is not source:
        for heading, theirs in paired_headings(source, member, recorded):
            anchors.setdefault(theirs.id, ids[heading.hole])
    anchors.update({name: name for name in ids})
    takeaways = member.front.takeaways
    anchors.update({f"t{number}": f"t{number}" for number in range(1, len(takeaways) + 1)})
    for document in (source, member):
        if document.front.title:
            anchors.setdefault(github_id(document.front.title), "")
    return anchors


def normal_fragment(fragment: str) -> str:
    """The fragment as ids are written: percent-decoded, NFC."""
    return unicodedata.normalize("NFC", unquote(fragment))


def _unused(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "-1"
    return name


def paired_headings(
    source: Document, member: Document, recorded: Recorded = ()
) -> tuple[tuple[Heading, Heading], ...]:
    """Headings of the member and of the source that are the same; none of them twice."""
    theirs = source.body.headings
    explicit = {heading.id: heading for heading in theirs if heading.explicit}
    at = {heading.span.line: heading for heading in theirs}
    confirmed = {ours: at[line] for line, ours in recorded if line in at}
    aligned = [each.level for each in theirs] == [each.level for each in member.body.headings]
    pairs = [
        (heading, same)
        for heading in member.body.headings
        if (same := _sure(heading, explicit, confirmed)) is not None
    ]
    if aligned and len(pairs) < len(theirs):
        known = {id(heading) for pair in pairs for heading in pair}
        pairs += [
            (ours, same)
            for ours, same in zip(member.body.headings, theirs, strict=True)
            if not ours.explicit and id(ours) not in known and id(same) not in known
        ]
    return tuple(pairs)


def _sure(
    heading: Heading, explicit: Mapping[str, Heading], confirmed: Mapping[int, Heading]
) -> Heading | None:
    if heading.explicit:
        return explicit.get(heading.id)
    return confirmed.get(heading.span.line)
