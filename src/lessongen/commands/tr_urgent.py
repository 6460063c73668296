"""`lessongen tr urgent`: the old wording of a translation misleads its readers."""

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_options import (
    lang_option,
    look_of,
    ui_option,
    unit_names,
    unit_option,
    words_of,
)
from lessongen.commands.tr_output.change_text import unit_lines
from lessongen.commands.tr_work import at_desk, refuse_unknown, tell_copies, tell_refusals
from lessongen.desk.desk import Desk
from lessongen.desk.marks import mark_urgent_units
from lessongen.shell.console import say
from lessongen.shell.usage import UsageError
from lessongen.shell.words import term

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

    def work(desk: Desk) -> int:
        place = desk.find(desk.one_locale(lang), lesson)
        marked = mark_urgent_units(desk, place, names=names)
        refuse_unknown(marked, words)
        tell_copies([marked], words)
        if marked.done:
            said = words.say("urgent: readers see a note there until it is confirmed")
            lines = [said, *unit_lines(marked.done, words, look_of(common), mark="✓")]
            say("".join(f"{line}\n" for line in lines))
        message = "paragraph %(number)s: nothing was confirmed there that could mislead"
        tell_refusals(marked.refused, message, words)
        return _NOTHING if marked.refused else 0

    return at_desk(common.project, words, work, writes=True)
