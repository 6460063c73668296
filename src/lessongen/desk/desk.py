"""A project opened for translators: its texts, their translations, and how they stand."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from lessongen.desk.finding import find_place
from lessongen.desk.groups import group_names
from lessongen.desk.origins import GitOrigins, Origin
from lessongen.graph.families import pair_documents
from lessongen.graph.tracked import translation_places
from lessongen.model.problem import Problem, sort_problems
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import DocumentReport, Record, TranslationReport
from lessongen.project import Request
from lessongen.reading import read_ingredients
from lessongen.shell.clock import day_of, epoch
from lessongen.shell.session import Session
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words
from lessongen.tracking.places import Places, documents_of, find_places
from lessongen.tracking.project import unreadable_paths
from lessongen.tracking.tracker import Study, Tracker
from lessongen.translation.record import read_record

_UNREADABLE = "unreadable-file"


class Desk:
    """What there is to translate in a project, and how it stands."""

    def __init__(self, session: Session, words: Words, *, drafts: bool) -> None:
        request = Request(today=lambda zone: day_of(epoch(), zone), drafts=drafts)
        read = read_ingredients(session.files, session.memo, request, session.readers)
        self.session = session
        self.words = words
        self.given = read.value
        self.settings = read.value.settings
        self.today = read.value.today
        self.problems = (*session.files.problems, *read.problems)  # of each file on its own
        self.families = pair_documents(read.value.documents, self.settings.languages).value
        self.origins = GitOrigins(session.root, session.files, session.memo)
        self.tracker = Tracker(
            session.files,
            session.memo,
            self.settings,
            documents_of(self.families),
            self._places(drafts=drafts),
            today=self.today,
            unreadable=unreadable_paths(self.problems),
            origins=self.origins,
        )

    def _places(self, *, drafts: bool) -> Places:
        session = self.session
        return find_places(
            session.files,
            session.memo,
            self.settings,
            self.families,
            today=self.today,
            drafts=drafts,
        )

    @property
    def root(self) -> str:
        """The project's folder."""
        return self.session.root

    @property
    def unreadable(self) -> tuple[Problem, ...]:
        """The files of which nothing can be told."""
        problems = (*self.problems, *self.session.files.problems)
        return sort_problems(each for each in problems if each.code == _UNREADABLE)

    @property
    def source_language(self) -> str:
        """The language that the others are translated from."""
        return self.settings.source_language

    # --- languages ---------------------------------------------------------------

    def locales(self, wish: str | None = None) -> tuple[str, ...]:
        """The target languages that are meant: the one wished for, else all."""
        known = tuple(self.tracker.places)
        if wish is None:
            return known
        found = [locale for locale in known if locale.lower() == wish.lower()]
        if not found:
            message = self.words.say('there are no translations into "%(wish)s"', wish=wish)
            names = ", ".join(known)
            hint = self.words.say("the target languages are: %(names)s", names=names)
            raise UsageError(f"{message}; {hint}" if known else message)
        return tuple(found)

    def one_locale(self, wish: str | None = None) -> str:
        """The one target language that is meant; raises `UsageError` where there are several."""
        found = self.locales(wish)
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(self.words.say("this project has no second language yet"))
        names = ", ".join(found)
        raise UsageError(
            self.words.say("there are several target languages; say --lang: %(names)s", names=names)
        )

    # --- texts -------------------------------------------------------------------

    def places(self, locale: str) -> tuple[TranslationPlace, ...]:
        """The texts of a language, as far as their files can be read."""
        found = self.tracker.places[locale]
        return tuple(place for place in found if self.tracker.is_readable(place))

    def place(self, locale: str, key: str) -> TranslationPlace | None:
        """The text with this very key, which all its languages share; None if there is none."""
        places = self.places(locale) if locale in self.tracker.places else ()
        return next((place for place in places if place.key == key), None)

    def study(self, place: TranslationPlace) -> Study:
        """A text beside its source."""
        return self.tracker.study(place)

    def record(self, place: TranslationPlace) -> Record:
        """What the record of a text says; nothing where there is none."""
        if place.record_path not in self.session.files.digests:
            return Record()
        return read_record(self.session.files.read(place.record_path).value.text)

    def origin(self, place: TranslationPlace) -> Origin | None:
        """For a text without a record, the source that git says it was made from."""
        if not (place.translate and place.source_path and place.target_path):
            return None
        if self.record(place).beads:
            return None
        return self.origins.find(place, lambda: self.study(place).targets)

    def report(self, place: TranslationPlace) -> DocumentReport:
        """How a text stands."""
        return self.tracker.report(place)

    def reports(
        self,
        places: Mapping[str, Sequence[TranslationPlace]],
        note: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> TranslationReport:
        """How these texts stand, by language; `note` is told how many are done, of how many."""
        total = sum(map(len, places.values()))
        done = 0
        documents: dict[str, tuple[DocumentReport, ...]] = {}
        for locale, found in places.items():
            reports = []
            for place in found:
                note(done, total)
                reports.append(self.report(place))
                done += 1
            documents[locale] = tuple(reports)
        return TranslationReport(source_language=self.source_language, documents=documents)

    def find(self, locale: str, wish: str) -> TranslationPlace:
        """The one text that is meant; raises `UsageError` for none and for more than one.

        One that cannot be read is none.
        """
        place = find_place(self.tracker.places[locale], wish, self._titles, self.words)
        if not self.tracker.is_readable(place):
            path = place.target_path or place.source_path or ""
            message = '"%(path)s" or its source cannot be read; `lessongen check` says why'
            raise UsageError(self.words.say(message, path=path))
        return place

    def find_for(self, locale: str, wish: str) -> TranslationPlace:
        """The one text that is meant, for a language into which nothing is translated yet."""
        from dataclasses import replace  # rarely needed

        settings = replace(self.settings, languages=(self.source_language, locale))
        found = translation_places(
            self.families, settings, self.session.files.digests, today=self.today, drafts=True
        )
        return find_place(found[locale], wish, self._titles, self.words)

    def groups(self) -> Mapping[str, str]:
        """The name of the group that each source stands in: its section, or what else it is."""
        return group_names(self.families, self.source_language, self.words)

    def _titles(self, place: TranslationPlace) -> Iterator[str]:
        yield place.title
        if not self.tracker.is_readable(place):
            return
        for unit in self.report(place).units:
            if unit.kind == "title":
                yield unit.target or ""
                return
