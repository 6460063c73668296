"""Work on several processors at once, where that pays and the system can fork.

    Forked(work, children)  --> children load what the work needs
    .give(items)            --> they take items from queues, at once
    .results()              --> waits for what they have, and may take items, too

Each process has a queue, a pipe with the numbers of stretches of the items, and reads those of the
others when its own is empty: what lies together often needs the same things, as the pages of one
language do. What a child has done it lets out at once, as far as its own pipe takes it, so that we
can begin to read.
"""

import marshal
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Generic, TypeVar

from lessongen.build.codec import encode
from lessongen.project import Done
from lessongen.shell.children import Child, Outlet
from lessongen.shell.pipes import Pipe, Queue

Item = TypeVar("Item")
R = TypeVar("R")

_MOST = 8  # processes: above that, the one that collects is the narrow place


def begin_forked(
    work: Callable[[Item], R],
    items: Sequence[Item],
    children: int,
    *,
    note: Callable[[int], object] = int,
) -> "Forked[Item, R]":
    """Work that so many other processes do from now on, if the system lets us have them.

    `note` hears the number of each item that the parent takes.
    """
    forked = Forked(work, children)
    forked.give(items, note=note)
    return forked


def spare_processes(jobs: int) -> int:
    """How many processes there may be beside this one; 0 jobs: as many as pay."""
    return min(jobs or processors(), _MOST) - 1


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # macOS


def _can_fork() -> bool:
    """Whether the system forks, and no thread of ours could be cut in half by it."""
    threading = sys.modules.get("threading")
    return hasattr(os, "fork") and (threading is None or threading.active_count() == 1)


def _nothing() -> None:
    """Everything is loaded."""


class Forked(Generic[Item, R]):
    """So many processes, if the system lets us have them, that share some work with us.

    Items must be what `marshal` takes, results values that the codec knows. What a child does not
    deliver, for whatever reason, we work out ourselves, and so meet the reason.
    """

    def __init__(
        self,
        work: Callable[[Item], R],
        children: int,
        *,
        get_ready: Callable[[], object] = _nothing,
    ) -> None:
        count = max(children, 0) if _can_fork() else 0
        self._work = work
        self._note: Callable[[int], object] = int
        self._items: Sequence[Item] = ()
        self._queues = tuple(Queue() for _ in range(count + 1)) if count else ()
        self._inlets = tuple(Pipe() for _ in range(count))
        self._children = [Child(partial(self._serve, number, get_ready)) for number in range(count)]
        for inlet in self._inlets:
            inlet.close_reading()

    @property
    def is_shared(self) -> bool:
        """Whether others are at work."""
        return bool(self._children)

    def give(
        self,
        items: Sequence[Item],
        *,
        here: Callable[[Item], R] | None = None,
        note: Callable[[int], object] = int,
    ) -> None:
        """Let the work begin.

        `here` does it in this process, if that is not the same; `note` hears the number of each
        item that is worked out here.
        """
        self._items, self._note = items, note
        self._work = here or self._work
        for number, queue in enumerate(self._queues):
            first, last = (len(items) * each // len(self._queues) for each in (number, number + 1))
            queue.fill(first, last)
        content = marshal.dumps(list(items)) if self._inlets else b""
        for inlet in self._inlets:
            with suppress(OSError):  # it has died
                inlet.write(content)
            inlet.close_writing()

    def results(self, *, helping: bool = True) -> Sequence[R]:
        """The result for each item, in their order; `helping`, we take items, too."""
        found = {number: each.value for number, each in self.done(helping=helping)}
        return [found[number] for number in range(len(self._items))]

    def done(self, *, helping: bool = True) -> Iterator[tuple[int, Done[R]]]:
        """The results as they come, also as other processes encoded them; we keep none of them."""
        missing = dict.fromkeys(range(len(self._items)))
        try:
            if helping:
                for number in _numbers(self._queues, 0):
                    del missing[number]
                    yield number, self._done_here(number)
            for child in self._children:
                for number, result in child.results():
                    del missing[number]
                    yield number, result
        finally:
            self.end()
        for number in missing:
            yield number, self._done_here(number)

    def end(self) -> None:
        """Make sure that nobody works any more; what is not there, nobody wanted."""
        for inlet in self._inlets:
            inlet.close_writing()
        for child in self._children:
            child.end()
        self._children.clear()
        for queue in self._queues:
            queue.close()
        self._queues = ()

    def _done_here(self, number: int) -> Done[R]:
        self._note(number)
        return Done(self._work(self._items[number]))

    def _serve(self, child: int, get_ready: Callable[[], object], outlet: Outlet) -> None:
        """What a child does; what it fails at, the parent meets again, and says so."""
        for pipe in (*self._queues, *self._inlets):
            pipe.close_writing()  # our copy would keep it open
        get_ready()
        content = self._inlets[child].read()
        if not content:
            return
        items = marshal.loads(content)  # noqa: S302 from our own parent
        for number in _numbers(self._queues, child + 1):
            with suppress(Exception):
                result = encode(self._work(items[number]))
                outlet.put(marshal.dumps((number, result)))  # type: ignore[arg-type]


def _numbers(queues: Sequence[Queue], own: int) -> Iterator[int]:
    """The numbers of a process's own queue that nobody else has taken, then of the others'."""
    for queue in (*queues[own:], *queues[:own]):
        yield from queue.numbers()
