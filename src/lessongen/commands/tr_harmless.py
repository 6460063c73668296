"""`lessongen tr harmless`: the author's word that a change means nothing to translators."""

import sys
from collections.abc import Collection

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
    unit_names,
    unit_option,
    words_of,
)
from lessongen.commands.tr_output.change_text import unit_lines
from lessongen.commands.tr_output.layout import Look
from lessongen.commands.tr_output.show_text import unit_text
from lessongen.model.standing import TranslationPlace
from lessongen.shell.console import is_terminal, say
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError
from lessongen.shell.words import term
from lessongen.tracking.tracker import Study
from lessongen.translation.accept import Change, mark_harmless
from lessongen.translation.report import find_units, report_units


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

    def work() -> int:
        with opened_desk(common.project, words, writes=True) as desk:
            locales = desk.locales(lang) if not names else (desk.one_locale(lang),)
            look = look_of(common)
            name = signer(desk.session.root, by, words)
            agreed: dict[str, bool] = {}
            for locale in locales:
                place = desk.find(locale, lesson)
                study = desk.tracker.study(place)
                chosen = _named(desk, study, names) if names else _all(desk, study)
                if not (names or yes) and is_terminal() and _is_asked():
                    chosen = _asked(desk, study, chosen, look, agreed)
                change = mark_harmless(
                    study.record, study.pairs, by=name, date=desk.today, chosen=chosen
                )
                if change.done:
                    desk.write([(place, change.record)])
                _tell(desk, place, study, change, look)
        return 0

    return retried(work, words)


def _named(desk: Desk, study: Study, names: Collection[str]) -> set[int]:
    chosen, unknown = find_units(study.pairs, names)
    if unknown:
        message = 'this lesson has no paragraph "%(name)s"; `lessongen tr show` numbers them'
        raise UsageError(desk.words.say(message, name=unknown[0]))
    return chosen


def _all(desk: Desk, study: Study) -> set[int]:
    """What the author could say something about."""
    change = mark_harmless(study.record, study.pairs, by="", date=desk.today)
    done = {id(pair) for pair in change.done}
    return {place for place, pair in enumerate(study.pairs) if id(pair) in done}


def _is_asked() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _asked(
    desk: Desk, study: Study, places: Collection[int], look: Look, agreed: dict[str, bool]
) -> set[int]:
    """The places of which the author says that nothing is to be translated anew.

    What was answered for one language holds for the others.
    """
    chosen = set()
    reports = report_units(study.pairs)
    for place in sorted(places):
        unit = reports[place]
        key = f"{unit.id} {unit.previous}"
        if key not in agreed:
            say(unit_text(desk.source_language, unit, desk.words, look) + "\n")
            question = desk.words.say("Does it mean the same to a translator?")
            agreed[key] = click.confirm(question, default=False)
        if agreed[key]:
            chosen.add(place)
    return chosen


def _tell(desk: Desk, place: TranslationPlace, study: Study, change: Change, look: Look) -> None:
    at = {id(pair): number for number, pair in enumerate(study.pairs, start=1)}
    done = change.done
    title = f"{place.locale} · {shown(' '.join(place.title.split()))}"
    if not done:
        said = desk.words.say("%(title)s: nothing has changed that could be harmless", title=title)
    else:
        said = desk.words.count(
            "%(title)s: %(number)s change is harmless",
            "%(title)s: %(number)s changes are harmless",
            len(done),
            title=title,
        )
    numbers = [at[id(pair)] for pair in done]
    lines = [said, *unit_lines(report_units(done), numbers, desk.words, look, mark="✓")]
    say("".join(f"{line}\n" for line in lines))
