"""The files of a project become what its site is made from; what was read before is remembered.

    Reading(project, …)  --> new documents are being parsed, beside us where the system can
    .ingredients()       --> Ingredients, when all of them are there

What parses, and what checks what was parsed, is loaded only where a file is new.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from lessongen.build.codec import part_of
from lessongen.build.digest import digest_of
from lessongen.model.catalog import Catalog
from lessongen.model.document import Document
from lessongen.model.language_tag import catalog_names
from lessongen.model.packed_units import PackedUnit, pack_units, unpack_units
from lessongen.model.people import Comment, Person, Tag, Term
from lessongen.model.problem import Outcome, Problem
from lessongen.model.settings import Settings
from lessongen.model.source import SourceFile, Span
from lessongen.model.suggestion import did_you_mean
from lessongen.model.value import replaced
from lessongen.parsing.paths import content_languages, place_of, stray_documents
from lessongen.project import (
    SETTINGS,
    Files,
    Memo,
    Project,
    Readers,
    Request,
    document_key,
    units_key,
)

if TYPE_CHECKING:
    from lessongen.graph.ingredients import Ingredients

R = TypeVar("R")

_NO_PEOPLE: Mapping[str, Person] = MappingProxyType({})
_NO_TAGS: Mapping[str, Tag] = MappingProxyType({})
_NO_TERMS: tuple[Term, ...] = ()
_NO_COMMENTS: tuple[Comment, ...] = ()


def read_ingredients(
    project: Project, memo: Memo, request: Request, readers: Readers
) -> "Outcome[Ingredients]":
    """Everything that the site is made from, and the problems of each file on its own."""
    return Reading(project, memo, request, readers).ingredients()


class Reading:
    """A project that is being read; the problems of its files are collected on the way."""

    def __init__(self, project: Project, memo: Memo, request: Request, readers: Readers) -> None:
        self.project = project
        self.memo = memo
        self.request = request
        self.problems: list[Problem] = []
        self._catalogs: dict[str, Catalog | None] = {}  # by the name of the file
        self.settings = self._settings()
        self._keys = self._document_keys()
        self._unread = [path for path, key in self._keys.items() if not memo.keep(key)]
        read = partial(read_document, project=project, settings=self.settings)
        self._read_documents = readers(read, self._unread, self.settings)

    @property
    def is_waiting(self) -> bool:
        """Whether documents are being parsed."""
        return bool(self._unread)

    def ingredients(self) -> "Outcome[Ingredients]":
        """Everything that the site is made from, and the problems of each file on its own."""
        from lessongen.graph.ingredients import Ingredients  # while others parse

        project, request, settings = self.project, self.request, self.settings
        catalogs = {locale: self._catalog(locale) for locale in settings.languages}
        self._missing_words(catalogs)
        people = self._shared("content/people.yaml", _NO_PEOPLE)
        tags = self._shared("content/tags.yaml", _NO_TAGS)
        terms = self._shared("content/glossary.csv", _NO_TERMS)
        documents = self._documents()  # last: others may still be parsing
        ingredients = Ingredients(
            name=project.name,
            documents=documents,
            settings=settings,
            catalogs=catalogs,
            people=people,
            tags=tags,
            comments=self._comments(documents),
            assets=project.assets,
            today=request.today(settings.time_zone),
            drafts=request.drafts,
            terms=terms,
        )
        problems = (*self.problems, *stray_documents(project.digests))
        return Outcome(value=ingredients, problems=problems)

    # --- settings ----------------------------------------------------------------

    def _settings(self) -> Settings:
        languages = content_languages(self.project.digests)
        key = f"settings {self.project.digests.get(SETTINGS)} {' '.join(languages)}"
        settings = self._remembered(key, partial(self._read_settings, languages))
        if self.request.base_url is None:
            return settings
        return replaced(settings, base_url=self.request.base_url)

    def _read_settings(self, languages: Sequence[str]) -> Outcome[Settings]:
        from lessongen.settings import read_settings

        if SETTINGS not in self.project.digests:
            return read_settings(None, languages)
        file = self.project.read(SETTINGS)
        read = read_settings(file.value, languages)
        return Outcome(value=read.value, problems=(*file.problems, *read.problems))

    # --- documents ---------------------------------------------------------------

    def _document_keys(self) -> Mapping[str, str]:
        """What each document of the settings' languages is remembered by, by path, in order."""
        digests = self.project.digests
        return {
            path: document_key(path, digests)
            for path in sorted(digests)
            if (place := place_of(path)) is not None and place[0] in self.settings.languages
        }

    def _documents(self) -> tuple[Document, ...]:
        """The documents by path: first what is known, so that others can parse meanwhile."""
        for key in self._keys.values():
            self.memo.get(key)
        for number, ((outcome, units), encoded) in self._read_documents():
            path = self._unread[number]
            own, plain = (encoded and part_of(encoded, part) for part in (0, 1))
            self.memo.put(self._keys[path], outcome, own)
            if len(self.settings.languages) > 1:
                self.memo.put(units_key(path, self.project.digests[path]), units, plain)
        return tuple(
            self._remembered(key, partial(self._document, path)) for path, key in self._keys.items()
        )

    def _document(self, path: str) -> Outcome[Document]:
        """A document that the memo has lost meanwhile."""
        return read_document(path, project=self.project, settings=self.settings)[0]

    # --- the rest ----------------------------------------------------------------

    def _shared(self, path: str, empty: R) -> R:
        """What one file of shared data holds; `empty` if the project has no such file."""
        digest = self.project.digests.get(path)
        if digest is None:
            return empty
        read: Callable[[], Outcome[R]] = partial(self._read_shared, path)
        return self._remembered(f"shared {path} {digest}", read)

    def _read_shared(self, path: str) -> Outcome[Any]:
        from lessongen.parsing.shared_data import parser_of

        file = self.project.read(path)
        parsed = parser_of(path)(file.value)
        # What cannot be read is reported once, not also as empty.
        return Outcome(value=parsed.value, problems=file.problems or parsed.problems)

    def _catalog(self, locale: str) -> Catalog:
        """The theme's words in a language; what it lacks, pages say in the theme's English.

        "pt-BR" has the words of Portuguese, and its own in place of them.
        """
        found = [each for name in catalog_names(locale) if (each := self._messages(name))]
        if not found:
            self.problems.append(_missing_catalog(locale))
        forms = {key: form for each in found for key, form in each.forms.items()}
        return Catalog(locale=locale, forms=forms)

    def _messages(self, name: str) -> Catalog | None:
        """The catalog of a name, if there is one; two languages may share it."""
        if name not in self._catalogs:
            texts = self.project.catalog_texts(name)
            key = f"catalog {name} {digest_of(tuple(texts))}"
            read = self._remembered(key, partial(_read_catalog, name, texts)) if texts else None
            self._catalogs[name] = read
        return self._catalogs[name]

    def _missing_words(self, catalogs: Mapping[str, Catalog]) -> None:
        """Notes the messages of the theme that a catalog lacks.

        The bundled catalogs have all words of the bundled templates: a test holds that.
        """
        if not self.project.own_theme:
            return
        templates = self.project.theme.templates
        key = f"missing words {digest_of((templates, catalogs))}"
        self._remembered(key, partial(_missing_words, templates, catalogs))

    def _comments(self, documents: Sequence[Document]) -> Mapping[str, tuple[Comment, ...]]:
        """The archived comments by the path of their document."""
        owners = {_thread_path(document): document.path for document in documents}
        threads: dict[str, tuple[Comment, ...]] = {}
        for path in sorted(self.project.digests):
            if "/comments/" not in path or not path.endswith(".yaml"):
                continue
            thread = self._shared(path, _NO_COMMENTS)
            if path in owners:
                threads[owners[path]] = thread
            else:
                self.problems.append(_orphan_comments(path, owners))
        return threads

    def _remembered(self, key: str, make: Callable[[], Outcome[R]]) -> R:
        known = self.memo.get(key)
        if known is None:
            known = make()
            self.memo.put(key, known)
        # The key names the maker, so what it finds is what this maker made.
        outcome = cast("Outcome[R]", known)
        self.problems += outcome.problems
        return outcome.value


