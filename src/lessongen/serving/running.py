"""`serve` from the first build to the end: everything that has to be started and stopped."""

import gc
import secrets
import signal
import sys
import webbrowser
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from socket import socket
from threading import Thread
from typing import NamedTuple, TypeVar

from starlette.routing import BaseRoute

from lessongen.model.settings import Settings
from lessongen.model.value import value
from lessongen.project import Done
from lessongen.serving.app import make_app
from lessongen.serving.guards import Hosts
from lessongen.serving.keeping import Keeper
from lessongen.serving.live import Live
from lessongen.serving.preview import Scout
from lessongen.serving.server import Server, address_of, listen
from lessongen.serving.telling import Teller
from lessongen.serving.watching import Watcher
from lessongen.shell.console import say, wants_color
from lessongen.shell.progress import Progress
from lessongen.shell.session import Order
from lessongen.shell.workers import begin_forked, spare_processes

R = TypeVar("R")

_PACE_WITHOUT_EVENTS = 0.5  # seconds between looks where the system does not tell of changes
# What is young is looked through often: rendering leaves circles behind. Going through all that
# a long series consists of would hold up everything, so that waits for `Keeper` to have time.
_THRESHOLDS = (5_000, 20, 1_000_000)
_SWITCH = 0.0005  # seconds after which a busy thread lets another one run: pages come first


@value
class Wish:
    """What somebody wants to be served, and where."""

    order: Order
    host: str
    port: int
    opens: bool
    color: str


class Running(NamedTuple):
    """A server that is about to answer, with its project kept up to date."""

    live: Live
    server: Server
    listening: socket
    address: str


Desk = Callable[[Live, str], Sequence[BaseRoute]]  # with the token of the server's pages


def no_desk(_live: Live, _token: str) -> Sequence[BaseRoute]:
    """No routes for translators."""
    return ()


def run(wish: Wish, desk: Desk = no_desk) -> int:
    """Serve until a signal; the exit code comes back: 0 after SIGTERM.

    Raises `KeyboardInterrupt` after Ctrl-C, `UsageError` for what cannot be served or where.
    """
    with running(wish, desk) as ready, _patient():
        say(f"{ready.address}   (Ctrl-C ends it)\n")
        if wish.opens:
            Thread(target=webbrowser.open, args=(ready.address,), daemon=True).start()
        ready.server.serve_on(ready.listening)
    if ready.server.ended_by == signal.SIGINT:
        raise KeyboardInterrupt
    return 0


@contextmanager
def running(wish: Wish, desk: Desk = no_desk) -> Iterator[Running]:
    """The first build, then the project kept up to date; in the end no thread and no port is left.

    Raises `UsageError` for what cannot be served or where.
    """
    live = Live(wish.order)
    with listen(wish.host, wish.port) as listening:
        keeper = Keeper(live)
        live.reporters.append(_teller(live, wish.color))
        progress = Progress()
        keeper.start(_Readers(progress))
        progress.clear()
        token = secrets.token_urlsafe(24)
        app, tabs = make_app(
            live,
            token=token,
            name=secrets.token_hex(4),
            hosts=Hosts(host=wish.host),
            desk_routes=desk(live, token),
        )
        server = Server(app, on_end=tabs.close)
        with _kept(live, keeper):
            yield Running(live, server, listening, address_of(listening, wish.host))


@contextmanager
def _kept(live: Live, keeper: Keeper) -> Iterator[None]:
    """The project kept up to date by a thread of its own, and by what the system hears."""
    scout = Scout(live)
    watcher = Watcher(live.root, live.wake, scout.wake)
    if not watcher.start():
        keeper.pace = _PACE_WITHOUT_EVENTS
        say("the system does not tell of changes, so the files are looked at twice a second\n")
    live.wake.event()  # for what was saved since the first build
    threads = (Thread(target=keeper.run, name="builds"), Thread(target=scout.run, name="previews"))
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        watcher.stop()
        live.close()
        scout.wake.close()
        for thread in threads:
            thread.join()


@contextmanager
def _patient() -> Iterator[None]:
    """A process that lives long and has two things to do at a time."""
    switch, thresholds = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(_SWITCH)
    gc.set_threshold(*_THRESHOLDS)
    gc.collect()
    gc.freeze()  # what the first build made stays, and need not be looked through again
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
        sys.setswitchinterval(switch)


def _teller(live: Live, color: str) -> Teller:
    def tell(text: str, is_problem: bool) -> None:  # noqa: FBT001 called by position
        say(text, error=is_problem)

    return Teller(live.root, tell, colored=wants_color(color, error=True))


class _Readers:
    """Read side by side where that pays, and say how far they are."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def __call__(
        self, read: Callable[[str], R], paths: Sequence[str], _: Settings
    ) -> Callable[[], Iterable[tuple[int, Done[R]]]]:
        """Begins; what comes back waits for the results."""

        def note(done: int) -> None:
            self._progress.note("reading", done, len(paths))

        children = min(spare_processes(0), len(paths))
        return begin_forked(read, paths, children, note=note).done
