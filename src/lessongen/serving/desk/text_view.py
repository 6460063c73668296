"""What the page of one text shows, to translators and to authors."""

from collections.abc import Mapping, Sequence

from lessongen.desk.costs import Cost, find_cost
from lessongen.desk.desk import Desk
from lessongen.desk.origins import Origin
from lessongen.desk.sheet import Sheet, show_sheet
from lessongen.model.standing import TranslationPlace
from lessongen.model.value import value
from lessongen.serving.desk.overview import Row, row_of
from lessongen.serving.desk.result import Conflict
from lessongen.serving.desk.texts import (
    Card,
    author_cards,
    cards,
    shown_stamps,
    with_neighbours,
)
from lessongen.shell.git import Git


@value
class TextView:
    """One text beside its source, ready to be shown."""

    source: str  # the language
    sheet: Sheet
    row: Row
    items: tuple[Card | int, ...]  # a number stands for so many that are left out
    shown: Mapping[str, str]  # what an `ok` of the whole text is about: see `shown_stamps`
    fixes: int  # how many changes a machine can carry over
    origin: Origin | None  # the source that it seems to be made from, where there is no record
    cost: Cost | None  # of the author's uncommitted edits


def translator_view(
    desk: Desk, place: TranslationPlace, conflict: Conflict | None, *, shows_all: bool
) -> TextView:
    """The text as its translator sees it; `conflict`: what could not be written."""
    sheet = show_sheet(desk, place)
    found = cards(sheet, desk.words, conflict, shows_all=shows_all)
    origin = desk.origin(place)
    return _view(
        desk,
        sheet,
        found,
        origin=None if origin is None or origin.is_today else origin,
        shows_all=shows_all,
    )


def author_view(desk: Desk, place: TranslationPlace, *, shows_all: bool) -> TextView:
    """The text as the author of its source sees it."""
    sheet = show_sheet(desk, place)
    found = author_cards(sheet, desk.words, shows_all=shows_all)
    cost = find_cost(desk, place, Git(desk.root))
    return _view(desk, sheet, found, cost=cost, shows_all=shows_all)


def _view(
    desk: Desk,
    sheet: Sheet,
    found: Sequence[Card],
    *,
    shows_all: bool,
    origin: Origin | None = None,
    cost: Cost | None = None,
) -> TextView:
    return TextView(
        source=desk.source_language,
        sheet=sheet,
        row=row_of(desk, sheet.place, sheet.report),
        items=tuple(found if shows_all else with_neighbours(found)),
        shown=shown_stamps(found),
        fixes=sum(bool(card.sheet.fix) for card in found),
        origin=origin,
        cost=cost,
    )
