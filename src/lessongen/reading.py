"""The files of a project become what its site is made from; what was read before is remembered."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol, TypeVar, cast

from lessongen.build.digest import digest_of
from lessongen.checks import DOCUMENT_RULES
from lessongen.graph.ingredients import Ingredients
from lessongen.messages import read_catalog
from lessongen.model.catalog import Catalog
from lessongen.model.document import Document
from lessongen.model.people import Comment, Term
from lessongen.model.problem import Outcome, Problem
from lessongen.model.settings import Settings
from lessongen.model.site import AssetFile
from lessongen.model.source import SourceFile, Span
from lessongen.model.suggestion import did_you_mean
from lessongen.model.theme import Theme
from lessongen.model.unit import Unit, UnitKind
from lessongen.model.value import value
from lessongen.parsing.document import parse_document
from lessongen.parsing.paths import content_languages, place_of, stray_documents
from lessongen.parsing.shared_data import parse_comments, parse_glossary, parse_people, parse_tags
from lessongen.rendering.used_messages import missing_messages
from lessongen.settings import read_settings

R = TypeVar("R")

SETTINGS = "lessongen.yaml"
_NO_TERMS: tuple[Term, ...] = ()
_NO_COMMENTS: tuple[Comment, ...] = ()


class Project(Protocol):
    """What the shell offers of a project's files."""

    @property
    def name(self) -> str:
        """The name of the project's folder."""

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of every file that can matter, by path."""

    @property
    def assets(self) -> Mapping[str, AssetFile]:
        """Every file under `content/` that is no text of ours, measured when asked for."""

    @property
    def theme(self) -> Theme:
        """The theme's templates and assets, the project's own in place of the bundled ones."""

    @property
    def own_theme(self) -> Collection[str]:
        """The names of the project's own files of the theme."""

    def catalog_texts(self, locale: str) -> Sequence[str]:
        """The theme's `.po` texts of a language: the bundled one, then the project's own."""

    def read(self, path: str) -> Outcome[SourceFile]:
        """A text file; with a problem and an empty text if it cannot be read."""


class Memo(Protocol):
    """What earlier builds found out; a value is kept if this build asks for it or puts it."""

    def get(self, key: str) -> object | None:
        """The value, or None."""

    def keep(self, key: str) -> bool:
        """Whether there is a value; it is kept for the next build without being looked at."""

    def put(self, key: str, value: object) -> None:
        """Keeps a value of the model for the next build."""


class Workers(Protocol):
    """Does independent work, side by side where that pays."""

    def __call__(self, work: Callable[[str], R], items: Sequence[str]) -> Sequence[R]:
        """The result of the work for each item, in their order."""


@value
class Request:
    """What the caller wants, and which day it is where."""

    today: Callable[[str], str]  # time zone: ISO date
    drafts: bool = False
    base_url: str | None = None
    guesses: bool = False  # also compare what nobody confirmed, as the machine pairs it


