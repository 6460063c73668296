"""One translation as a person at the desk sees it: unit by unit, with everything known of each."""

from collections.abc import Mapping, Sequence

from lessongen.desk.choosing import stamp_of
from lessongen.desk.desk import Desk
from lessongen.desk.fixes import proposed_fixes
from lessongen.desk.marks import may_be_harmless
from lessongen.desk.offers import Offer, Offers
from lessongen.desk.reasons import Historian
from lessongen.model.problem import Problem, sort_problems, weigh_problems
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import Claim, DocumentReport, UnitPair, UnitReport
from lessongen.model.value import value
from lessongen.tracking.checked import find_problems
from lessongen.translation.allowances import (
    allowed_of,
    find_allowances,
    numbers_by_place,
    without_allowed,
)
from lessongen.translation.worddiff import Segment, word_diff


@value
class UnitSheet:
    """A unit: its texts on both sides, what has changed, what is wrong, what can be done."""

    unit: UnitReport
    parts: tuple[str, ...]  # the translation, each of its blocks: usually one
    diff: tuple[Segment, ...]  # recorded source → source now; empty where nothing was recorded
    problems: tuple[Problem, ...]
    allowed: tuple[str, ...]  # checks that are silent for it
    fix: str | None  # what a machine would write as its translation
    offer: Offer | None  # the translation of the very same text in another lesson
    may_be_harmless: bool  # whether its source changed, so that an author can have a word
    by: str  # who confirmed it, and when; empty: nobody
    date: str
    reviewers: tuple[str, ...]
    stamp: str  # what `stamps` takes: see `choose_units`


@value
class Sheet:
    """A text beside its source; `digest` is that of the translation's file, for `replace_text`."""

    place: TranslationPlace
    report: DocumentReport
    units: tuple[UnitSheet, ...]
    problems: tuple[Problem, ...]  # of the translation, but of none of its units
    claim: Claim | None  # one that has not lapsed
    digest: str


def show_sheet(desk: Desk, place: TranslationPlace, *, reasons: bool = True) -> Sheet:
    """One translation with all its units; with `reasons`, git is asked why the source changed."""
    study = desk.study(place)
    report = desk.report(place)
    if reasons:
        report = Historian(desk).noted(place, report)
    found = _by_number(study.pairs, _problems(desk, place, study.pairs))
    fixes = {fix.unit.number: fix.text for fix in proposed_fixes(study.pairs)}
    offers = Offers(desk, place.locale).of(report)
    harmless = {unit.number for unit in may_be_harmless(desk, place)}
    units = tuple(
        _unit_sheet(
            pair,
            unit,
            problems=found.get(unit.number, ()),
            fix=fixes.get(unit.number),
            offer=offers.get(unit.id),
            harmless=unit.number in harmless,
        )
        # What is not to be translated has no units to be told of.
        for pair, unit in zip(study.pairs, report.units, strict=bool(report.units))
    )
    claim = study.record.claim
    return Sheet(
        place=place,
        report=report,
        units=units,
        problems=tuple(found.get(0, ())),
        claim=claim if claim is not None and desk.today <= claim.until else None,
        digest=desk.session.files.digests[place.target_path] if place.target_path else "",
    )


def _unit_sheet(
    pair: UnitPair,
    unit: UnitReport,
    *,
    problems: Sequence[Problem],
    fix: str | None,
    offer: Offer | None,
    harmless: bool,
) -> UnitSheet:
    bead = pair.bead if pair.bead and "unverified" not in pair.bead.flags else None
    both = unit.previous is not None and unit.source is not None
    return UnitSheet(
        unit=unit,
        parts=tuple(target.text for target in pair.targets),
        diff=word_diff(unit.previous or "", unit.source or "") if both else (),
        problems=tuple(problems),
        allowed=tuple(allowed_of(pair)),
        fix=fix,
        offer=offer,
        may_be_harmless=harmless,
        by=bead.by if bead else "",
        date=bead.date if bead else "",
        reviewers=_reviewers(bead.flags if bead else ()),
        stamp=stamp_of(unit),
    )


def _reviewers(flags: Sequence[str]) -> tuple[str, ...]:
    names = (flag.partition(":") for flag in flags)
    return tuple(name.replace("_", " ") for kind, _, name in names if kind == "reviewed")


def _problems(
    desk: Desk, place: TranslationPlace, pairs: Sequence[UnitPair]
) -> tuple[Problem, ...]:
    """What is wrong in the translation, beside its source and on its own."""
    files, given = desk.session.files, desk.given
    found = [
        *find_problems(desk.tracker, files, given, place),
        *(each for each in desk.problems if each.span.path == place.target_path),
    ]
    ignored = {each.path: frozenset(each.front.ignore) for each in given.documents}
    weighed = weigh_problems(found, desk.settings.problems, ignored)
    return sort_problems(without_allowed(weighed, find_allowances(pairs)))


def _by_number(
    pairs: Sequence[UnitPair], problems: Sequence[Problem]
) -> Mapping[int, list[Problem]]:
    """The problems by the number of their unit; those of none have 0."""
    numbers = numbers_by_place(pairs)
    found: dict[int, list[Problem]] = {}
    for problem in problems:
        number = numbers.get((problem.span.path, problem.span.line), 0)
        found.setdefault(number, []).append(problem)
    return found
