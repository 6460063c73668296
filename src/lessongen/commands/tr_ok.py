"""`lessongen tr ok`: this translation is right for today's source."""

import re
from collections.abc import Collection, Sequence

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
from lessongen.commands.tr_output.change_text import change_line, unit_lines
from lessongen.commands.tr_output.layout import Look
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import Record
from lessongen.model.value import value
from lessongen.shell.console import say
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words, term
from lessongen.translation.accept import Change, accept
from lessongen.translation.report import find_units, report_units

_LEFT = 1
_CHECK = re.compile(r"[a-z][a-z-]*")
_FEW = 30  # paragraphs that are listed one by one


@value
class _Wish:
    """Who confirms what."""

    by: str
    units: tuple[str, ...]
    allow: tuple[str, ...]


@value
class _Done:
    """What became of one text."""

    place: TranslationPlace
    before: Record
    change: Change
    numbers: tuple[tuple[int, ...], tuple[int, ...]]  # of the units confirmed, and of those left


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
) -> int:
    """This translation is right for today's source."""
    words = words_of(ui)
    names, checks = unit_names(units), unit_names(allow)
    _refuse_nonsense(lessons, names, checks, words, everything=everything)

    def work() -> int:
        with opened_desk(common.project, words, writes=True) as desk:
            locale = desk.one_locale(lang)
            places = (
                desk.places(locale)
                if everything
                else tuple(dict.fromkeys(desk.find(locale, wish) for wish in lessons))
            )
            wish = _Wish(by=signer(desk.session.root, by, words), units=names, allow=checks)
            return _confirm(desk, places, wish, look_of(common))

    return retried(work, words)


def _refuse_nonsense(
    lessons: Sequence[str],
    units: Sequence[str],
    checks: Sequence[str],
    words: Words,
    *,
    everything: bool,
) -> None:
    if bool(lessons) == everything:
        raise UsageError(words.say("say which lessons are right, or --all"))
    if units and (everything or len(lessons) > 1):
        raise UsageError(words.say("--unit goes with one lesson"))
    if checks and not units:
        raise UsageError(words.say("--allow goes with --unit: a check is silenced for a paragraph"))
    for check in checks:
        if not _CHECK.fullmatch(check):
            raise UsageError(words.say('--allow: "%(check)s" is no check', check=check))


def _confirm(desk: Desk, places: Sequence[TranslationPlace], wish: _Wish, look: Look) -> int:
    """Confirm what has a translation, and say what has none; the exit code comes back."""
    begun = [
        place for place in places if place.translate and place.target_path and place.source_path
    ]
    done = []
    for number, place in enumerate(begun):
        desk.session.progress.note(desk.words.say("confirming"), number, len(begun))
        done.append(_accepted(desk, place, wish))
    desk.session.progress.clear()
    desk.write([(each.place, each.change.record) for each in done if _is_to_write(each)])
    lines = _told(desk, done, look)
    missing = [each for each in places if each.translate and not each.target_path]
    for place in missing:
        message = "%(name)s: nobody has begun; lessongen tr new %(number)s"
        name = str(place.lesson or place.key)
        lines.append(desk.words.say(message, name=_title(place), number=name))
    for place in places:
        if not place.source_path and len(places) == 1:
            lines.append(desk.words.say("%(name)s: its source is gone", name=_title(place)))
        elif not place.translate and len(places) == 1:
            lines.append(desk.words.say("%(name)s: not to be translated", name=_title(place)))
    say("".join(f"{line}\n" for line in (*lines, *_sum(done, desk.words))))
    return _LEFT if missing or any(each.change.left for each in done) else 0


def _accepted(desk: Desk, place: TranslationPlace, wish: _Wish) -> _Done:
    study = desk.tracker.study(place)
    chosen: Collection[int] | None = None
    if wish.units:
        chosen, unknown = find_units(study.pairs, wish.units)
        if unknown:
            message = 'this lesson has no paragraph "%(name)s"; `lessongen tr show` numbers them'
            raise UsageError(desk.words.say(message, name=unknown[0]))
    change = accept(
        study.record, study.pairs, by=wish.by, date=desk.today, chosen=chosen, allow=wish.allow
    )
    at = {id(pair): number for number, pair in enumerate(study.pairs, start=1)}
    numbers = (
        tuple(at[id(pair)] for pair in change.done),
        tuple(at[id(pair)] for pair in change.left),
    )
    return _Done(place=place, before=study.record, change=change, numbers=numbers)


def _is_to_write(done: _Done) -> bool:
    moved = done.place.record_home != done.place.record_path
    return done.change.record != done.before or (moved and bool(done.before.beads))


def _told(desk: Desk, done: Sequence[_Done], look: Look) -> list[str]:
    """What was confirmed and what was left, lesson by lesson."""
    few = sum(len(each.change.done) for each in done) <= _FEW
    lines: list[str] = []
    for each in done:
        if not each.change.done and not each.change.left:
            continue
        title = _title(each.place)
        lines += change_line(title, len(each.change.done), len(each.change.left), desk.words, look)
        settled, left = each.numbers
        if few:
            units = report_units(each.change.done)
            lines += unit_lines(units, settled, desk.words, look, mark="✓")
        units = report_units(each.change.left)
        lines += unit_lines(units, left, desk.words, look, mark="–")
    return lines


def _title(place: TranslationPlace) -> str:
    title = shown(" ".join(place.title.split()))
    return f"{place.lesson} · {title}" if place.lesson else title


def _sum(done: Sequence[_Done], words: Words) -> list[str]:
    """The last line."""
    confirmed = sum(len(each.change.done) for each in done)
    left = sum(len(each.change.left) for each in done)
    if not confirmed and not left:
        return [words.say("Nothing to confirm: all of it was right already.")]
    parts = [
        words.count("%(number)s paragraph confirmed", "%(number)s paragraphs confirmed", confirmed)
    ]
    if left:
        parts.append(
            words.count("%(number)s still to translate", "%(number)s still to translate", left)
        )
    return [", ".join(parts) + "."]
