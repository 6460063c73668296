"""`lessongen tr claim` and `unclaim`: who is at work on a translation."""

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_desk import opened_desk, retried
from lessongen.commands.tr_options import by_option, lang_option, signer, ui_option, words_of
from lessongen.shell.console import say
from lessongen.shell.terminal import shown
from lessongen.shell.words import term
from lessongen.translation.accept import claim as claimed
from lessongen.translation.accept import unclaim as unclaimed

_TAKEN = 1


@click.command(cls=Verb, help=term("Say that you are at work on a translation, for 14 days."))
@click.argument("lesson")
@lang_option
@by_option
@ui_option
@click.pass_obj
def claim(
    common: Common, /, *, lesson: str, lang: str | None, by: str | None, ui: str | None
) -> int:
    """Say that somebody is at work on a translation."""
    words = words_of(ui)

    def work() -> int:
        with opened_desk(common.project, words, writes=True) as desk:
            place = desk.find(desk.one_locale(lang), lesson)
            name = signer(desk.session.root, by, words)
            record = desk.tracker.study(place).record
            held = record.claim
            if held is not None and desk.today <= held.until and held.by != name:
                message = "%(name)s is at it until %(day)s; `lessongen tr unclaim` ends that"
                say(words.say(message, name=shown(held.by), day=held.until) + "\n", error=True)
                return _TAKEN
            after = claimed(record, by=name, today=desk.today)
            desk.write([(place, after)])
            until = after.claim.until if after.claim else ""
        message = "%(title)s: %(name)s until %(day)s"
        title = shown(" ".join(place.title.split()))
        say(words.say(message, title=title, name=shown(name), day=until) + "\n")
        return 0

    return retried(work, words)


@click.command(cls=Verb, help=term("Leave a translation to others."))
@click.argument("lesson")
@lang_option
@ui_option
@click.pass_obj
def unclaim(common: Common, /, *, lesson: str, lang: str | None, ui: str | None) -> int:
    """Leave a translation to others."""
    words = words_of(ui)

    def work() -> int:
        with opened_desk(common.project, words, writes=True) as desk:
            place = desk.find(desk.one_locale(lang), lesson)
            record = desk.tracker.study(place).record
            if record.claim is not None:
                desk.write([(place, unclaimed(record))])
        title = shown(" ".join(place.title.split()))
        said = words.say("%(title)s: nobody is at it", title=title)
        say(f"{said}\n")
        return 0

    return retried(work, words)
