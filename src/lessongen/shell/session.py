"""A project opened for one command: its files, what earlier builds know of them, its site."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from lessongen.build.codec import encode
from lessongen.model.problem import Outcome, Problem, sort_problems
from lessongen.model.settings import Settings
from lessongen.model.value import value
from lessongen.project import Done, Request
from lessongen.reading import Reading
from lessongen.shell.bytecode import bytecode_folder
from lessongen.shell.cache import Cache
from lessongen.shell.clock import day_of, epoch
from lessongen.shell.engine import read_engine
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.shell.progress import Progress
from lessongen.shell.project_files import ProjectFiles, find_project
from lessongen.shell.scan import RECORDS
from lessongen.shell.state import State
from lessongen.shell.usage import UsageError
from lessongen.shell.workers import Forked, begin_forked, spare_processes

if TYPE_CHECKING:
    from lessongen.model.site import Site
    from lessongen.rendering.compiled import CompiledTemplates
    from lessongen.shell.early import EarlyOrder, EarlyReaders
    from lessongen.shell.search_index import SearchIndex

R = TypeVar("R")

_PHRASES = "phrases"
# Documents: to load the parser takes as long as to parse forty, and a child has done some by then.
_MANY = 150
_FEWEST = 4  # pieces of other work for which to fork a process


@value
class Order:
    """What somebody wants."""

    project: str
    drafts: bool = False
    base_url: str | None = None  # None: as the settings say; empty: none
    jobs: int = 0  # 0: as many as pay
    clean: bool = False  # ask no cache
    index: bool = True  # false: be content with the last search index
    guesses: bool = False  # also compare what nobody confirmed, as the machine pairs it


@contextmanager
def opened(order: Order) -> Iterator["Session"]:
    """A session of a command that writes no site; it waits for nobody."""
    cache = Cache(find_project(order.project))
    cache.lock(wait=False)
    try:
        with Session(order, cache) as session:
            yield session
    except ChangedWhileReadingError as change:
        raise UsageError(f'"{change}" was saved at this very moment; try again') from change
    finally:
        cache.release()


class Session:
    """One look at a project. What it finds out is kept by `save`."""

    def __init__(self, order: Order, cache: Cache, early: "EarlyReaders | None" = None) -> None:
        self.order = order
        self.root = find_project(order.project)
        self.cache = cache
        self.engine = read_engine()
        self.known = cache.read_state()  # what was known before, even if nobody may ask it
        self.state = State() if order.clean else self.known
        self.memo = cache.memo(self.engine.digest, fresh=order.clean)
        self.files = ProjectFiles(self.root, self.state.files, cache.now(), self.memo)
        self.progress = Progress()
        self._reading: Reading | None = None
        self._early = early
        self._readers: Forked[Any, Any] | None = None
        self._phrases: dict[str, str] | None = None
        self._known_phrases = 0
        self._search: SearchIndex | None = None
        self.compiled: CompiledTemplates | None = None  # as far as there was time to read them

    @property
    def search(self) -> "SearchIndex":
        """The search indexes of the project."""
        if self._search is None:
            from lessongen.shell.search_index import SearchIndex  # while others parse

            self._search = SearchIndex(self.cache, fresh=self.order.clean)
        return self._search

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _: type[BaseException] | None,
        __: BaseException | None,
        ___: TracebackType | None,
    ) -> None:
        if self._readers is not None:
            self._readers.end()
        self.memo.close()
        if self._search is not None:
            self._search.close()
        self.progress.clear()

    def begin_reading(self) -> Reading:
        """The project's files, being read: new documents are parsed beside us from here on."""
        request = Request(
            today=lambda time_zone: day_of(epoch(), time_zone),
            drafts=self.order.drafts,
            base_url=_valid(self.order.base_url),
            guesses=self.order.guesses,
        )
        self._reading = Reading(self.files, self.memo, request, self.readers)
        return self._reading

    def read_site(self) -> "Outcome[Site]":
        """The site and all problems of the project, those of its files as files included."""
        reading = self._reading or self.begin_reading()
        from lessongen.pipeline import build_site, weigh

        if self._readers is not None and self._readers.is_shared:
            from lessongen.shell.ahead import load_ahead  # others parse: there is time

            folder = bytecode_folder(self.engine.templates)
            records = any(f"/{RECORDS}/" in path for path in self.files.digests)
            languages, theme = reading.settings.languages, self.files.theme
            self.compiled = load_ahead(languages, theme, folder, records=records)
        made = build_site(reading, self.share)
        problems = (*made.problems, *weigh(self.files.problems, made.value))
        return Outcome(value=made.value, problems=sort_problems(problems))

    def weighed(self, problems: Sequence[Problem], site: "Site") -> tuple[Problem, ...]:
        """Problems of the output as severe as the project says, errors always errors.

        Carrying on after one of them would lose a page, or somebody's file.
        """
        from lessongen.pipeline import weigh

        errors = [problem for problem in problems if problem.severity == "error"]
        others = [problem for problem in problems if problem.severity != "error"]
        return sort_problems((*errors, *weigh(tuple(others), site)))

    def phrases(self) -> dict[str, str]:
        """What Babel said in earlier builds; what it says in this one is kept, too."""
        if self._phrases is None:
            kept = self.memo.get(_PHRASES)
            self._phrases = dict(kept) if isinstance(kept, Mapping) else {}
            self._known_phrases = len(self._phrases)
        return self._phrases

    def save(self, state: State, *, complete: bool) -> None:
        """Keep what was found out; only a complete build knows what is not needed any more."""
        if self._phrases is not None and len(self._phrases) != self._known_phrases:
            self.memo.put(_PHRASES, self._phrases)
        self.memo.save(complete=complete)
        if self._search is not None:
            self._search.save()
        if state.differs_from(self.known):
            self.cache.write_state(state)

    def share(self, work: Callable[[str], R], items: Sequence[str]) -> Sequence[R]:
        """The result of the work for each item, done by all processors where it pays."""
        children = min(spare_processes(self.order.jobs), len(items) // _FEWEST)
        return begin_forked(work, items, children).results()

    def readers(
        self, read: Callable[[str], R], paths: Sequence[str], settings: Settings
    ) -> Callable[[], Iterable[tuple[int, Done[R]]]]:
        """Begins to read documents, side by side where the system can."""

        def note(done: int) -> None:
            self.progress.note("reading", done, len(paths))

        def read_here(order: "EarlyOrder") -> R:
            return read(order[1])

        forked: Forked[Any, R]
        if self._early is None:
            children = min(spare_processes(self.order.jobs), len(paths))
            forked = begin_forked(read, paths, children, note=note)
        else:
            digests, plain = self.files.digests, encode(settings)
            orders = [(self.root, path, digests[path], plain) for path in paths]
            forked = self._early
            forked.give(orders, here=read_here, note=note)
        self._readers = forked
        return lambda: forked.done(helping=len(paths) >= _MANY)


def _valid(base_url: str | None) -> str | None:
    """The URL as settings have it; raises `UsageError` for one that they would refuse."""
    if not base_url:
        return base_url
    from lessongen.settings import normal_base_url

    valid = normal_base_url(base_url)
    if not valid:
        raise UsageError(f'--base-url: "{base_url}" is no http or https URL without "?" and "#"')
    return valid
