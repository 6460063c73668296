"""`lessongen tr`: how the translations stand."""

import os
from collections.abc import Iterator, Mapping, Sequence

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_gate import Gate, read_gate
from lessongen.commands.tr_options import (
    drafts_option,
    lang_option,
    look_of,
    ui_option,
    words_of,
)
from lessongen.commands.tr_output.layout import Look
from lessongen.commands.tr_work import at_desk
from lessongen.desk.desk import Desk
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import TranslationReport
from lessongen.shell.console import say
from lessongen.shell.recording import keep_as
from lessongen.shell.report import plain_report
from lessongen.shell.terminal import shown
from lessongen.shell.unchanged import Record
from lessongen.shell.unchanged_status import NAME, status_wish, words_behind_tr
from lessongen.shell.words import Words, term

FORMATS = ("text", "json", "markdown", "github")
_WITHOUT_GIT = ("text", "github")
_PROBLEMS = 1


@click.command(
    cls=Verb, help=term("What needs a translator, in lessons, paragraphs, words and minutes.")
)
@click.argument("lessons", nargs=-1, metavar="[LESSON]...")
@lang_option
@drafts_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help=term("For people, programs, reviews, or as annotations for GitHub."),
)
@click.option(
    "--fail-on",
    metavar="WHAT,…",
    help=term("Exit code 1 if something is missing, outdated, unverified, or stale=20%."),
)
@ui_option
@click.pass_obj
def status(
    common: Common,
    /,
    *,
    lessons: tuple[str, ...],
    lang: str | None,
    form: str,
    fail_on: str | None,
    ui: str | None,
    drafts: bool,
) -> int:
    """How the translations stand."""
    words = words_of(ui)
    gate = read_gate(fail_on, words)

    def work(desk: Desk) -> int:
        places = chosen_places(desk, lessons, lang)
        report = _report(desk, places, form)
        text = _text(desk, report, form, look_of(common), chosen=bool(lessons))
        unrecorded = _unrecorded(desk, places)
        if form == "text":
            text += "".join(_renamed(desk, places))
            text += _made_from(desk, unrecorded)
        say(text)
        complaints = _complaints(desk, gate, report)
        say(complaints, error=True)
        if not complaints and form in _WITHOUT_GIT and not unrecorded:
            _keep(desk, common, text)
        return _PROBLEMS if complaints else 0

    return at_desk(common.project, words, work, drafts=drafts or bool(lessons))


def _report(
    desk: Desk, places: Mapping[str, Sequence[TranslationPlace]], form: str
) -> TranslationReport:
    progress = desk.session.progress
    report = desk.reports(
        places, lambda done, total: progress.note(desk.words.say("comparing"), done, total)
    )
    progress.clear()
    if form in _WITHOUT_GIT:
        return report
    from lessongen.desk.reasons import with_notes

    return with_notes(desk, places, report)


def _renamed(desk: Desk, places: Mapping[str, Sequence[TranslationPlace]]) -> Iterator[str]:
    """What to do about translations that lost their source by a new name."""
    from lessongen.desk.renames import find_renamings

    for found in places.values():
        for renaming in find_renamings(desk, found):
            message = "%(target)s is the translation of %(source)s: rename it to %(right)s"
            told = desk.words.say(
                message,
                target=shown(renaming.target_path),
                source=shown(renaming.source_path),
                right=shown(renaming.right_path),
            )
            yield f"\n{told}\n"


def _unrecorded(
    desk: Desk, places: Mapping[str, Sequence[TranslationPlace]]
) -> tuple[TranslationPlace, ...]:
    """The texts that were compared with what git says they were made from."""
    return tuple(
        place
        for found in places.values()
        for place in found
        if place.record_path not in desk.session.files.digests
        and (origin := desk.origin(place)) is not None
        and not origin.is_today
    )


def _made_from(desk: Desk, places: Sequence[TranslationPlace]) -> str:
    """What was compared with what, and the word for it."""
    if not places:
        return ""
    told = desk.words.count(
        "%(number)s text has no record; git says which source it was made from.",
        "%(number)s texts have no record; git says which source they were made from.",
        len(places),
    )
    purpose = desk.words.say("if they were right when they were made")
    return f"\n{told}\nlessongen tr ok --all --as-made   {purpose}\n"


def _complaints(desk: Desk, gate: Gate, report: TranslationReport) -> str:
    """What could not be read, and what should not be."""
    unreadable = plain_report(desk.unreadable, "text", desk.session.root)
    return unreadable + "".join(f"{line}\n" for line in gate.broken(report))


def _keep(desk: Desk, common: Common, text: str) -> None:
    """Let the next call of the same be over at once, if nothing has changed by then."""
    record = Record()
    record.wish = status_wish(words_behind_tr(list(common.arguments)), common.color)
    record.plain = text
    keep_as(desk.session, NAME, record, desk.settings.time_zone)


def chosen_places(
    desk: Desk, wishes: Sequence[str], lang: str | None
) -> Mapping[str, Sequence[TranslationPlace]]:
    """By language the texts that are meant; without any wish, all."""
    if not wishes:
        return {locale: desk.places(locale) for locale in desk.locales(lang)}
    return {
        locale: tuple(dict.fromkeys(desk.find(locale, wish) for wish in wishes))
        for locale in desk.locales(lang)
    }


def _text(desk: Desk, report: TranslationReport, form: str, look: Look, *, chosen: bool) -> str:
    if form == "json":
        return _json(report)
    if form == "markdown":
        from lessongen.commands.tr_output.status_markdown import status_markdown

        return status_markdown(report, desk.words)
    if form == "github":
        from lessongen.commands.tr_output.status_github import status_github

        return status_github(report, desk.words, os.path.relpath(desk.session.root))
    return _for_people(report, desk.groups(), desk.words, look, chosen=chosen)


def _json(report: TranslationReport) -> str:
    import json

    from lessongen.translation.report import as_data

    return json.dumps(as_data(report), ensure_ascii=False, indent=2) + "\n"


def _for_people(
    report: TranslationReport,
    groups: Mapping[str, str],
    words: Words,
    look: Look,
    *,
    chosen: bool,
) -> str:
    from lessongen.commands.tr_output.status_text import status_text

    if not report.documents:
        return words.say("This project has one language: there is nothing to translate.") + "\n"
    texts = (
        status_text(
            report.source_language,
            locale,
            documents,
            groups,
            chosen=chosen,
            words=words,
            look=look,
        )
        for locale, documents in report.documents.items()
    )
    return "\n".join(texts)
