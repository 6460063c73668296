"""Work on several processors at once, where that pays and the system can fork.

    begin_forked(work, items, …)  --> children take items from a queue, at once
    Forked.results()              --> waits for what they have, and may take items, too

The queue is a pipe with the numbers of the items: whoever is free reads the next one.
"""

import gc
import marshal
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Generic, TypeVar

from lessongen.build.codec import DecodingError, decode, encode
from lessongen.project import Done

R = TypeVar("R")

_MOST = 8  # processes: above that, the one that collects is the narrow place
_NUMBER = 4  # bytes of an item's number in the queue
_QUEUE = 4096  # bytes that every system's pipe takes at once


def map_forked(work: Callable[[str], R], items: Sequence[str], jobs: int) -> Sequence[R]:
    """The result of the work for each item, in their order; 0 jobs: as many as pay."""
    children = min(spare_processes(jobs), len(items) - 1)
    return begin_forked(work, items, children).results()


def begin_forked(
    work: Callable[[str], R],
    items: Sequence[str],
    children: int,
    *,
    note: Callable[[int], object] = int,
) -> "Forked[R]":
    """Work that so many other processes do from now on, if the system lets us have them.

    Results must be values that the codec knows. What a child does not deliver, for whatever
    reason, the parent works out itself, and so meets the reason. `note` hears the number of
    each item that the parent takes.
    """
    return Forked(work, items, children if _can_fork() else 0, note)


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


class Forked(Generic[R]):
    """Work that some processes share."""

    def __init__(
        self,
        work: Callable[[str], R],
        items: Sequence[str],
        children: int,
        note: Callable[[int], object],
    ) -> None:
        self._work = work
        self._items = items
        self._note = note
        self._found: dict[int, Done[R]] = {}
        self._queue = _Queue(len(items)) if children > 0 else None
        self._children = [self._child() for _ in range(children)]

    @property
    def is_shared(self) -> bool:
        """Whether others are at work."""
        return bool(self._children)

    def results(self, *, helping: bool = True) -> Sequence[R]:
        """The result for each item, in their order; `helping`, we take items, too."""
        return [each.value for each in self.done(helping=helping)]

    def done(self, *, helping: bool = True) -> Sequence[Done[R]]:
        """The results, as other processes encoded them, too."""
        try:
            if self._queue is not None and helping:
                for number in self._queue.numbers():
                    self._result(number)
            for child in self._children:
                self._found.update(child.results())
        finally:
            self.end()
        return [self._result(number) for number in range(len(self._items))]

    def end(self) -> None:
        """Make sure that nobody works any more; what is not there, nobody wanted."""
        for child in self._children:
            child.end()
        self._children.clear()
        if self._queue is not None:
            self._queue.close()
            self._queue = None

    def _result(self, number: int) -> Done[R]:
        if number not in self._found:
            self._note(number)
            self._found[number] = Done(self._work(self._items[number]))
        return self._found[number]

    def _child(self) -> "_Child":
        queue, work, items = self._queue, self._work, self._items
        assert queue is not None  # noqa: S101 there are no children without one
        return _Child(lambda: _delivered(work, items, queue.numbers()))


def _delivered(
    work: Callable[[str], Any], items: Sequence[str], numbers: Iterator[int]
) -> list[tuple[int, object]]:
    """What a child delivers: not what it fails at."""
    found: list[tuple[int, object]] = []
    for number in numbers:
        with suppress(Exception):  # the parent will meet it again, and say so
            found.append((number, encode(work(items[number]))))
    return found


class _Queue:
    """The numbers of items in a pipe; each is read by one process."""

    def __init__(self, count: int) -> None:
        # As many items at a time as it takes to fit into the pipe.
        self._step = -(-count * _NUMBER // _QUEUE)
        self._count = count
        self._reading, writing = os.pipe()
        starts = range(0, count, self._step)
        os.write(writing, b"".join(start.to_bytes(_NUMBER, "big") for start in starts))
        os.close(writing)

    def numbers(self) -> Iterator[int]:
        """The numbers that nobody else has taken."""
        while start := os.read(self._reading, _NUMBER):
            first = int.from_bytes(start, "big")
            yield from range(first, min(first + self._step, self._count))

    def close(self) -> None:
        """Take no more."""
        os.close(self._reading)


class _Child:
    """A process that does some of the work."""

    def __init__(self, work: Callable[[], list[tuple[int, object]]]) -> None:
        self._process = 0
        self._is_done = False  # it has said all, and ends by itself
        try:
            self._reading, writing = os.pipe()
        except OSError:
            return
        gc.freeze()  # the child shares our memory as long as nobody counts through it
        try:
            self._process = os.fork()
        except OSError:
            os.close(self._reading)
        else:
            if self._process == 0:
                _work_and_leave(work, writing)
        gc.unfreeze()
        os.close(writing)

    def results(self) -> Sequence[tuple[int, Done[Any]]]:
        """What the child found out, with the numbers of the items."""
        if not self._process:
            return ()
        content = _read_all(self._reading)
        self._is_done = True
        return _unpacked(content)

    def end(self) -> None:
        """Make sure that nothing of it is left."""
        if not self._process:
            return
        os.close(self._reading)
        if not self._is_done:
            import signal  # 1 ms, and most builds need none

            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        self._process = 0


def _work_and_leave(work: Callable[[], list[tuple[int, object]]], writing: int) -> None:
    """What a child does: no return, no word, no clean-up of what is the parent's."""
    try:
        results: Any = work()
        rest = memoryview(marshal.dumps(results))
        while rest:
            rest = rest[os.write(writing, rest) :]
    finally:
        os._exit(0)


def _read_all(opened: int) -> bytes:
    parts: list[bytes] = []
    while part := os.read(opened, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _unpacked(content: bytes) -> Sequence[tuple[int, Done[Any]]]:
    try:
        return [(number, Done(decode(each), each)) for number, each in marshal.loads(content)]  # noqa: S302
    except (DecodingError, EOFError, ValueError, TypeError):
        return ()
