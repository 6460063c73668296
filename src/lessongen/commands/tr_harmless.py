"""`lessongen tr harmless`: the author's word that a change means nothing to translators."""

import sys
from collections.abc import Sequence

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_options import (
    by_option,
    lang_option,
    look_of,
    ui_option,
    unit_names,
    unit_option,
    words_of,
)
from lessongen.commands.tr_output.change_text import unit_lines
from lessongen.commands.tr_output.layout import Look
from lessongen.commands.tr_output.show_text import unit_text
from lessongen.commands.tr_work import asked, at_desk, refuse_unknown, tell_copies
from lessongen.desk.desk import Desk
from lessongen.desk.marks import mark_harmless_units, may_be_harmless
from lessongen.desk.outcome import Settled
from lessongen.desk.signing import signer
from lessongen.model.translation import UnitReport
from lessongen.shell.console import is_terminal, say
from lessongen.shell.terminal import shown
from lessongen.shell.words import term


@click.command(
    cls=Verb,
    help=term("As the author: what changed in the source means the same to translators."),
)
@click.argument("lesson")
@lang_option
@unit_option
@click.option("--yes", is_flag=True, help=term("Ask nothing: all of them are harmless."))
@by_option
@ui_option
@click.pass_obj
def harmless(
    common: Common,
    /,
    *,
    lesson: str,
    lang: str | None,
    units: tuple[str, ...],
    by: str | None,
    ui: str | None,
    yes: bool,
) -> int:
    """What changed in the source means the same to translators."""
    words = words_of(ui)
    names = unit_names(units)

    def work(desk: Desk) -> int:
        look = look_of(common)
        name = signer(desk.root, by, words)
        agreed: dict[str, bool] = {}
        for locale in (desk.one_locale(lang),) if names else desk.locales(lang):
            place = desk.find(locale, lesson)
            chosen: Sequence[str] = names
            if not names:
                found = may_be_harmless(desk, place)
                if not yes and is_terminal() and _is_asked():
                    found = _agreed(desk, found, look, agreed)
                chosen = [unit.id for unit in found]
            settled = mark_harmless_units(desk, place, by=name, names=chosen)
            refuse_unknown(settled, words)
            tell_copies([settled], words)
            _tell(desk, settled, look)
        return 0

    return at_desk(common.project, words, work, writes=True)


def _is_asked() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _agreed(
    desk: Desk, units: Sequence[UnitReport], look: Look, agreed: dict[str, bool]
) -> tuple[UnitReport, ...]:
    """The units of which the author says that nothing is to be translated anew.

    What was answered for one language holds for the others.
    """
    for unit in units:
        key = _change(unit)
        if key not in agreed:
            say(unit_text(desk.source_language, unit, desk.words, look) + "\n")
            agreed[key] = asked(
                desk.words.say("Does it mean the same to a translator?"), desk.words
            )
    return tuple(unit for unit in units if agreed[_change(unit)])


def _change(unit: UnitReport) -> str:
    return f"{unit.id} {unit.previous}"


def _tell(desk: Desk, settled: Settled, look: Look) -> None:
    title = f"{settled.place.locale} · {shown(' '.join(settled.place.title.split()))}"
    if not settled.done:
        said = desk.words.say("%(title)s: nothing has changed that could be harmless", title=title)
    else:
        said = desk.words.count(
            "%(title)s: %(number)s change is harmless",
            "%(title)s: %(number)s changes are harmless",
            len(settled.done),
            title=title,
        )
    lines = [said, *unit_lines(settled.done, desk.words, look, mark="✓")]
    say("".join(f"{line}\n" for line in lines))
