"""Who is at work on a translation: a line of its record that lapses by itself."""

from lessongen.model.translation import Claim, Record
from lessongen.translation.record import signature

CLAIM_DAYS = 14


def claim(record: Record, *, by: str, today: str) -> Record:
    """The record with a claim that lapses after 14 days."""
    from datetime import date, timedelta  # not needed by those who only read records

    until = date.fromisoformat(today) + timedelta(days=CLAIM_DAYS)
    claimed = Claim(by=signature(by), since=today, until=until.isoformat())
    return Record(beads=record.beads, claim=claimed)


def unclaim(record: Record) -> Record:
    """The record without a claim."""
    return Record(beads=record.beads)


def claimed_by(record: Record, today: str) -> str | None:
    """Who is at work on a translation, if the claim has not lapsed."""
    return record.claim.by if record.claim and today <= record.claim.until else None
