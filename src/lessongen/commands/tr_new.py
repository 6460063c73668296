"""`lessongen tr new`: a translation to begin with."""

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_desk import Desk, opened_desk, retried
from lessongen.commands.tr_options import by_option, lang_option, signer, ui_option, words_of
from lessongen.commands.tr_template import translation_text
from lessongen.model.language_tag import is_language_tag
from lessongen.model.source import SourceFile
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import Record
from lessongen.model.unit import Unit
from lessongen.parsing.document import parse_document
from lessongen.parsing.paths import place_of
from lessongen.shell.console import say
from lessongen.shell.source_writer import create_file
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words, term
from lessongen.translation.accept import new_record


@click.command(
    cls=Verb, help=term("Make the file of a translation: a copy of the source, to write over.")
)
@click.argument("lesson")
@lang_option
@by_option
@ui_option
@click.pass_obj
def new(common: Common, /, *, lesson: str, lang: str | None, by: str | None, ui: str | None) -> int:
    """Make the file of a translation."""
    words = words_of(ui)

    def work() -> int:
        with opened_desk(common.project, words, writes=True) as desk:
            place = _place(desk, lesson, lang)
            path = _target_path(place, words)
            _make(desk, place, path, signer(desk.session.root, by, words))
        say(f"{shown(path)}\n")
        message = "Write your translation over the text. Then: lessongen tr ok %(name)s"
        say(words.say(message, name=place.lesson or place.key) + "\n", error=True)
        return 0

    return retried(work, words)


def _place(desk: Desk, lesson: str, lang: str | None) -> TranslationPlace:
    """The text that is meant; for a language without any file yet, beside the source's."""
    if lang is None or lang.lower() in (each.lower() for each in desk.tracker.places):
        return desk.find(desk.one_locale(lang), lesson)
    if not is_language_tag(lang) or lang == desk.source_language:
        raise UsageError(desk.words.say('"%(lang)s" is no language to translate into', lang=lang))
    return desk.find_for(lang, lesson)


def _target_path(place: TranslationPlace, words: Words) -> str:
    """Where the translation will lie; raises `UsageError` if there is one, or should be none."""
    if place.source_path is None:
        raise UsageError(words.say('"%(path)s" has no source', path=place.target_path or place.key))
    if not place.translate:
        raise UsageError(words.say('"%(path)s" is not to be translated', path=place.source_path))
    if place.kind in ("people", "tags"):
        message = '"%(path)s" holds all languages: write the translation into that file'
        raise UsageError(words.say(message, path=place.source_path))
    if place.target_path is not None:
        raise UsageError(words.say('"%(path)s" is there already', path=place.target_path))
    return f"content/{place.locale}/{place.source_path.split('/', 2)[2]}"


def _make(desk: Desk, place: TranslationPlace, path: str, by: str) -> None:
    """Write the file and its record; the file first: it may turn out to be there already."""
    source = desk.session.files.read(place.source_path or "").value
    text = translation_text(source, place.title)
    units = _units(path, text)
    old = desk.tracker.study(place).record
    record = Record(beads=new_record(units, date=desk.today, by=by).beads, claim=old.claim)
    create_file(desk.session.root, path, text.encode())
    desk.write([(place, record)])


def _units(path: str, text: str) -> tuple[Unit, ...]:
    locale, key, kind = place_of(path) or ("", path, "page")
    file = SourceFile(path=path, text=text, digest="")
    return parse_document(file, locale=locale, key=key, kind=kind).value.units
