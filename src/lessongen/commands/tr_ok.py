"""`lessongen tr ok`: this translation is right for today's source."""

from collections.abc import Sequence
from functools import partial

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_fixes import fix_and_tell
from lessongen.commands.tr_options import (
    by_option,
    lang_option,
    look_of,
    ui_option,
    unit_names,
    unit_option,
    words_of,
)
from lessongen.commands.tr_output.change_text import change_line, title_line, unit_lines
from lessongen.commands.tr_output.layout import Look
from lessongen.commands.tr_work import at_desk, refuse_unknown, tell_copies
from lessongen.desk.allowing import refuse_unknown_checks
from lessongen.desk.confirming import accept_as_made, accept_places, accept_units
from lessongen.desk.desk import Desk
from lessongen.desk.outcome import Settled
from lessongen.desk.signing import signer
from lessongen.model.standing import TranslationPlace
from lessongen.shell.console import say
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words, term

_LEFT = 1
_FEW = 30  # paragraphs that are listed one by one


@click.command(
    cls=Verb, help=term("This translation is right for today’s source, edited or still fine.")
)
@click.argument("lessons", nargs=-1, metavar="[LESSON]...")
@click.option("--all", "everything", is_flag=True, help=term("All texts of the language."))
@lang_option
@unit_option
@click.option(
    "--allow",
    metavar="CHECK",
    multiple=True,
    help=term("This check is silent for these paragraphs from now on."),
)
@click.option(
    "--fix",
    is_flag=True,
    help=term("Carry over new links, code and numbers, and accept these paragraphs only."),
)
@click.option(
    "--as-made",
    is_flag=True,
    help=term("Right for the source that they were made from, as git knows it: without a record."),
)
@by_option
@ui_option
@click.pass_obj
def ok(
    common: Common,
    /,
    *,
    lessons: tuple[str, ...],
    lang: str | None,
    units: tuple[str, ...],
    allow: tuple[str, ...],
    by: str | None,
    ui: str | None,
    everything: bool,
    fix: bool,
    as_made: bool,
) -> int:
    """This translation is right for today's source."""
    words = words_of(ui)
    names, checks = unit_names(units), unit_names(allow)
    _refuse_nonsense(lessons, names, checks, words, everything=everything, fix=fix, as_made=as_made)

    def work(desk: Desk) -> int:
        locale = desk.one_locale(lang)
        look, name = look_of(common), signer(desk.root, by, words)
        if as_made:
            places = desk.places(locale) if everything else _named(desk, locale, lessons)
            return _made(desk, places, accept_as_made(desk, places, by=name), look)
        if everything:
            places = desk.places(locale)
            done = accept_places(desk, places, by=name, note=partial(_note, desk))
            desk.session.progress.clear()
            return _told(desk, places, done, look)
        places = _named(desk, locale, lessons)
        if fix:
            return fix_and_tell(desk, places, names, name, look)
        if not names:
            return _told(desk, places, accept_places(desk, places, by=name, named=True), look)
        settled = accept_units(desk, places[0], by=name, names=names, allow=checks)
        refuse_unknown(settled, words)
        return _told(desk, places, (settled,), look)

    return at_desk(common.project, words, work, writes=True)


def _named(desk: Desk, locale: str, lessons: Sequence[str]) -> tuple[TranslationPlace, ...]:
    return tuple(dict.fromkeys(desk.find(locale, wish) for wish in lessons))


def _made(
    desk: Desk, places: Sequence[TranslationPlace], done: Sequence[Settled], look: Look
) -> int:
    """Say what was confirmed as it was made, and what git knows nothing of."""
    for refusal in (each for settled in done for each in settled.refused):
        message = "%(path)s: git does not know what it was made from"
        say(desk.words.say(message, path=shown(refusal.name)) + "\n", error=True)
    code = _told(desk, places, done, look)
    return _LEFT if any(each.refused for each in done) else code


def _note(desk: Desk, done: int, total: int) -> None:
    desk.session.progress.note(desk.words.say("confirming"), done, total)


def _refuse_nonsense(
    lessons: Sequence[str],
    units: Sequence[str],
    checks: Sequence[str],
    words: Words,
    *,
    everything: bool,
    fix: bool,
    as_made: bool,
) -> None:
    if bool(lessons) == everything:
        raise UsageError(words.say("say which lessons are right, or --all"))
    if units and (everything or len(lessons) > 1):
        raise UsageError(words.say("--unit goes with one lesson"))
    if fix and (everything or checks):
        raise UsageError(words.say("--fix goes with lessons, and without --allow"))
    if checks and not units:
        raise UsageError(words.say("--allow goes with --unit: a check is silenced for a paragraph"))
    refuse_unknown_checks(checks, words)
    if as_made and (units or fix or checks):
        raise UsageError(words.say("--as-made goes with whole lessons, or with --all"))


def _told(
    desk: Desk, places: Sequence[TranslationPlace], done: Sequence[Settled], look: Look
) -> int:
    """Say what was confirmed and what has no translation; the exit code comes back."""
    tell_copies(done, desk.words)
    lines = _lines(desk, done, look)
    missing = [each for each in places if each.translate and not each.target_path]
    for place in missing:
        message = "%(name)s: nobody has begun; lessongen tr new %(number)s"
        name = str(place.lesson or place.key)
        lines.append(desk.words.say(message, name=title_line(place), number=name))
    for place in places:
        if not place.source_path and len(places) == 1:
            lines.append(desk.words.say("%(name)s: its source is gone", name=title_line(place)))
        elif not place.translate and len(places) == 1:
            lines.append(desk.words.say("%(name)s: not to be translated", name=title_line(place)))
    say("".join(f"{line}\n" for line in (*lines, *_sum(done, desk.words))))
    return _LEFT if missing or any(each.left for each in done) else 0


def _lines(desk: Desk, done: Sequence[Settled], look: Look) -> list[str]:
    """What was confirmed and what was left, lesson by lesson."""
    few = sum(len(each.done) for each in done) <= _FEW
    lines: list[str] = []
    for each in done:
        if not each.done and not each.left:
            continue
        title = title_line(each.place)
        lines += change_line(title, len(each.done), len(each.left), desk.words, look)
        if few:
            lines += unit_lines(each.done, desk.words, look, mark="✓")
        lines += unit_lines(each.left, desk.words, look, mark="–")
    return lines


def _sum(done: Sequence[Settled], words: Words) -> list[str]:
    """The last line."""
    reviewed = sum(len(each.reviewed) for each in done)
    confirmed = sum(len(each.done) for each in done) - reviewed
    left = sum(len(each.left) for each in done)
    if not confirmed and not left and not reviewed:
        return [words.say("Nothing to confirm: all of it was right already.")]
    parts = []
    if confirmed or not reviewed:
        parts.append(
            words.count(
                "%(number)s paragraph confirmed", "%(number)s paragraphs confirmed", confirmed
            )
        )
    if reviewed:
        parts.append(
            words.count(
                "%(number)s paragraph reviewed by a second person",
                "%(number)s paragraphs reviewed by a second person",
                reviewed,
            )
        )
    if left:
        parts.append(
            words.count("%(number)s still to translate", "%(number)s still to translate", left)
        )
    return [", ".join(parts) + "."]
