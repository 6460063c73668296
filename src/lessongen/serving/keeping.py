"""Keeps the running project up to date: looks when something happens, builds when files differ.

    events, requests, the clock --> Wake          an event only means: look again
    Looker                      --> what changed  nothing: that is all
    Builder                     --> Build         swapped in as a whole
    listeners                   <-- Build         open pages are told before anything else is done
    differences, Trial          --> Report        a line on the terminal; templates that fail

One thread does all of it, one build at a time. What happens during a build leads to one more.
"""

import gc
import traceback
from time import monotonic, perf_counter

from lessongen.model.problem import sort_problems
from lessongen.model.value import replaced
from lessongen.project import Readers
from lessongen.serving.build import shown_by_path
from lessongen.serving.building import Builder, Made, one_by_one, today
from lessongen.serving.differences import differences
from lessongen.serving.live import Live, Report
from lessongen.serving.looking import Look, Looker
from lessongen.serving.memory import Memory
from lessongen.serving.pages import Pages
from lessongen.serving.trial import Trial
from lessongen.shell.cache import Cache
from lessongen.shell.engine import read_engine
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.shell.search_index import SearchIndex
from lessongen.shell.usage import UsageError

_TICK = 0.03  # seconds until a save that the last look may have missed shows in its stamp
_REST = 0.3  # seconds without a save before pages that nobody looks at are tried
_LONG_REST = 2.0  # before those are that take long
_PACE = 5.0  # seconds until the files are looked at although nothing happened
_MOST_UNTIDY = 20  # builds
_MOST_WORK = 50  # a look without a reason may take one part in so many of the time


