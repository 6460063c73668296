"""A project opened for translators: its texts, their translations, and who may be meant."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from lessongen.graph.families import Family, pair_documents
from lessongen.graph.sections import plan_sections
from lessongen.graph.series import in_series_order
from lessongen.graph.tracked import translation_places
from lessongen.model.problem import Problem, sort_problems
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import DocumentReport, Record, TranslationReport
from lessongen.project import Request
from lessongen.reading import read_ingredients
from lessongen.shell.cache import Cache
from lessongen.shell.clock import day_of, epoch
from lessongen.shell.console import is_terminal, say
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.shell.project_files import find_project
from lessongen.shell.records import remove_record, write_records
from lessongen.shell.session import Order, Session
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words
from lessongen.tracking.tracker import Tracker
from lessongen.translation.record import write_record

_ATTEMPTS = 5
_UNREADABLE = "unreadable-file"


class Desk:
    """What there is to translate in a project, and how it stands."""

    def __init__(self, session: Session, words: Words, *, drafts: bool) -> None:
        request = Request(today=lambda zone: day_of(epoch(), zone), drafts=drafts)
        read = read_ingredients(session.files, session.memo, request, session.workers)
        self.session = session
        self.words = words
        self.settings = read.value.settings
        self.today = read.value.today
        self.families = pair_documents(read.value.documents, self.settings.languages).value
        self.tracker = Tracker(
            session.files,
            session.memo,
            self.settings,
            self.families,
            today=self.today,
            drafts=drafts,
        )
        self._problems = (*session.files.problems, *read.problems)

    @property
    def unreadable(self) -> tuple[Problem, ...]:
        """The files of which nothing can be told."""
        problems = (*self._problems, *self.session.files.problems)
        return sort_problems(each for each in problems if each.code == _UNREADABLE)

    @property
    def source_language(self) -> str:
        """The language that the others are translated from."""
        return self.settings.source_language

    # --- languages ---------------------------------------------------------------

    def locales(self, wish: str | None) -> tuple[str, ...]:
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

    def one_locale(self, wish: str | None) -> str:
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

    def report(self, place: TranslationPlace) -> DocumentReport:
        """How a text stands."""
        return self.tracker.report(place)

    def reports(self, places: Mapping[str, Sequence[TranslationPlace]]) -> TranslationReport:
        """How these texts stand, by language."""
        total = sum(map(len, places.values()))
        done = 0
        documents: dict[str, tuple[DocumentReport, ...]] = {}
        for locale, found in places.items():
            reports = []
            for place in found:
                self.session.progress.note(self.words.say("comparing"), done, total)
                reports.append(self.report(place))
                done += 1
            documents[locale] = tuple(reports)
        return TranslationReport(source_language=self.source_language, documents=documents)

    def find(self, locale: str, wish: str) -> TranslationPlace:
        """The one text that is meant; raises `UsageError` for none and for more than one."""
        return self._find(self.places(locale), wish)

    def find_for(self, locale: str, wish: str) -> TranslationPlace:
        """The one text that is meant, for a language into which nothing is translated yet."""
        from dataclasses import replace  # rarely needed

        settings = replace(self.settings, languages=(self.source_language, locale))
        found = translation_places(
            self.families, settings, self.session.files.digests, today=self.today, drafts=True
        )
        return self._find(found[locale], wish)

    def _find(self, places: Sequence[TranslationPlace], wish: str) -> TranslationPlace:
        for fits in (_by_number, _by_file, self._by_title):
            found = [place for place in places if fits(place, wish)]
            if len(found) == 1:
                return found[0]
            if found:
                names = ", ".join(f'"{_name(place)}"' for place in found)
                message = '"%(wish)s" fits more than one: %(names)s'
                raise UsageError(self.words.say(message, wish=wish, names=names))
        raise UsageError(self._nothing(places, wish))

    def _by_title(self, place: TranslationPlace, wish: str) -> bool:
        start = _plain(wish)
        return bool(start) and any(_plain(each).startswith(start) for each in self._titles(place))

    def _titles(self, place: TranslationPlace) -> Iterator[str]:
        yield place.title
        for unit in self.report(place).units:
            if unit.kind == "title":
                yield unit.target or ""
                return

    def _nothing(self, places: Sequence[TranslationPlace], wish: str) -> str:
        from lessongen.model.suggestion import did_you_mean

        names = {each for place in places for each in (_file_name(place), place.title)}
        message = self.words.say(
            'no lesson has the number, the file name or the title "%(wish)s"', wish=wish
        )
        near = did_you_mean(wish, names).removeprefix("did you mean ").removesuffix("?")
        if not near:
            return message
        return f"{message}; {self.words.say('did you mean %(name)s?', name=near)}"

    def groups(self) -> dict[str, str]:
        """The name of the group that each source stands in: its section, or what else it is."""
        lessons = in_series_order(self.families)
        series = next((each for each in self.families if each.source.kind == "series"), None)
        plan = plan_sections(series, lessons).value
        titles = {
            section.key: _section_title(section.texts, self.source_language, section.number)
            for section in plan.sections
        }
        names: dict[str, str] = {}
        for family in self.families:
            names[family.source.path] = self._group(family, plan.section_of, titles)
        shared = self.words.say("For all pages")
        return {**names, "content/people.yaml": shared, "content/tags.yaml": shared}

    def _group(
        self, family: Family, section_of: Mapping[str, str], titles: Mapping[str, str]
    ) -> str:
        if family.source.kind == "lesson":
            title = titles.get(section_of.get(family.key, ""), "")
            return title or self.words.say("Lessons")
        names = {
            "series": self.words.say("The series"),
            "article": self.words.say("Articles"),
            "page": self.words.say("Pages"),
        }
        return names[family.source.kind]

    # --- records -----------------------------------------------------------------

    def write(self, changes: Sequence[tuple[TranslationPlace, Record]]) -> None:
        """Write these records; what could not be read of an old one is kept, and named."""
        texts = {
            place.record_home: write_record(record, _key_of(place), place.locale)
            for place, record in changes
        }
        for copy in write_records(self.session.root, texts):
            message = "%(path)s: what could not be read of the record is kept here"
            say(self.words.say(message, path=copy) + "\n", error=True)
        for place, _ in changes:
            if place.record_path != place.record_home:
                remove_record(self.session.root, place.record_path)


@contextmanager
def opened_desk(
    project: str, words: Words, *, drafts: bool = True, writes: bool = False
) -> Iterator[Desk]:
    """The desk of a project; where something will be written, nobody else writes meanwhile."""
    cache = Cache(find_project(project))
    cache.lock(wait=writes, on_wait=lambda: _say_that_we_wait(words))
    try:
        with Session(Order(project=project, drafts=drafts), cache) as session:
            yield Desk(session, words, drafts=drafts)
            session.progress.clear()
            state = session.known._replace(files=session.files.digests.seen())
            session.save(state, complete=False)
    finally:
        cache.release()


def retried(work: Callable[[], int], words: Words) -> int:
    """What the work comes to; it begins again when somebody saves a file in the middle of it."""
    for _ in range(_ATTEMPTS):
        try:
            return work()
        except ChangedWhileReadingError as change:
            changed = str(change)
    message = '"%(path)s" changes all the time; try again when it rests'
    raise UsageError(words.say(message, path=changed))


def _say_that_we_wait(words: Words) -> None:
    if is_terminal(error=True):
        say(words.say("waiting for another build of this project ...") + "\n", error=True)


def _by_number(place: TranslationPlace, wish: str) -> bool:
    return wish.isascii() and wish.isdigit() and 0 < (place.lesson or 0) == int(wish[:9])


def _by_file(place: TranslationPlace, wish: str) -> bool:
    wanted = wish.replace(os.sep, "/").removeprefix("./").removesuffix(".md")
    for path in (place.source_path, place.target_path, f"/{place.key}"):
        name = (path or "").removesuffix(".md").removesuffix(".yaml")
        if name and (name == wanted or name.endswith(f"/{wanted.removesuffix('.yaml')}")):
            return True
    return False


def _plain(text: str) -> str:
    """The text without what people do not retype: capitals, runs of spaces, curly apostrophes."""
    return " ".join(text.casefold().replace("’", "'").split())


def _name(place: TranslationPlace) -> str:
    return place.source_path or place.target_path or place.key


def _file_name(place: TranslationPlace) -> str:
    return _name(place).rpartition("/")[2].removesuffix(".md")


def _key_of(place: TranslationPlace) -> str:
    """What a record says of itself: the path of its text below the language's folder."""
    return place.record_home.partition("/.sync/")[2].removesuffix(".sync") or place.key


def _section_title(texts: Mapping[str, object], locale: str, number: int) -> str:
    said = texts.get(locale) or next(iter(texts.values()), None)
    title = getattr(said, "title", "")
    return title if isinstance(title, str) and title else str(number)
