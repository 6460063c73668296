"""Where the translations of a project lie, and their records, those under old names too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lessongen.graph.families import Family
from lessongen.graph.tracked import translation_places
from lessongen.model.document import Document
from lessongen.model.settings import Settings
from lessongen.model.standing import TranslationPlace
from lessongen.project import Files, Memo

Places = Mapping[str, tuple[TranslationPlace, ...]]  # by target language


def documents_of(families: Iterable[Family]) -> Iterator[Document]:
    """All members of the families."""
    return (document for family in families for document in family.members.values())


def find_places(
    files: Files,
    memo: Memo,
    settings: Settings,
    families: Sequence[Family],
    *,
    today: str,
    drafts: bool,
) -> Places:
    """The places of all families, and of the data that all languages share."""
    found = translation_places(families, settings, files.digests, today=today, drafts=drafts)
    return {
        locale: tuple(_with_lost_records(locale, places, files, memo, settings.source_language))
        for locale, places in found.items()
    }


def _with_lost_records(
    locale: str,
    places: Sequence[TranslationPlace],
    files: Files,
    memo: Memo,
    source_language: str,
) -> Iterator[TranslationPlace]:
    """The places; those without a record may have one that kept an old name."""
    digests = files.digests
    lacking = [each for each in places if each.target_path and each.record_path not in digests]
    if lacking:
        start, named = f"content/{locale}/.sync/", {each.record_path for each in places}
        lost = [
            path
            for path in sorted(digests)
            if path.startswith(start) and path.endswith(".sync") and path not in named
        ]
        if lost:
            from lessongen.tracking.lost_records import find_lost
            from lessongen.tracking.texts import Texts

            return find_lost(Texts(files, memo, source_language), places, lacking, lost)
    return iter(places)
