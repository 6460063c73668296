"""`lessongen tr claim` and `unclaim`: who is at work on a translation."""

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_options import by_option, lang_option, ui_option, words_of
from lessongen.commands.tr_work import at_desk, tell_copies
from lessongen.desk.claims import claim_place, unclaim_place
from lessongen.desk.desk import Desk
from lessongen.desk.signing import signer
from lessongen.shell.console import say
from lessongen.shell.terminal import shown
from lessongen.shell.words import term

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

    def work(desk: Desk) -> int:
        place = desk.find(desk.one_locale(lang), lesson)
        claimed = claim_place(desk, place, by=signer(desk.root, by, words))
        tell_copies([claimed.settled], words)
        for taken in claimed.settled.refused:
            message = "%(name)s is at it until %(day)s; `lessongen tr unclaim` ends that"
            say(words.say(message, name=shown(taken.name), day=taken.detail) + "\n", error=True)
            return _TAKEN
        message = "%(title)s: %(name)s until %(day)s"
        title = shown(" ".join(place.title.split()))
        name, day = (claimed.claim.by, claimed.claim.until) if claimed.claim else ("", "")
        say(words.say(message, title=title, name=shown(name), day=day) + "\n")
        return 0

    return at_desk(common.project, words, work, writes=True)


@click.command(cls=Verb, help=term("Leave a translation to others."))
@click.argument("lesson")
@lang_option
@ui_option
@click.pass_obj
def unclaim(common: Common, /, *, lesson: str, lang: str | None, ui: str | None) -> int:
    """Leave a translation to others."""
    words = words_of(ui)

    def work(desk: Desk) -> int:
        place = desk.find(desk.one_locale(lang), lesson)
        tell_copies([unclaim_place(desk, place)], words)
        title = shown(" ".join(place.title.split()))
        said = words.say("%(title)s: nobody is at it", title=title)
        say(f"{said}\n")
        return 0

    return at_desk(common.project, words, work, writes=True)
