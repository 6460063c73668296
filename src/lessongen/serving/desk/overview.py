"""What there is to do in a language: texts by need, a plan for the time one has, and costs."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from lessongen.desk.costs import find_costs
from lessongen.desk.desk import Desk
from lessongen.desk.names import document_state
from lessongen.desk.needs import is_open, is_urgent, nearness, plan, waiting_units
from lessongen.desk.renames import Renaming, find_renamings
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import DocumentReport, Totals, UnitReport
from lessongen.model.value import replaced, value
from lessongen.shell.git import Git
from lessongen.shell.words import Words
from lessongen.translation.report import minutes, total

_LONGEST = 10_000  # minutes
USUAL = 20


@value
class Row:
    """One text in a list."""

    address: str  # of its page at the desk
    key: str
    document: DocumentReport
    title: str  # in the target language, where there is one
    state: str  # in words
    group: str
    is_urgent: bool
    paragraphs: int  # that wait
    words: int  # to translate
    minutes: int
    done: int  # percent of its words
    only: str = ""  # the numbers of the paragraphs, if it is not about all that wait


@value
class LanguageView:
    """One target language: its texts, those that need somebody first."""

    locale: str
    totals: Totals
    paragraphs: int
    done: int  # percent of the words
    open: tuple[Row, ...]
    settled: tuple[Row, ...]
    renamings: tuple[Renaming, ...]
    unverified: int  # texts that the machine paired and nobody has confirmed


def address_of(locale: str, key: str = "") -> str:
    """The path of a text's page, or of a language's."""
    return f"/_translate/{quote(locale)}/{quote(key)}/" if key else f"/_translate/{quote(locale)}/"


def language_view(desk: Desk, locale: str) -> LanguageView:
    """How a language stands, text by text."""
    places, documents = _read(desk, locale)
    rows = _rows(desk, places, documents)
    waiting = sorted(
        (row for row in rows if is_open(row.document)),
        key=lambda row: (not row.is_urgent, row.document.state == "orphan", nearness(row.document)),
    )
    words = sum(each.words for each in documents if each.state not in ("excluded", "orphan"))
    left = sum(_words_left(each) for each in documents)
    return LanguageView(
        locale=locale,
        totals=total(documents),
        paragraphs=sum(row.paragraphs for row in waiting),
        done=_percent(words - left, words),
        open=tuple(waiting),
        settled=tuple(row for row in rows if row.document.state == "translated"),
        renamings=tuple(find_renamings(desk, places)),
        unverified=sum(each.state == "unverified" for each in documents),
    )


def planned(desk: Desk, locale: str, time: int, own: str) -> tuple[tuple[Row, ...], int]:
    """What finishes the most in so many minutes, and how many it takes; as `tr next`."""
    places, documents = _read(desk, locale)
    by_document = {id(row.document): row for row in _rows(desk, places, documents)}
    steps = plan(documents, time, own)
    rows = tuple(
        _narrowed(by_document[id(step.document)], step.units, is_all=step.finishes)
        for step in steps
    )
    return rows, minutes(unit for step in steps for unit in step.units)


def cost_rows(desk: Desk, locale: str) -> tuple[Row, ...] | None:
    """What the uncommitted edits of the source cost, text by text; None without git."""
    git = Git(desk.root)
    if not git.is_there():
        return None
    groups = desk.groups()
    return tuple(
        Row(
            address=address_of(locale, cost.place.key),
            key=cost.place.key,
            document=cost.document,
            title=cost.document.title,
            state=document_state(cost.document.state, desk.words),
            group=groups.get(cost.document.source_path or "", ""),
            is_urgent=is_urgent(cost.document),
            paragraphs=len(cost.units),
            words=cost.words,
            minutes=cost.minutes,
            done=0,
        )
        for cost in find_costs(desk, locale, git)
        if cost.units or cost.words
    )


def time_wished(text: str) -> int:
    """The minutes that somebody typed; 0 for what is no number of minutes."""
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text[:6]) <= _LONGEST else 0


def row_of(desk: Desk, place: TranslationPlace, document: DocumentReport) -> Row:
    """One text as it stands in lists."""
    return _row(desk.words, desk.groups(), place, document)


def _read(desk: Desk, locale: str) -> tuple[Sequence[TranslationPlace], Sequence[DocumentReport]]:
    places = desk.places(locale)
    return places, desk.reports({locale: places}).documents[locale]


def _rows(
    desk: Desk,
    places: Sequence[TranslationPlace],
    documents: Sequence[DocumentReport],
) -> tuple[Row, ...]:
    groups = desk.groups()
    pairs = zip(places, documents, strict=True)
    return tuple(_row(desk.words, groups, place, document) for place, document in pairs)


def _row(
    words: Words, groups: Mapping[str, str], place: TranslationPlace, document: DocumentReport
) -> Row:
    titles = (unit.target for unit in document.units if unit.kind == "title")
    waiting = waiting_units(document)
    return Row(
        address=address_of(place.locale, place.key),
        key=place.key,
        document=document,
        title=next(titles, None) or "",
        state=document_state(document.state, words),
        group=groups.get(document.source_path or "", ""),
        is_urgent=is_urgent(document),
        paragraphs=len(waiting),
        words=document.words_to_translate,
        minutes=minutes(waiting),
        done=_percent(document.words - _words_left(document), document.words),
    )


def _narrowed(row: Row, units: Sequence[UnitReport], *, is_all: bool) -> Row:
    """The row of a text of which only these units are meant."""
    return replaced(
        row,
        paragraphs=len(units),
        words=sum(unit.words_to_translate for unit in units),
        minutes=minutes(units),
        only="" if is_all else ", ".join(str(unit.number) for unit in units),
    )


def _words_left(document: DocumentReport) -> int:
    """The words of the paragraphs that wait."""
    return sum(unit.words for unit in waiting_units(document))


def _percent(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 100