def read_ingredients(
    project: Project, memo: Memo, request: Request, workers: Workers
) -> Outcome[Ingredients]:
    """Everything that the site is made from, and the problems of each file on its own."""
    reader = _Reader(project=project, memo=memo)
    settings = reader.settings()
    if request.base_url is not None:
        settings = replace(settings, base_url=request.base_url)
    documents = reader.documents(settings, workers)
    catalogs = {locale: reader.catalog(locale) for locale in settings.languages}
    reader.missing_words(catalogs)
    ingredients = Ingredients(
        name=project.name,
        documents=documents,
        settings=settings,
        catalogs=catalogs,
        people=reader.shared("content/people.yaml", parse_people, {}),
        tags=reader.shared("content/tags.yaml", parse_tags, {}),
        comments=reader.comments(documents),
        assets=project.assets,
        today=request.today(settings.time_zone),
        drafts=request.drafts,
        terms=reader.shared("content/glossary.csv", parse_glossary, _NO_TERMS),
    )
    return Outcome(
        value=ingredients, problems=(*reader.problems, *stray_documents(project.digests))
    )


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads a project and collects the problems of its files."""

    project: Project
    memo: Memo
    problems: list[Problem] = field(default_factory=list)

    def settings(self) -> Settings:
        languages = content_languages(self.project.digests)
        key = f"settings {self.project.digests.get(SETTINGS)} {' '.join(languages)}"
        return self._remembered(key, partial(self._read_settings, languages))

    def _read_settings(self, languages: Sequence[str]) -> Outcome[Settings]:
        if SETTINGS not in self.project.digests:
            return read_settings(None, languages)
        file = self.project.read(SETTINGS)
        read = read_settings(file.value, languages)
        return Outcome(value=read.value, problems=(*file.problems, *read.problems))

    def documents(self, settings: Settings, workers: Workers) -> tuple[Document, ...]:
        """The documents of the settings' languages, by path; new ones are read side by side."""
        digests, rules = self.project.digests, self.project.digests.get(SETTINGS)
        keys = {
            path: f"document {path} {digests[path]} {rules}"
            for path in sorted(digests)
            if (place := place_of(path)) is not None and place[0] in settings.languages
        }
        unread = [path for path, key in keys.items() if self.memo.get(key) is None]
        read = workers(partial(read_document, project=self.project, settings=settings), unread)
        fresh = {path: outcome for path, (outcome, _) in zip(unread, read, strict=True)}
        if len(settings.languages) > 1:
            for path, (_, units) in zip(unread, read, strict=True):
                self.memo.put(units_key(path, digests[path]), units)
        return tuple(
            self._remembered(key, partial(fresh.__getitem__, path)) for path, key in keys.items()
        )

    def shared(self, path: str, parse: Callable[[SourceFile], Outcome[R]], empty: R) -> R:
        """What one file of shared data holds; `empty` if the project has no such file."""
        digest = self.project.digests.get(path)
        if digest is None:
            return empty
        return self._remembered(f"shared {path} {digest}", partial(self._read, path, parse))

    def _read(self, path: str, parse: Callable[[SourceFile], Outcome[R]]) -> Outcome[R]:
        file = self.project.read(path)
        parsed = parse(file.value)
        # What cannot be read is reported once, not also as empty.
        return Outcome(value=parsed.value, problems=file.problems or parsed.problems)

    def catalog(self, locale: str) -> Catalog:
        """The theme's words in a language; without any, its pages speak the theme's English."""
        for name in dict.fromkeys((locale, locale.partition("-")[0])):
            if texts := self.project.catalog_texts(name):
                key = f"catalog {locale} {digest_of(tuple(texts))}"
                return self._remembered(key, partial(read_catalog, locale, texts))
        self.problems.append(_missing_catalog(locale))
        return Catalog(locale=locale)

    def missing_words(self, catalogs: Mapping[str, Catalog]) -> None:
        """Notes the messages of the theme that a catalog lacks.

        The bundled catalogs have all words of the bundled templates: a test holds that.
        """
        if not self.project.own_theme:
            return
        templates = self.project.theme.templates
        key = f"missing words {digest_of((templates, catalogs))}"
        self._remembered(key, partial(_missing_words, templates, catalogs))

    def comments(self, documents: Sequence[Document]) -> Mapping[str, tuple[Comment, ...]]:
        """The archived comments by the path of their document."""
        owners = {_thread_path(document): document.path for document in documents}
        threads: dict[str, tuple[Comment, ...]] = {}
        for path in sorted(self.project.digests):
            if "/comments/" not in path or not path.endswith(".yaml"):
                continue
            thread = self.shared(path, parse_comments, _NO_COMMENTS)
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


def _missing_words(templates: Mapping[str, str], catalogs: Mapping[str, Catalog]) -> Outcome[None]:
    return Outcome(value=None, problems=tuple(missing_messages(templates, catalogs)))


PackedUnit = tuple[UnitKind, str, str | None, int, int, int]


def units_key(path: str, digest: str) -> str:
    """What the units of a file are remembered by."""
    return f"units {path} {digest}"


def pack_units(units: Sequence[Unit]) -> tuple[PackedUnit, ...]:
    """The units as plain tuples, which are quick to keep: kind, text, plain, place of the first.

    The characters that they stand on are left out, and `plain` where it is the text.
    """
    return tuple(
        (
            unit.kind,
            unit.text,
            None if unit.plain == unit.text else unit.plain,
            unit.span.line,
            unit.span.column,
            unit.span.end_line,
        )
        for unit in units
    )


def read_document(
    path: str, *, project: Project, settings: Settings
) -> tuple[Outcome[Document], tuple[PackedUnit, ...]]:
    """The document at a path, with the problems that it has on its own, and its units."""
    locale, key, kind = place_of(path) or ("", path, "page")
    file = project.read(path)
    parsed = parse_document(file.value, locale=locale, key=key, kind=kind)
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
