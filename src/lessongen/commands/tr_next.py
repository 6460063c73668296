"""`lessongen tr next`: what finishes the most in the time one has."""

from collections.abc import Iterator, Sequence

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_desk import Desk, opened_desk, retried
from lessongen.commands.tr_options import (
    by_option,
    lang_option,
    look_of,
    signer,
    ui_option,
    words_of,
)
from lessongen.commands.tr_output.layout import Look, Piece, cut, paint, table
from lessongen.commands.tr_output.status_text import is_open, is_urgent, name_of
from lessongen.model.translation import SETTLED, DocumentReport, UnitReport
from lessongen.model.value import value
from lessongen.shell.console import say
from lessongen.shell.terminal import shown
from lessongen.shell.words import Words, term
from lessongen.translation.report import minutes

_LONGEST = 10_000
_WIDEST = 60


@value
class Step:
    """Work on one text: these of its units; with all of them it is finished."""

    document: DocumentReport
    units: tuple[UnitReport, ...]

    @property
    def finishes(self) -> bool:
        """Whether nothing is left afterwards."""
        return len(self.units) == len(_waiting(self.document))


@click.command("next", cls=Verb, help=term("What finishes the most in the time you have."))
@click.option(
    "--minutes",
    "time",
    type=click.IntRange(1, _LONGEST),
    default=20,
    show_default=True,
    metavar="N",
    help=term("How long you have."),
)
@lang_option
@by_option
@ui_option
@click.pass_obj
def next_step(
    common: Common, /, *, time: int, lang: str | None, by: str | None, ui: str | None
) -> int:
    """What finishes the most in the time one has."""
    words = words_of(ui)

    def work() -> int:
        with opened_desk(common.project, words, drafts=False) as desk:
            locale = desk.one_locale(lang)
            documents = _documents(desk, locale)
            claimed = any(each.claimed_by for each in documents)
            own = signer(desk.session.root, by, words) if claimed else ""
            steps = plan(documents, time, own)
            say(_told(steps, time, locale, words, look_of(common)))
        return 0

    return retried(work, words)


def _documents(desk: Desk, locale: str) -> Sequence[DocumentReport]:
    found = desk.reports({locale: desk.places(locale)}).documents[locale]
    desk.session.progress.clear()
    return [each for each in found if is_open(each) and each.state != "orphan"]


def plan(documents: Sequence[DocumentReport], time: int, own: str = "") -> tuple[Step, ...]:
    """What to do in so many minutes: what is urgent, then the texts that are finished soonest.

    What somebody else than `own` is at work on is left to them. If no text can be finished, it
    is the beginning of the one that is nearest to it.
    """
    steps = [
        Step(document=each, units=tuple(unit for unit in _waiting(each) if unit.urgent))
        for each in documents
        if is_urgent(each)
    ]
    free = [each for each in documents if each.claimed_by in (None, own) and not is_urgent(each)]
    by_length = sorted(free, key=lambda each: (minutes(_waiting(each)), each.lesson or 0))
    for document in by_length:
        step = Step(document=document, units=_waiting(document))
        if minutes(_all_units((*steps, step))) <= time:
            steps.append(step)
    if not steps and by_length:
        units = tuple(_that_fit(_waiting(by_length[0]), time))
        steps.append(Step(document=by_length[0], units=units))
    return tuple(step for step in steps if step.units)


def _waiting(document: DocumentReport) -> tuple[UnitReport, ...]:
    return tuple(unit for unit in document.units if unit.state not in SETTLED)


def _all_units(steps: Sequence[Step]) -> list[UnitReport]:
    return [unit for step in steps for unit in step.units]


def _that_fit(units: Sequence[UnitReport], time: int) -> Iterator[UnitReport]:
    """The first units that fit into the time, one of them at least."""
    taken: list[UnitReport] = []
    for unit in units:
        if taken and minutes([*taken, unit]) > time:
            return
        taken.append(unit)
        yield unit


def _told(steps: Sequence[Step], time: int, locale: str, words: Words, look: Look) -> str:
    if not steps:
        return words.say("Nothing that waits for you: thank you for asking.") + "\n"
    finished = sum(step.finishes for step in steps)
    spent = minutes(_all_units(steps))
    head = words.count(
        "%(locale)s, %(number)s minute:", "%(locale)s, %(number)s minutes:", time, locale=locale
    )
    if finished:
        what = words.count(
            "finish %(number)s text in about %(spent)s min",
            "finish %(number)s texts in about %(spent)s min",
            finished,
            spent=words.number(spent),
        )
    else:
        what = words.say("a beginning, about %(spent)s min", spent=words.number(spent))
    lines = [paint((Piece(head, "bold"), Piece(f" {what}")), look), ""]
    rows = [_row(step, words) for step in steps]
    lines += [paint(line, look) for line in table(rows, right=frozenset((0, 2, 3)), indent=2)]
    first = steps[0].document
    verb = "new" if first.state == "missing" else "show"
    lines += ["", f"lessongen tr {verb} {name_of(first)}"]
    return "".join(f"{line}\n" for line in lines)


def _row(step: Step, words: Words) -> tuple[Piece, ...]:
    document = step.document
    title = cut(shown(" ".join(document.title.split())), _WIDEST)
    count = f"{words.number(len(step.units))} ¶"
    spent = words.say("%(number)s min", number=words.number(minutes(step.units)))
    state = Piece(words.say("urgent"), "alarm") if is_urgent(document) else Piece("")
    numbers = ", ".join(str(unit.number) for unit in step.units)
    some = "" if step.finishes else words.say("paragraphs %(numbers)s", numbers=numbers)
    number = Piece(str(document.lesson or ""), "dim")
    return (number, Piece(title), Piece(count), Piece(spent), state, Piece(some, "dim"))
