"""Work on several processors at once, where that pays and the system can fork.

    begin_forked(work, items, …)  --> children take items from queues, at once
    Forked.results()              --> waits for what they have, and may take items, too

Each process has a queue, a pipe with the numbers of a stretch of the items, and reads those of the
others when its own is empty: what lies together often needs the same things, as the pages of one
language do. What a child has done it lets out at once, as far as its own pipe takes it, so that we
can begin to read.
"""

import gc
import marshal
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any, Generic, TypeVar

from lessongen.build.codec import DecodingError, decode, encode
from lessongen.project import Done

R = TypeVar("R")

_MOST = 8  # processes: above that, the one that collects is the narrow place
_NUMBER = 4  # bytes of an item's number in the queue
_QUEUE = 4096  # bytes that every system's pipe takes at once
_LENGTH = 8  # bytes of a record's length
_PIPE = 1 << 20  # bytes: what Linux gives to any user


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
    return Forked(work, items, children if can_fork() else 0, note)


def spare_processes(jobs: int) -> int:
    """How many processes there may be beside this one; 0 jobs: as many as pay."""
    return min(jobs or processors(), _MOST) - 1


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # macOS


def can_fork() -> bool:
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
        self._queues = _queues(len(items), children + 1) if children > 0 else ()
        self._children = [self._child(number) for number in range(1, children + 1)]

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
            if helping:
                for number in _numbers(self._queues, 0):
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
        for queue in self._queues:
            queue.close()
        self._queues = ()

    def _result(self, number: int) -> Done[R]:
        if number not in self._found:
            self._note(number)
            self._found[number] = Done(self._work(self._items[number]))
        return self._found[number]

    def _child(self, number: int) -> "Child":
        work, items, numbers = self._work, self._items, _numbers(self._queues, number)
        return Child(lambda outlet: _deliver(work, items, numbers, outlet))


def _deliver(
    work: Callable[[str], Any], items: Sequence[str], numbers: Iterator[int], outlet: "Outlet"
) -> None:
    """Let out what a child does: not what it fails at."""
    for number in numbers:
        with suppress(Exception):  # the parent will meet it again, and say so
            outlet.put_result(number, work(items[number]))


def _queues(count: int, processes: int) -> tuple["_Queue", ...]:
    """A queue for each process, all about as long."""
    edges = [count * number // processes for number in range(processes + 1)]
    return tuple(_Queue(first, last) for first, last in pairwise(edges))


def _numbers(queues: Sequence["_Queue"], own: int) -> Iterator[int]:
    """The numbers of a process's own queue that nobody else has taken, then of the others'."""
    for queue in (*queues[own:], *queues[:own]):
        yield from queue.numbers()


class _Queue:
    """The numbers of a stretch of items in a pipe; each is read by one process."""

    def __init__(self, first: int, last: int) -> None:
        # As many items at a time as it takes to fit into the pipe.
        self._step = max(1, -(-(last - first) * _NUMBER // _QUEUE))
        self._last = last
        self._reading, writing = os.pipe()
        starts = range(first, last, self._step)
        os.write(writing, b"".join(start.to_bytes(_NUMBER, "big") for start in starts))
        os.close(writing)

    def numbers(self) -> Iterator[int]:
        """The numbers that nobody else has taken."""
        while start := os.read(self._reading, _NUMBER):
            first = int.from_bytes(start, "big")
            yield from range(first, min(first + self._step, self._last))

    def close(self) -> None:
        """Take no more."""
        os.close(self._reading)


class Child:
    """A process that does some of the work."""

    def __init__(self, work: "Callable[[Outlet], None]") -> None:
        self._process = 0
        self._is_done = False  # it has said all, and ends by itself
        try:
            self._reading, writing = _widened(os.pipe())
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

    def results(self) -> Iterator[tuple[int, Done[Any]]]:
        """What the child found out, with the numbers of the items, as it comes."""
        if self._process:
            yield from _unpacked(_records(self._reading))
            self._is_done = True

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


class Outlet:
    """The end of a pipe into which a child lets records without ever waiting for its parent."""

    def __init__(self, writing: int) -> None:
        self._writing = writing
        self._waiting: list[memoryview] = []
        os.set_blocking(writing, False)

    def put(self, content: bytes) -> None:
        """Let out a record now, or as soon as there is room for it."""
        self._waiting.append(memoryview(len(content).to_bytes(_LENGTH, "big") + content))
        with suppress(BlockingIOError):
            self._write()

    def put_result(self, number: int, result: object) -> None:
        """Let out the result for an item, a value that the codec knows."""
        self.put(marshal.dumps((number, encode(result))))  # type: ignore[arg-type]

    def close(self) -> None:
        """Let out everything, however long it takes."""
        os.set_blocking(self._writing, True)
        self._write()
        os.close(self._writing)

    def _write(self) -> None:
        while self._waiting:
            rest = self._waiting[0]
            rest = rest[os.write(self._writing, rest) :]
            if rest:
                self._waiting[0] = rest
            else:
                del self._waiting[0]


def _work_and_leave(work: Callable[[Outlet], None], writing: int) -> None:
    """What a child does: no return, no word, no clean-up of what is the parent's."""
    try:
        gc.disable()  # it ends before there is garbage that is worth looking for
        outlet = Outlet(writing)
        work(outlet)
        outlet.close()
    finally:
        os._exit(0)


def _records(opened: int) -> Iterator[bytes]:
    """The records that come through a pipe; one that breaks off is none."""
    waiting = b""
    while part := os.read(opened, _PIPE):
        waiting += part
        start = 0
        while len(waiting) >= (begin := start + _LENGTH):
            end = begin + int.from_bytes(waiting[start:begin], "big")
            if len(waiting) < end:
                break
            yield waiting[begin:end]
            start = end
        waiting = waiting[start:]


def _unpacked(records: Iterator[bytes]) -> Iterator[tuple[int, Done[Any]]]:
    for record in records:
        with suppress(DecodingError, EOFError, ValueError, TypeError):
            number, encoded = marshal.loads(record)  # noqa: S302 from our own child
            yield number, Done(decode(encoded), encoded)


def _widened(pipe: tuple[int, int]) -> tuple[int, int]:
    """The pipe, with room for much more where the system allows that."""
    with suppress(AttributeError, ImportError, OSError):
        import fcntl

        fcntl.fcntl(pipe[1], fcntl.F_SETPIPE_SZ, _PIPE)
    return pipe
