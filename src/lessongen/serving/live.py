"""The running project: its newest build, for everybody who asks, in whatever thread."""

from collections.abc import Callable, Mapping
from threading import Condition, RLock

from lessongen.model.value import value
from lessongen.serving.build import Build, Preview
from lessongen.serving.differences import Differences
from lessongen.serving.searching import Search
from lessongen.serving.wake import Wake
from lessongen.shell.project_files import find_project
from lessongen.shell.session import Order


@value
class Report:
    """What there is to say of a build."""

    build: Build
    changed: tuple[str, ...] = ()  # files of the project; none: a first build, or a new day
    differences: Differences | None = None  # None: what is served is what was served before
    seconds: float = 0.0
    is_afterthought: bool = False  # no file has changed: pages that nobody looked at were tried


def _is_newer(early: Preview, build: Build) -> bool:
    return early.read > build.looked and build.digests.get(early.source) != early.digest


class Live:
    """The project in the folder of the order, and what was built of it last.

    Everything in it is derived from the files. `Keeper` keeps it up to date. Raises `UsageError`
    for a folder that is no project.
    """

    def __init__(self, order: Order) -> None:
        self.order = order
        self.root = find_project(order.project)
        self.lock = RLock()  # held while files are read: who writes several may hold it, too
        self.wake = Wake()
        self.current = Build()
        self.search = Search()
        self.addresses: Callable[[], frozenset[str]] = frozenset  # of the pages that are open
        self.listeners: list[Callable[[Build], None]] = []  # told in the thread that publishes
        self.reporters: list[Callable[[Report], None]] = []
        self._published = Condition()

    def rebuild(self) -> Build:
        """The project as its files are now: waits for a look that begins after this call.

        Never call it while you hold `lock`, or from the thread that builds.
        """
        self.wake.ask()
        return self.current

    def wait(self, number: int, seconds: float) -> Build:
        """The first build that is newer than `number`, or after so many seconds the newest."""
        with self._published:
            self._published.wait_for(
                lambda: self.current.number > number or self.wake.is_closed, seconds
            )
        return self.current

    def publish(self, build: Build) -> Build:
        """Let everybody see a build, which gets its number; previews of newer files stay."""
        with self._published:
            now = self.current
            newer = {
                path: early
                for path, early in now.previews.items()
                if _is_newer(early, build) and not build.has_errors
            }
            build = build._replace(number=now.number + 1, previews=newer)
            self._swap(build)
        self._announce(build)
        return build

    def add_previews(self, build: Build, previews: Mapping[str, Preview]) -> bool:
        """Let everybody see some pages early; False if they are not of the newest build."""
        with self._published:
            now = self.current
            if now.pages is not build.pages or now.has_errors:
                return False
            build = now._replace(number=now.number + 1, previews={**now.previews, **previews})
            self._swap(build)
        self._announce(build)
        return True

    def _swap(self, build: Build) -> None:
        self.current = build
        self._published.notify_all()

    def _announce(self, build: Build) -> None:
        for listener in self.listeners:
            listener(build)

    def report(self, report: Report) -> None:
        """Say what came of a build."""
        for reporter in self.reporters:
            reporter(report)

    def close(self) -> None:
        """End all waiting: there will be no more builds."""
        self.wake.close()
        with self._published:
            self._published.notify_all()
