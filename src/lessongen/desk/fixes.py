"""Changes that a machine can carry over: links, code and numbers of the source, in `tokens`."""

from collections.abc import Mapping, Sequence

from lessongen.desk.choosing import choose_units, reports_at
from lessongen.desk.desk import Desk
from lessongen.desk.editing import write_units
from lessongen.desk.outcome import Refusal, Settled
from lessongen.desk.writing import joined, save_records
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import UnitPair, UnitReport
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.tracking.tracker import Study
from lessongen.translation.accept import accept
from lessongen.translation.mechanical import propose

_NO_STAMPS: Mapping[str, str] = {}


@value
class Fix:
    """What a machine would write in the place of a translation."""

    unit: UnitReport
    text: str


@value
class Fixed:
    """What was fixed and accepted, each with its new text."""

    fixes: tuple[Fix, ...]
    settled: Settled


def proposed_fixes(pairs: Sequence[UnitPair]) -> tuple[Fix, ...]:
    """What a machine can carry over to the translation, where it is sure of it."""
    found = [(pair, text) for pair in pairs if (text := propose(pair)) is not None]
    units = reports_at(pairs, [pair for pair, _ in found])
    return tuple(Fix(unit=unit, text=text) for unit, (_, text) in zip(units, found, strict=True))


def apply_fixes(
    desk: Desk,
    place: TranslationPlace,
    *,
    by: str,
    names: Sequence[str] = (),
    stamps: Mapping[str, str] = _NO_STAMPS,
) -> Fixed:
    """Write what `proposed_fixes` says, of all units or of these, and accept exactly those.

    Units that were named and have no fix are refused as "settled"; `stamps`: see `choose_units`.
    """
    study = desk.study(place)
    chosen = choose_units(study.pairs, names, stamps)
    fixes = proposed_fixes(study.pairs)
    able = {fix.unit.number - 1 for fix in fixes}
    refused = [*chosen.refused]
    refused += (
        Refusal(name=str(each + 1), reason="settled") for each in sorted(chosen.places - able)
    )
    wanted = [fix for fix in fixes if not names or fix.unit.number - 1 in chosen.places]
    if refused or not wanted:
        return Fixed(fixes=(), settled=Settled(place=place, refused=tuple(refused)))
    return _applied(desk, study, wanted, by)


def _applied(desk: Desk, study: Study, fixes: Sequence[Fix], by: str) -> Fixed:
    at = {id(unit): position for position, unit in enumerate(study.targets)}
    texts = {at[id(_pair(study, fix).targets[0])]: fix.text for fix in fixes}
    written = write_units(desk, study.place, study.targets, texts)
    if written is None:  # the new text would not be one block any more
        refused = tuple(
            Refusal(name=str(fix.unit.number), reason="unfit", yours=fix.text) for fix in fixes
        )
        return Fixed(fixes=(), settled=Settled(place=study.place, refused=refused))
    first, units = written
    pairs = [_with_targets(pair, at, units) for pair in study.pairs]
    places = frozenset(fix.unit.number - 1 for fix in fixes)
    change = accept(study.record, pairs, by=by, date=desk.today, chosen=places)
    second = save_records(desk, [(study.place, change.record)])
    settled = Settled(
        place=study.place,
        done=tuple(fix.unit for fix in fixes),
        written=joined(first, second),
    )
    return Fixed(fixes=tuple(fixes), settled=settled)


def _pair(study: Study, fix: Fix) -> UnitPair:
    return study.pairs[fix.unit.number - 1]


def _with_targets(pair: UnitPair, at: Mapping[int, int], units: Sequence[Unit]) -> UnitPair:
    """The pair with its targets as they read now."""
    return UnitPair(
        state=pair.state,
        sources=pair.sources,
        targets=tuple(units[at[id(target)]] for target in pair.targets),
        previous=pair.previous,
        bead=pair.bead,
    )
