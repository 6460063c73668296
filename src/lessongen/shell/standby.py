"""Work for which other processes get ready before anybody knows what it is.

Standby(get_ready, work, …)  --> children load what the work needs
.give(items)                 --> children begin to work
.results()                   --> waits for what they have
"""

import marshal
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Generic, TypeVar

from lessongen.shell.workers import Child, Outlet, can_fork

R = TypeVar("R")


class Standby(Generic[R]):
    """So many processes, if the system lets us have them.

    Items must be what `marshal` takes, results what the codec takes. What a child does not
    deliver, for whatever reason, we work out ourselves, and so meet the reason.
    """

    def __init__(
        self, get_ready: Callable[[], object], work: Callable[[Any], R], children: int
    ) -> None:
        self._work = work
        self._items: Sequence[Any] = ()
        self._inlets: list[int] = []
        self._children: list[Child] = []
        for _ in range(children if can_fork() else 0):
            reading, writing = os.pipe()
            self._inlets.append(writing)
            serve = partial(_serve, get_ready, work, reading, tuple(self._inlets))
            self._children.append(Child(serve))
            os.close(reading)

    def give(self, items: Sequence[Any]) -> None:
        """Let the processes begin: the items are dealt out among them."""
        self._items = items
        count = len(self._inlets)
        for number, inlet in enumerate(self._inlets):
            own = [(place, items[place]) for place in range(number, len(items), count)]
            with suppress(OSError):  # it has died: its items will be ours
                _write(inlet, marshal.dumps(own))
        self._close_inlets()

    def results(self) -> Sequence[R]:
        """The result for each item, in their order."""
        found = {number: done.value for child in self._children for number, done in child.results()}
        self.end()
        return [
            found[place] if place in found else self._work(item)
            for place, item in enumerate(self._items)
        ]

    def end(self) -> None:
        """Make sure that nobody works any more."""
        self._close_inlets()
        for child in self._children:
            child.end()
        self._children.clear()

    def _close_inlets(self) -> None:
        for inlet in self._inlets:
            os.close(inlet)
        self._inlets.clear()


def _serve(
    get_ready: Callable[[], object],
    work: Callable[[Any], object],
    reading: int,
    inlets: Sequence[int],
    outlet: Outlet,
) -> None:
    """What a child does. Its copies of our ends must not keep a pipe open."""
    for inlet in inlets:
        os.close(inlet)
    get_ready()
    for place, item in marshal.loads(_read(reading) or marshal.dumps([])):  # noqa: S302 from our parent
        with suppress(Exception):  # the parent will meet it again, and say so
            outlet.put_result(place, work(item))


def _write(opened: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(opened, rest) :]


def _read(opened: int) -> bytes:
    parts = []
    while part := os.read(opened, 1 << 20):
        parts.append(part)
    return b"".join(parts)