class Keeper:
    """Looks at the project of a `Live`, builds it, and publishes what came of it.

    `pace` is how many seconds go by before the files are looked at although nothing was heard:
    events get lost on network drives and in containers.
    """

    def __init__(self, live: Live, *, pace: float = _PACE) -> None:
        self._live = live
        self.pace = pace
        self._cache = Cache(live.root)
        self._engine = read_engine()
        self._memory = Memory()
        search = SearchIndex(self._cache, fresh=False)
        self._builder = Builder(self._memory, search, self._engine, drafts=live.order.drafts)
        self._looker = Looker(live.root, self._memory, self._cache.read_state().files)
        self._trial = Trial()
        self._good: Pages | None = None  # the last pages of which none is known to fail
        self._told: Pages | None = None  # those that the terminal knows, and their keys
        self._keys: dict[str, str] = {}
        self._is_gone = False
        self._builds = 0  # since everything was tidied up
        self._turned = 0.0  # when the last look was over, and what it took
        self._took = 0.0

    def start(self, readers: Readers) -> None:
        """The first build, with what builds of the command line have left in the cache."""
        is_ours = self._cache.lock(wait=False)
        try:
            self._memory.open_file(self._cache.memo(self._engine.digest, fresh=False))
            self._turn(readers, self._cache.now())
            self._memory.close_file()
            known = self._cache.read_state()
            state = known._replace(files=self._looker.known())
            if is_ours and state.differs_from(known):
                self._cache.write_state(state)
        finally:
            self._cache.release()

    def run(self) -> None:
        """Look and build until the end; a thread of its own does nothing else."""
        wake = self._live.wake
        while (is_due := wake.wait(self._patience())) is not None:
            if is_due or self._idle() >= self._pause():
                self._turn(one_by_one, self._now())
                if not is_due:
                    self._tidy_up()
            elif not self._trial.is_over and self._idle() >= self._rest():
                self._try_page()

    def _tidy_up(self) -> None:
        """Let go of what only holds itself; nobody has saved for a while."""
        if self._builds >= _MOST_UNTIDY:
            self._builds = 0
            gc.collect()

    # --- when --------------------------------------------------------------------

    def _patience(self) -> float:
        """Seconds to wait for something to happen."""
        until = self._pause() if self._trial.is_over else min(self._pause(), self._rest())
        return max(0.0, until - self._idle())

    def _idle(self) -> float:
        return monotonic() - self._turned

    def _rest(self) -> float:
        return _LONG_REST if self._trial.is_long else _REST

    def _pause(self) -> float:
        """Seconds until the next look without a reason."""
        return max(self.pace, self._took * _MOST_WORK) if self._looker.is_settled() else _TICK

    def _now(self) -> int:
        """The time by the clock of the file system; 0 while another process builds."""
        if not self._cache.lock(wait=False):
            return 0
        try:
            return self._cache.now()
        finally:
            self._cache.release()

    # --- a turn ------------------------------------------------------------------

    def _turn(self, readers: Readers, now: int) -> None:
        started = perf_counter()
        report = None
        self._live.wake.settle()
        try:
            with self._live.lock:
                report = self._safe_look(readers, now)
            if report is not None:
                report = replaced(report, build=self._live.publish(report.build))
        finally:
            self._took = perf_counter() - started
            self._turned = monotonic()
            self._live.wake.end()
        if report is not None:
            self._tell(report, self._took)

    def _safe_look(self, readers: Readers, now: int) -> Report | None:
        try:
            return self._look(readers, now)
        except Exception:  # noqa: BLE001 our own bug must not take the author's server down
            return self._in_trouble(traceback.format_exc(), ())

    def _look(self, readers: Readers, now: int) -> Report | None:
        """What there is to publish; None if nothing differs."""
        try:
            look = self._looker.look(now)
        except UsageError as error:
            self._is_gone = True
            return self._in_trouble(str(error), ())
        if not (look.is_first or look.changed or self._is_gone or self._is_another_day()):
            self._looker.remember(look)
            return None
        self._is_gone = False
        self._builds += 1
        return self._build(look, readers)

    def _build(self, look: Look, readers: Readers) -> Report | None:
        try:
            made = self._builder.build(look.files, readers)
        except ChangedWhileReadingError:  # somebody saves in the middle of it: begin again
            self._live.wake.event()
            return None
        except UsageError as error:
            self._looker.remember(look)
            return self._in_trouble(str(error), look.changed)
        except Exception:
            self._looker.remember(look)  # it would fail again: wait for the next save
            raise
        self._looker.remember(look)
        return self._report(made, look)

    def _is_another_day(self) -> bool:
        site = self._live.current.site
        return site is not None and site.today != today(site.settings.time_zone)

    def _in_trouble(self, trouble: str, changed: tuple[str, ...]) -> Report | None:
        now = self._live.current
        if now.trouble == trouble:
            return None
        return Report(build=now._replace(trouble=trouble), changed=changed)

    def _report(self, made: Made, look: Look) -> Report:
        build = self._live.current._replace(problems=made.problems, trouble="")
        if made.artifacts:
            pages = Pages(self._live.root, made.artifacts, self._last_good())
            failing = self._trial.begin(pages)
            build = build._replace(
                site=made.site,
                pages=pages,
                renderer=made.renderer,
                digests=look.files.digests,
                looked=look.began,
                shown=shown_by_path(made.site),
                problems=sort_problems((*made.problems, *failing)),
            )
        return Report(build=build, changed=look.changed)

    def _last_good(self) -> Pages | None:
        """The pages to go on with where a template fails: the last ones of which none failed."""
        pages = self._live.current.pages
        if pages is not None and not self._trial.failures:
            pages.let_go_of_older()
            self._good = pages
        return self._good

    # --- afterwards --------------------------------------------------------------

    def _tell(self, report: Report, seconds: float) -> None:
        """What the build came to; open pages have been told already."""
        found = None
        pages = report.build.pages
        if pages is not None and pages is not self._told:
            found = differences(self._told, self._keys, pages)
            self._keys, self._told = dict(found.keys), pages
            self._trial.plan(found.keys)
        self._live.report(
            Report(build=report.build, changed=report.changed, differences=found, seconds=seconds)
        )

    def _try_page(self) -> None:
        """Render one page that nobody has asked for; say what is wrong when all are done."""
        self._trial.step()
        build = self._live.current
        if not self._trial.is_over or build.pages is None:
            return
        problems = sort_problems((*build.problems, *self._trial.failures))
        if problems != build.problems:
            build = self._live.publish(build._replace(problems=problems))
            self._live.report(Report(build=build, is_afterthought=True))
