"""What a verb makes of a record: the new record, and what the verb did.

No verb touches a text. What is not chosen keeps what was confirmed of it; but where the source
stood still and its translation was polished, the record quietly learns the polished one: else a
later change of the source would look half done.
"""

from collections.abc import Collection, Iterator, Sequence

from lessongen.model.translation import SETTLED, Bead, Record, RecordedUnit, UnitPair
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.translation.normal import digest
from lessongen.translation.record import signature
from lessongen.translation.state import (
    change_between,
    has_text,
    is_copied_code,
    is_copy,
    is_copy_unit,
)

# What an `ok` settles at any time, and what it settles where something had happened.
_PASSING = frozenset({"moved", "unverified", "untranslated", "urgent"})
_OUTDATED = frozenset({"harmless", "same-on-purpose"})
_OF_THAT_VERSION = "reviewed:"


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
    beads: list[Bead] = []
    done, left, reviewed = [], [], []
    is_review = read and not allow and _is_settled(pairs, chosen)
    for place, pair in enumerate(pairs):
        if chosen is not None and place not in chosen:
            beads += _kept(pair, date)
            continue
        if not has_text(pair.targets) or (pair.state == "new" and chosen is None):
            left.append(pair)
            beads += _kept(pair, date)
            continue
        flags = _flags_after_ok(pair, allow)
        if _stands(pair, flags):
            kept = _kept(pair, date)
            if is_review and _is_by_another(pair, by):
                done.append(pair)
                reviewed.append(pair)
                mark = f"{_OF_THAT_VERSION}{'_'.join(by.split())}"
                kept = tuple(_with_flags(each, (*each.flags, mark)) for each in kept)
            beads += kept
            continue
        done.append(pair)
        beads += (
            Bead(sources=sources, targets=targets, date=date, by=signature(by), flags=flags)
            for sources, targets in _one_to_one(pair)
        )
    return Change(
        record=Record(beads=tuple(beads), claim=record.claim),
        done=tuple(done),
        left=tuple(left),
        reviewed=tuple(reviewed),
    )


def _is_settled(pairs: Sequence[UnitPair], chosen: Collection[int] | None) -> bool:
    """Whether nothing waits in what was named: then an `ok` can only mean that it was read."""
    named = pairs if chosen is None else [pairs[place] for place in chosen]
    return all(pair.state in SETTLED for pair in named)


def _is_by_another(pair: UnitPair, by: str) -> bool:
    """Whether somebody else has confirmed a translation, and this person has not reviewed it."""
    bead = pair.bead
    if (
        bead is None
        or not bead.sources
        or not bead.by
        or is_copied_code(pair.sources, pair.targets)
    ):
        return False
    mark = f"{_OF_THAT_VERSION}{'_'.join(by.split())}"
    return bead.by != signature(by) and mark not in bead.flags


def _stands(pair: UnitPair, flags: Collection[str]) -> bool:
    """Whether there is nothing to confirm: who signed what nothing happened to, signed it."""
    if pair.bead is None or pair.state not in ("ok", "target-only"):
        return False
    return set(flags) == set(pair.bead.flags) - {"moved"}


def _flags_after_ok(pair: UnitPair, allow: Collection[str]) -> tuple[str, ...]:
    if not pair.sources:
        return ("target-only",)
    old = pair.bead.flags if pair.bead else ()
    flags = [flag for flag in old if flag not in _PASSING]
    if pair.state != "ok":
        flags = [flag for flag in flags if flag not in _OUTDATED]
        flags = [flag for flag in flags if not flag.startswith(_OF_THAT_VERSION)]
        if _is_same_on_purpose(pair):
            flags.append("same-on-purpose")
    return tuple(dict.fromkeys((*flags, *(f"allow:{check}" for check in allow))))


def _is_same_on_purpose(pair: UnitPair) -> bool:
    """Whether a translation that is the source's text is so because somebody said so."""
    if all(map(is_copy_unit, pair.sources)):
        return False
    said = pair.bead is not None and "same-on-purpose" in pair.bead.flags
    return pair.state == "new" or (said and is_copy(None, pair.sources, pair.targets))


def _one_to_one(pair: UnitPair) -> Iterator[tuple[tuple[RecordedUnit, ...], tuple[str, ...]]]:
    """The two sides of a pair, one by one where both are cut up alike: that tells more later."""
    sources, targets = recorded(pair.sources), tuple(map(digest, pair.targets))
    kinds, others = [unit.kind for unit in sources], [unit.kind for unit in pair.targets]
    if len(sources) > 1 and kinds == others:
        yield from (((one,), (other,)) for one, other in zip(sources, targets, strict=True))
    else:
        yield sources, targets


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
            beads += _kept(pair, date)
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
        old = _kept(pair, date)
        if place in chosen and old and pair.state not in ("new", "target-only"):
            done.append(pair)
            beads += (_with_flags(bead, dict.fromkeys((*bead.flags, "urgent"))) for bead in old)
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


# --- what goes on as it was -----------------------------------------------------


def _kept(pair: UnitPair, date: str) -> tuple[Bead, ...]:
    """What a record goes on to say of a pair that nobody settles now."""
    bead = pair.bead
    if bead is None:
        return _unconfirmed(pair, date)
    if pair.state == "moved":
        bead = _with_flags(bead, dict.fromkeys((*bead.flags, "moved")))
    elif pair.state == "ok":
        bead = _with_flags(bead, [flag for flag in bead.flags if flag != "moved"])
    if pair.state in ("ok", "typography", "moved", "target-only"):
        return (_refreshed(bead, pair.targets),)
    return (bead,)


def _unconfirmed(pair: UnitPair, date: str) -> tuple[Bead, ...]:
    """What to record of a translation that was adopted: the pairs, and that nobody saw them."""
    if pair.state not in ("unverified", "ok"):
        return ()
    targets = tuple(map(digest, pair.targets))
    bead = Bead(
        sources=recorded(pair.sources), targets=targets, date=date, by="", flags=("unverified",)
    )
    return (bead,)


def _refreshed(bead: Bead, targets: Sequence[Unit]) -> Bead:
    """The same confirmation, of the translation as it reads now."""
    names = tuple(map(digest, targets))
    return Bead(sources=bead.sources, targets=names, date=bead.date, by=bead.by, flags=bead.flags)


def _with_flags(bead: Bead, flags: Collection[str]) -> Bead:
    """The same confirmation with other flags."""
    return Bead(
        sources=bead.sources,
        targets=bead.targets,
        date=bead.date,
        by=bead.by,
        flags=tuple(flags),
    )


def recorded(units: Sequence[Unit]) -> tuple[RecordedUnit, ...]:
    """The units as a record keeps them: prose on one line, so that wrapping is no change there."""
    return tuple(
        RecordedUnit(
            kind=unit.kind,
            text=unit.text if unit.kind == "code" else unit.text.replace("\n", " "),
        )
        for unit in units
    )
