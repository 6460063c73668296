"""Who is at work on a translation."""

from lessongen.desk.desk import Desk
from lessongen.desk.outcome import Refusal, Settled
from lessongen.desk.writing import save_records
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import Claim
from lessongen.model.value import value
from lessongen.translation.claims import claim, unclaim


@value
class Claimed:
    """A claim as it stands now: the one asked for, or the one that somebody else has."""

    claim: Claim | None
    settled: Settled


def claim_place(desk: Desk, place: TranslationPlace, *, by: str) -> Claimed:
    """Say that somebody is at work on a translation; refused while another one is."""
    record = desk.record(place)
    held = record.claim
    if held is not None and desk.today <= held.until and held.by != by:
        refusal = Refusal(name=held.by, reason="claimed", detail=held.until)
        return Claimed(claim=held, settled=Settled(place=place, refused=(refusal,)))
    after = claim(record, by=by, today=desk.today)
    written = save_records(desk, [(place, after)])
    return Claimed(claim=after.claim, settled=Settled(place=place, written=written))


def unclaim_place(desk: Desk, place: TranslationPlace) -> Settled:
    """Leave a translation to others, whoever has it."""
    record = desk.record(place)
    if record.claim is None:
        return Settled(place=place)
    return Settled(place=place, written=save_records(desk, [(place, unclaim(record))]))
