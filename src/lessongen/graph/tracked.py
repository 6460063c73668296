"""What is to be translated into which language, and where each translation and record lies."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Literal

from lessongen.graph.families import Family
from lessongen.graph.pages import title_of, visibility
from lessongen.graph.series import in_series_order
from lessongen.model.document import Document
from lessongen.model.settings import Settings
from lessongen.model.standing import TranslationPlace

# Texts of all languages in one file, below content/.
SHARED_FILES: Mapping[str, Literal["people", "tags"]] = {
    "people.yaml": "people",
    "tags.yaml": "tags",
}


def translation_places(
    families: Sequence[Family],
    settings: Settings,
    files: Container[str],
    *,
    today: str,
    drafts: bool,
) -> Mapping[str, tuple[TranslationPlace, ...]]:
    """The places of each target language: the series page, lessons, articles, pages, shared data.

    `files` are the project's. Planned lessons are left out, and drafts unless they are asked for.
    """
    visible = [
        family
        for family in _in_order(families)
        if visibility(family.source.front, today, drafts=drafts) == "public"
    ]
    taken = {document.key for family in families for document in family.members.values()}
    places = {}
    for locale in settings.languages[1:]:
        finder = _Finder(locale, settings.source_language, families, files)
        found = [finder.place(family) for family in visible if _concerns(family, locale, settings)]
        places[locale] = (*found, *_shared(locale, files, taken))
    return places


def record_path(locale: str, key: str) -> str:
    """Where the record of a translation lies.

    >>> record_path("es", "articles/rest")
    'content/es/.sync/articles/rest.sync'
    """
    return f"content/{locale}/.sync/{key}.sync"


def _in_order(families: Sequence[Family]) -> Iterator[Family]:
    for kind in ("series", "lesson", "article", "page"):
        members = [family for family in families if family.source.kind == kind]
        yield from in_series_order(members) if kind == "lesson" else members


def _concerns(family: Family, locale: str, settings: Settings) -> bool:
    """Whether the language has, or should have, a version of what the source language says."""
    return family.source.locale == settings.source_language or locale in family.members


class _Finder:
    """Finds the files of one target language."""

    def __init__(
        self, locale: str, source: str, families: Sequence[Family], files: Container[str]
    ) -> None:
        self._locale = locale
        self._source_language = source
        self._files = files
        members = (family.members.get(locale) for family in families)
        self._own = frozenset(member.key for member in members if member is not None)

    def place(self, family: Family) -> TranslationPlace:
        target = family.members.get(self._locale)
        source = None if family.source.locale != self._source_language else family.source
        home = record_path(self._locale, target.key if target else family.key)
        return TranslationPlace(
            locale=self._locale,
            key=family.key,
            kind=family.source.kind,
            source_path=source.path if source else None,
            target_path=target.path if target else None,
            record_path=self._record(target, family.key, home),
            record_home=home,
            lesson=family.source.front.lesson,
            title=title_of(family.source),
            translate=family.source.front.translate,
        )

    def _record(self, target: Document | None, key: str, home: str) -> str:
        """A record can still lie where it was begun: under the name of the source."""
        begun = record_path(self._locale, key)
        if target is None or home in self._files or key in self._own or begun not in self._files:
            return home
        return begun


def _shared(
    locale: str, files: Container[str], taken: Container[str]
) -> Iterator[TranslationPlace]:
    """The places of the shared data; `taken` are the keys of documents."""
    for name, kind in SHARED_FILES.items():
        path = f"content/{name}"
        if path in files:
            # A document may be called `people` as well: then its record has that name.
            record = record_path(locale, name if kind in taken else kind)
            yield TranslationPlace(
                locale=locale,
                key=name,
                kind=kind,
                source_path=path,
                target_path=path,
                record_path=record,
                record_home=record,
                title=name,
            )
