"""What a verb makes of a record: the new record, and what the verb did.

No verb touches a text. What is not chosen keeps what was confirmed of it; but where the source
stood still and its translation was polished, the record quietly learns the polished one: else a
later change of the source would look half done.
"""

from collections.abc import Collection, Sequence

from lessongen.model.translation import SETTLED, Bead, Record, UnitPair
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.translation.kept import kept, recorded, with_flags
from lessongen.translation.normal import digest
from lessongen.translation.record import signature
from lessongen.translation.signing import Signing
from lessongen.translation.state import change_between, has_text


@value
class Change:
    """A verb's new record, the pairs that it settled, and those that it could not."""

    record: Record
    done: tuple[UnitPair, ...] = ()
    left: tuple[UnitPair, ...] = ()  # not translated, or nothing to be said of them
    reviewed: tuple[UnitPair, ...] = ()  # of those done: right already, now by a second person


def accept(
    record: Record,
    pairs: Sequence[UnitPair],
    *,
    by: str,
    date: str,
    chosen: Collection[int] | None = None,
    allow: Collection[str] = (),
    read: bool = False,
) -> Change:
    """The record after `ok`: these translations are right for today's source.

    `chosen`: places in `pairs`, None for all. A translation that still is the source's text is
    confirmed only where it was chosen by name. A text whose source is gone becomes the
    translator's own. `allow`: checks that are silent from now on for the units confirmed.
    `read`: somebody named this text, so an `ok` where nothing is to do is a review.
    """
    is_review = read and not allow and _is_settled(pairs, chosen)
    signing = Signing(by, date, allow, is_review=is_review)
    beads: list[Bead] = []
    left: list[UnitPair] = []
    for place, pair in enumerate(pairs):
        if chosen is not None and place not in chosen:
            beads += kept(pair, date)
        elif not has_text(pair.targets) or (pair.state == "new" and chosen is None):
            left.append(pair)
            beads += kept(pair, date)
        else:
            beads += signing.beads(pair)
    return Change(
        record=Record(beads=tuple(beads), claim=record.claim),
        done=tuple(signing.done),
        left=tuple(left),
        reviewed=tuple(signing.reviewed),
    )


def _is_settled(pairs: Sequence[UnitPair], chosen: Collection[int] | None) -> bool:
    """Whether nothing waits in what was named: then an `ok` can only mean that it was read."""
    named = pairs if chosen is None else [pairs[place] for place in chosen]
    return all(pair.state in SETTLED for pair in named)


def confirm_presumed(record: Record, pairs: Sequence[UnitPair], *, by: str) -> Change:
    """The record after the word that what the machine presumes was right on its day.

    It goes on to stand for the source of that day: what has changed since is to do.
    """
    known = [(pair, pair.bead) for pair in pairs if pair.bead and pair.state != "new"]
    beads = (
        Bead(
            sources=bead.sources,
            targets=bead.targets,
            date=bead.date,
            by=signature(by),
            flags=tuple(flag for flag in bead.flags if flag != "unverified"),
        )
        for _, bead in known
    )
    return Change(
        record=Record(beads=tuple(beads), claim=record.claim),
        done=tuple(pair for pair, _ in known),
        left=tuple(pair for pair in pairs if pair.state == "new"),
    )


def mark_harmless(
    record: Record,
    pairs: Sequence[UnitPair],
    *,
    by: str,
    date: str,
    chosen: Collection[int] | None = None,
) -> Change:
    """The record after an author's word that changes of the source mean nothing to translators.

    It stands for today's source then; what nobody ever confirmed stays unconfirmed.
    """
    beads: list[Bead] = []
    done, left = [], []
    for place, pair in enumerate(pairs):
        wanted = chosen is None or place in chosen
        if wanted and pair.bead is not None and _is_behind(pair):
            done.append(pair)
            flags = tuple(flag for flag in pair.bead.flags if flag not in ("harmless", "urgent"))
            bead = Bead(
                sources=recorded(pair.sources),
                targets=pair.bead.targets,
                date=date,
                by=signature(by),
                flags=(*flags, "harmless"),
            )
            beads.append(bead)
        else:
            left += [pair] if chosen is not None and wanted else []
            beads += kept(pair, date)
    after = Record(beads=tuple(beads), claim=record.claim)
    return Change(record=after, done=tuple(done), left=tuple(left))


def _is_behind(pair: UnitPair) -> bool:
    """Whether a pair was confirmed for another text of its source."""
    if not pair.previous or not pair.sources or pair.state == "new":
        return False
    return change_between(pair.previous, pair.sources) != "ok"


def mark_urgent(
    record: Record, pairs: Sequence[UnitPair], *, chosen: Collection[int], date: str
) -> Change:
    """The record that tells readers of the chosen translations that they are misleading."""
    beads: list[Bead] = []
    done, left = [], []
    for place, pair in enumerate(pairs):
        old = kept(pair, date)
        if place in chosen and old and pair.state not in ("new", "target-only"):
            done.append(pair)
            beads += (with_flags(bead, dict.fromkeys((*bead.flags, "urgent"))) for bead in old)
        else:
            left += [pair] if place in chosen else []
            beads += old
    after = Record(beads=tuple(beads), claim=record.claim)
    return Change(record=after, done=tuple(done), left=tuple(left))


def new_record(sources: Sequence[Unit], *, date: str, by: str) -> Record:
    """The record of a translation that is a copy of its source: nothing in it is translated."""
    return Record(
        beads=tuple(
            Bead(
                sources=recorded((source,)),
                targets=(digest(source),),
                date=date,
                by=signature(by),
                flags=("untranslated",),
            )
            for source in sources
        )
    )
