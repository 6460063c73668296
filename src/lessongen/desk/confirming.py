"""`ok`: these translations are right for today's source."""

from collections.abc import Callable, Collection, Mapping, Sequence

from lessongen.desk.allowing import refuse_unknown_checks
from lessongen.desk.choosing import choose_units, reports_at
from lessongen.desk.desk import Desk
from lessongen.desk.outcome import Refusal, Settled, Written
from lessongen.desk.writing import save_records
from lessongen.model.standing import TranslationPlace
from lessongen.model.value import value
from lessongen.tracking.tracker import Study
from lessongen.translation.accept import Change, accept, confirm_presumed

_NO_STAMPS: Mapping[str, str] = {}


@value
class _Decided:
    """What an `ok` would make of a text."""

    study: Study
    change: Change

    @property
    def is_to_write(self) -> bool:
        """Whether the record says something else than before, or stands in the wrong place."""
        place, before = self.study.place, self.study.record
        moved = place.record_home != place.record_path
        return self.change.record != before or (moved and bool(before.beads))


def accept_units(
    desk: Desk,
    place: TranslationPlace,
    *,
    by: str,
    names: Sequence[str] = (),
    stamps: Mapping[str, str] = _NO_STAMPS,
    allow: Sequence[str] = (),
) -> Settled:
    """This translation, or these units of it, is right for today's source.

    Without names it is every unit that has a translation; those without are `left`. `stamps`:
    see `choose_units`; nothing is accepted if one of the units is refused. `allow`: checks that
    are silent for the named units from now on; raises `UsageError` for one that there is not.
    """
    if allow:
        refuse_unknown_checks(allow, desk.words)
    if not is_begun(place):
        refusals = (Refusal(name=name, reason="untranslated") for name in names or (place.key,))
        return Settled(place=place, refused=tuple(refusals))
    study = desk.study(place)
    chosen: Collection[int] | None = None
    if names:
        found = choose_units(study.pairs, names, stamps)
        if found.refused:
            return Settled(place=place, refused=found.refused)
        chosen = found.places
    change = accept(
        study.record, study.pairs, by=by, date=desk.today, chosen=chosen, allow=allow, read=True
    )
    return _carried_out(desk, [_Decided(study=study, change=change)])[0]


def accept_places(
    desk: Desk,
    places: Sequence[TranslationPlace],
    *,
    by: str,
    named: bool = False,
    note: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Settled, ...]:
    """All of these translations are right for today's source, as far as anybody has begun them.

    Everything is decided before anything is written. `named`: somebody has called each of them by
    its name, so that where nothing is to confirm, another person's `ok` is a review. `note` is
    told how many are done, of how many.
    """
    begun = [place for place in places if is_begun(place)]
    decided = []
    for number, place in enumerate(begun):
        note(number, len(begun))
        study = desk.study(place)
        change = accept(study.record, study.pairs, by=by, date=desk.today, read=named)
        decided.append(_Decided(study=study, change=change))
    return _carried_out(desk, decided)


def accept_as_made(
    desk: Desk, places: Sequence[TranslationPlace], *, by: str
) -> tuple[Settled, ...]:
    """These translations were right for the source that they were made from, as git has it.

    What has changed since is to do. Only translations without a record are touched; one that git
    does not know is refused as "unknown".
    """
    decided, refused = [], []
    for place in places:
        is_shared = place.source_path == place.target_path  # it has no day of its own
        if not is_begun(place) or is_shared or desk.record(place).beads:
            continue
        study, origin = desk.study(place), desk.origin(place)
        if origin is None:
            refusal = Refusal(name=place.target_path or "", reason="unknown")
            refused.append(Settled(place=place, refused=(refusal,)))
        elif origin.is_today:
            change = accept(study.record, study.pairs, by=by, date=desk.today)
            decided.append(_Decided(study=study, change=change))
        else:
            change = confirm_presumed(study.record, study.pairs, by=by)
            decided.append(_Decided(study=study, change=change))
    return (*_carried_out(desk, decided), *refused)


def is_begun(place: TranslationPlace) -> bool:
    """Whether there are two texts to compare."""
    return bool(place.translate and place.target_path and place.source_path)


def _carried_out(desk: Desk, decided: Sequence[_Decided]) -> tuple[Settled, ...]:
    return tuple(
        Settled(
            place=each.study.place,
            done=reports_at(each.study.pairs, each.change.done),
            left=reports_at(each.study.pairs, each.change.left),
            reviewed=reports_at(each.study.pairs, each.change.reviewed),
            written=save_records(desk, [(each.study.place, each.change.record)])
            if each.is_to_write
            else Written(),
        )
        for each in decided
    )
