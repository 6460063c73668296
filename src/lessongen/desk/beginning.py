"""A translation to begin with: a copy of its source, to write over."""

from lessongen.desk.desk import Desk
from lessongen.desk.outcome import FileChange, Refusal, Settled, Written
from lessongen.desk.template import translation_text
from lessongen.desk.writing import joined, save_records
from lessongen.model.language_tag import is_language_tag
from lessongen.model.source import SourceFile
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import Record
from lessongen.model.unit import Unit
from lessongen.parsing.document import parse_document
from lessongen.parsing.paths import place_of
from lessongen.shell.content_files import exchange, read_content
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words
from lessongen.translation.accept import new_record


def find_beginning(desk: Desk, wish: str, lang: str | None) -> TranslationPlace:
    """The text that is meant, also in a language without any file yet."""
    if lang is None or lang.lower() in (each.lower() for each in desk.tracker.places):
        return desk.find(desk.one_locale(lang), wish)
    if not is_language_tag(lang) or lang == desk.source_language:
        raise UsageError(desk.words.say('"%(lang)s" is no language to translate into', lang=lang))
    return desk.find_for(lang, wish)


def begin_translation(desk: Desk, place: TranslationPlace, *, by: str) -> Settled:
    """Make the file of a translation: its path is that of the first file written.

    Raises `UsageError` for a text that has a translation, or should have none.
    """
    path = _target_path(place, desk.words)
    source = desk.session.files.read(place.source_path or "").value
    text = translation_text(source, place.title)
    old = desk.record(place)
    beads = new_record(_units(path, text), date=desk.today, by=by).beads
    # The file first: it may turn out to be there already.
    content = text.encode()
    if not exchange(desk.root, path, None, content):
        now = (read_content(desk.root, path) or b"").decode("utf-8", "replace")
        refusal = Refusal(name=path, reason="changed", yours=text, theirs=now)
        return Settled(place=place, refused=(refusal,))
    made = Written(files=(FileChange(path=path, before=None, after=content),))
    record = save_records(desk, [(place, Record(beads=beads, claim=old.claim))])
    return Settled(place=place, written=joined(made, record))


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


def _units(path: str, text: str) -> tuple[Unit, ...]:
    locale, key, kind = place_of(path) or ("", path, "page")
    file = SourceFile(path=path, text=text, digest="")
    return parse_document(file, locale=locale, key=key, kind=kind).value.units
