"""The author's word on a change: that it means nothing, or that the old wording misleads."""

from collections.abc import Mapping, Sequence

from lessongen.desk.choosing import choose_units, reports_at
from lessongen.desk.desk import Desk
from lessongen.desk.outcome import Refusal, Settled
from lessongen.desk.writing import save_records
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import UnitReport
from lessongen.tracking.tracker import Study
from lessongen.translation.accept import Change, mark_harmless, mark_urgent

_NO_STAMPS: Mapping[str, str] = {}


def may_be_harmless(desk: Desk, place: TranslationPlace) -> tuple[UnitReport, ...]:
    """The units of which an author could say that their change means nothing to translators."""
    study = desk.study(place)
    change = mark_harmless(study.record, study.pairs, by="", date=desk.today)
    return reports_at(study.pairs, change.done)


def mark_harmless_units(
    desk: Desk,
    place: TranslationPlace,
    *,
    by: str,
    names: Sequence[str],
    stamps: Mapping[str, str] = _NO_STAMPS,
) -> Settled:
    """What changed in the source of these units means the same to translators."""
    study = desk.study(place)
    chosen = choose_units(study.pairs, names, stamps)
    if chosen.refused:
        return Settled(place=place, refused=chosen.refused)
    change = mark_harmless(study.record, study.pairs, by=by, date=desk.today, chosen=chosen.places)
    return _settled(desk, study, change)


def mark_urgent_units(
    desk: Desk,
    place: TranslationPlace,
    *,
    names: Sequence[str],
    stamps: Mapping[str, str] = _NO_STAMPS,
) -> Settled:
    """Readers of these units are told that they mislead, until somebody confirms them."""
    study = desk.study(place)
    chosen = choose_units(study.pairs, names, stamps)
    if chosen.refused:
        return Settled(place=place, refused=chosen.refused)
    change = mark_urgent(study.record, study.pairs, chosen=chosen.places, date=desk.today)
    return _settled(desk, study, change)


def _settled(desk: Desk, study: Study, change: Change) -> Settled:
    left = reports_at(study.pairs, change.left)
    settled = Settled(
        place=study.place,
        done=reports_at(study.pairs, change.done),
        refused=tuple(Refusal(name=str(unit.number), reason="settled") for unit in left),
    )
    if not change.done:
        return settled
    written = save_records(desk, [(study.place, change.record)])
    return Settled(place=study.place, done=settled.done, refused=settled.refused, written=written)
