"""`lessongen tr next`: what finishes the most in the time one has."""

from collections.abc import Sequence

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_options import (
    by_option,
    lang_option,
    look_of,
    ui_option,
    words_of,
)
from lessongen.commands.tr_output.layout import Look, Piece, cut, paint, table
from lessongen.commands.tr_output.status_text import name_of
from lessongen.commands.tr_work import at_desk
from lessongen.desk.desk import Desk
from lessongen.desk.needs import Step, is_urgent, plan
from lessongen.desk.signing import signer
from lessongen.model.translation import DocumentReport
from lessongen.shell.console import say
from lessongen.shell.terminal import shown
from lessongen.shell.words import Words, term
from lessongen.translation.report import minutes

_LONGEST = 10_000
_WIDEST = 60


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

    def work(desk: Desk) -> str:
        locale = desk.one_locale(lang)
        documents = _documents(desk, locale)
        claimed = any(each.claimed_by for each in documents)
        own = signer(desk.root, by, words) if claimed else ""
        steps = plan(documents, time, own)
        return _told(steps, time, locale, words, look_of(common))

    say(at_desk(common.project, words, work, drafts=False))
    return 0


def _documents(desk: Desk, locale: str) -> Sequence[DocumentReport]:
    progress = desk.session.progress
    report = desk.reports(
        {locale: desk.places(locale)},
        lambda done, total: progress.note(desk.words.say("comparing"), done, total),
    )
    progress.clear()
    return report.documents[locale]


def _told(steps: Sequence[Step], time: int, locale: str, words: Words, look: Look) -> str:
    if not steps:
        return words.say("Nothing that waits for you: thank you for asking.") + "\n"
    finished = sum(step.finishes for step in steps)
    spent = minutes(unit for step in steps for unit in step.units)
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