def _read_catalog(locale: str, texts: Sequence[str]) -> Outcome[Catalog]:
    from lessongen.messages import read_catalog

    return read_catalog(locale, texts)


def _missing_words(templates: Mapping[str, str], catalogs: Mapping[str, Catalog]) -> Outcome[None]:
    from lessongen.rendering.used_messages import missing_messages

    return Outcome(value=None, problems=tuple(missing_messages(templates, catalogs)))


ReadDocument = tuple[Outcome[Document], tuple[PackedUnit, ...]]


def read_document(path: str, *, project: Files, settings: Settings) -> ReadDocument:
    """The document at a path, with the problems that it has on its own, and its units."""
    return document_in(project.read(path), settings)


def document_in(
    file: Outcome[SourceFile], settings: Settings, earlier: ReadDocument | None = None
) -> ReadDocument:
    """The document in a file, with the problems that it has on its own, and its units.

    What its front matter says is taken from an `earlier` reading, if it still says that.
    """
    from lessongen.checks.documents import DOCUMENT_RULES
    from lessongen.parsing.document import KnownText, parse_document

    path, known = file.value.path, None
    locale, key, kind = place_of(path) or ("", path, "page")
    if earlier is not None and earlier[1]:
        known = KnownText(front=earlier[0].value.front, units=unpack_units(path, earlier[1]))
    parsed = parse_document(file.value, locale=locale, key=key, kind=kind, known=known)
    if file.problems:  # what cannot be read is reported once, not also as empty
        return Outcome(value=parsed.value.document, problems=file.problems), ()
    found = [problem for rule in DOCUMENT_RULES for problem in rule(parsed.value, settings)]
    read = Outcome(value=parsed.value.document, problems=(*parsed.problems, *found))
    return read, pack_units(parsed.value.units) if len(settings.languages) > 1 else ()


def _thread_path(document: Document) -> str:
    """Where the comments of a document are kept: `content/en/comments/<key>.yaml`."""
    return f"content/{document.locale}/comments/{document.key}.yaml"


def _missing_catalog(locale: str) -> Problem:
    return Problem(
        code="missing-catalog",
        severity="warning",
        message=f'the theme has no words in "{locale}", so its pages use English ones',
        span=Span(path=f"templates/messages/{locale}.po"),
        hint="copy the theme's messages/en.po to this file and translate it",
    )


def _orphan_comments(path: str, owners: Iterable[str]) -> Problem:
    return Problem(
        code="orphan-comments",
        severity="warning",
        message="these comments belong to no document",
        span=Span(path=path),
        hint=did_you_mean(path, owners) or "give the file the name of its document",
    )
