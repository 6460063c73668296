"""`lessongen tr urgent`: the old wording of a translation misleads its readers."""

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_desk import opened_desk, retried
from lessongen.commands.tr_options import (
    lang_option,
    look_of,
    ui_option,
    unit_names,
    unit_option,
    words_of,
)
from lessongen.commands.tr_output.change_text import unit_lines
from lessongen.shell.console import say
from lessongen.shell.usage import UsageError
from lessongen.shell.words import term
from lessongen.translation.accept import mark_urgent
from lessongen.translation.report import find_units, report_units

_NOTHING = 1


@click.command(
    cls=Verb,
    help=term("As the author: until it is translated, this paragraph misleads. Readers are told."),
)
@click.argument("lesson")
@lang_option
@unit_option
@ui_option
@click.pass_obj
def urgent(
    common: Common, /, *, lesson: str, lang: str | None, units: tuple[str, ...], ui: str | None
) -> int:
    """Until it is translated, a paragraph misleads its readers."""
    words = words_of(ui)
    names = unit_names(units)
    if not names:
        raise UsageError(words.say("say which paragraph: --unit with a number of `tr show`"))

    def work() -> int:
        with opened_desk(common.project, words, writes=True) as desk:
            place = desk.find(desk.one_locale(lang), lesson)
            study = desk.tracker.study(place)
            chosen, unknown = find_units(study.pairs, names)
            if unknown:
                message = (
                    'this lesson has no paragraph "%(name)s"; `lessongen tr show` numbers them'
                )
                raise UsageError(words.say(message, name=unknown[0]))
            change = mark_urgent(study.record, study.pairs, chosen=chosen, date=desk.today)
            if change.done:
                desk.write([(place, change.record)])
        at = {id(pair): number for number, pair in enumerate(study.pairs, start=1)}
        if change.done:
            said = words.say("urgent: readers see a note there until it is confirmed")
            lines = [
                said,
                *unit_lines(
                    report_units(change.done),
                    [at[id(pair)] for pair in change.done],
                    words,
                    look_of(common),
                    mark="✓",
                ),
            ]
            say("".join(f"{line}\n" for line in lines))
        for pair in change.left:
            message = "paragraph %(number)s: nothing was confirmed there that could mislead"
            say(words.say(message, number=at[id(pair)]) + "\n", error=True)
        return _NOTHING if change.left else 0

    return retried(work, words)
