"""What a page shows of a unit: its two sides, what is wrong, and what may be done about it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lessongen.desk.allowing import allowable_checks
from lessongen.desk.names import unit_kind, unit_state
from lessongen.desk.sheet import Sheet, UnitSheet
from lessongen.model.problem import Problem
from lessongen.model.translation import SETTLED
from lessongen.model.value import replaced, value
from lessongen.serving.desk.result import Conflict
from lessongen.shell.words import Words
from lessongen.translation.worddiff import Segment, word_diff

_LEAST_COMMON = 0.4  # share of the text from which on marks help more than they disturb


@value
class Finding:
    """A problem of a unit, and the name by which it can be allowed; empty: it cannot."""

    problem: Problem
    allow: str


@value
class Card:
    """One unit on a page."""

    sheet: UnitSheet
    kind: str
    state: str
    is_open: bool
    is_focus: bool  # what the page is about; the others stand around it
    says_more: bool  # where it stands, and who confirmed it
    diff: tuple[Segment, ...]  # of the source; empty: show both versions whole, or the only one
    fix: tuple[Segment, ...]  # what would be replaced in the translation
    findings: tuple[Finding, ...]
    behind: int  # the line of the translation that a missing one goes below; 0: unknown
    conflict: Conflict | None

    @property
    def anchor(self) -> str:
        """The id of its element."""
        return f"u-{self.sheet.unit.id}"


def cards(
    sheet: Sheet, words: Words, conflict: Conflict | None, *, shows_all: bool
) -> tuple[Card, ...]:
    """All units of a text, ready to be shown."""
    allowable = frozenset(allowable_checks())
    return tuple(
        Card(
            sheet=unit,
            kind=unit_kind(unit.unit.kind, words),
            state=unit_state(unit.unit.state, words),
            is_open=unit.unit.state not in SETTLED or unit.unit.urgent,
            is_focus=_needs_eyes(unit, conflict),
            says_more=shows_all or _needs_eyes(unit, conflict),
            diff=_marks(unit),
            fix=word_diff(unit.unit.target or "", unit.fix) if unit.fix else (),
            findings=tuple(_findings(unit.problems, allowable, unit)),
            behind=_line_before(sheet, unit),
            conflict=conflict if conflict and conflict.unit == unit.unit.id else None,
        )
        for unit in sheet.units
    )


def _needs_eyes(unit: UnitSheet, conflict: Conflict | None) -> bool:
    is_open = unit.unit.state not in SETTLED or unit.unit.urgent
    return bool(is_open or unit.problems or (conflict and conflict.unit == unit.unit.id))


def author_cards(sheet: Sheet, words: Words, *, shows_all: bool) -> tuple[Card, ...]:
    """All units of a text as their author sees them: what changed is what the page is about."""
    return tuple(
        replaced(
            card,
            is_focus=_is_for_author(card.sheet),
            says_more=shows_all or _is_for_author(card.sheet),
        )
        for card in cards(sheet, words, None, shows_all=shows_all)
    )


def _is_for_author(unit: UnitSheet) -> bool:
    return unit.may_be_harmless or unit.unit.urgent or unit.unit.state in ("new", "removed")


def with_neighbours(found: Sequence[Card]) -> Iterator[Card | int]:
    """The cards that a page is about, each with what stands around it.

    A number stands for so many others that are left out.
    """
    about = [place for place, card in enumerate(found) if card.is_focus]
    kept = sorted(
        {near for place in about for near in range(place - 1, place + 2)} & {*range(len(found))}
    )
    for before, place in pairwise([-1, *kept]):
        if place - before > 1:
            yield place - before - 1
        yield found[place]
    left = len(found) - 1 - (kept[-1] if kept else -1)
    if left:
        yield left


def _marks(unit: UnitSheet) -> tuple[Segment, ...]:
    """The word diff, where so much is left of the old text that marks help."""
    if unit.unit.kind == "code" or len(unit.diff) < 2:  # noqa: PLR2004 nothing differs
        return ()
    same = sum(len(each.text) for each in unit.diff if each.kind == "same")
    share = same / max(1, sum(len(each.text) for each in unit.diff))
    return unit.diff if share >= _LEAST_COMMON else ()


def _findings(
    problems: Sequence[Problem], allowable: frozenset[str], unit: UnitSheet
) -> Iterator[Finding]:
    for problem in problems:
        can = problem.code in allowable and unit.unit.target is not None
        yield Finding(problem=problem, allow=problem.code if can else "")


def _line_before(sheet: Sheet, unit: UnitSheet) -> int:
    if unit.unit.target_line is not None or not sheet.place.target_path:
        return 0
    lines = [each.unit.target_line for each in sheet.units if each.unit.number < unit.unit.number]
    return next((line for line in reversed(lines) if line), 0)


def shown_stamps(found: Sequence[Card]) -> Mapping[str, str]:
    """The units that an `ok` of the whole text is about, and how they look."""
    return {
        card.sheet.unit.id: card.sheet.stamp
        for card in found
        if card.is_open and card.sheet.parts and card.sheet.unit.state != "new"
    }
