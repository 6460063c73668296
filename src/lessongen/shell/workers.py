"""Work on several processors at once, where that pays and the system can fork."""

import gc
import marshal
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from lessongen.build.codec import DecodingError, decode, encode

R = TypeVar("R")

FEWEST = 40  # items: below that, forking and collecting cost more than they save
_MOST = 8  # processes: above that, the one that collects is the narrow place


def map_forked(work: Callable[[str], R], items: Sequence[str], jobs: int) -> Sequence[R]:
    """The result of the work for each item, in their order; 0 jobs: as many as pay.

    Results must be values that the codec knows. What a child does not deliver, for whatever
    reason, the parent works out itself, and so meets the reason.
    """
    jobs = min(jobs or _automatic(len(items)), len(items))
    if jobs < 2 or not _can_fork():  # noqa: PLR2004
        return [work(item) for item in items]
    children = [_Child(work, items[start::jobs]) for start in range(1, jobs)]
    try:
        shares = [[work(item) for item in items[::jobs]], *(child.results() for child in children)]
    finally:
        gc.unfreeze()
        for child in children:
            child.end()
    results: list[R | None] = [None] * len(items)
    for start, share in enumerate(shares):
        results[start::jobs] = share
    return results  # type: ignore[return-value]  # every place is filled


def _automatic(count: int) -> int:
    return min(processors(), _MOST) if count >= FEWEST else 1


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # macOS


def _can_fork() -> bool:
    """Whether the system forks, and no thread of ours could be cut in half by it."""
    threading = sys.modules.get("threading")
    return hasattr(os, "fork") and (threading is None or threading.active_count() == 1)


class _Child:
    """A process that does one share of the work."""

    def __init__(self, work: Callable[[str], Any], items: Sequence[str]) -> None:
        self._work = work
        self._items = items
        self._process = 0
        try:
            self._reading, writing = os.pipe()
        except OSError:
            return
        gc.freeze()  # the child shares our memory as long as nobody counts through it
        try:
            self._process = os.fork()
        except OSError:
            os.close(self._reading)
            os.close(writing)
            return
        if self._process == 0:
            _work_and_leave(work, items, writing)
        os.close(writing)

    def results(self) -> list[Any]:
        """What the child found out, or what we find out if it did not."""
        found = _unpacked(_read_all(self._reading)) if self._process else None
        if found is not None and len(found) == len(self._items):
            return found
        return [self._work(item) for item in self._items]

    def end(self) -> None:
        """Make sure that nothing of it is left."""
        if not self._process:
            return
        import signal  # 1 ms, and most builds have no child

        os.close(self._reading)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _work_and_leave(work: Callable[[str], Any], items: Sequence[str], writing: int) -> None:
    """What a child does: no return, no word, no clean-up of what is the parent's."""
    code = 1
    try:
        results: Any = [encode(work(item)) for item in items]
        rest = memoryview(marshal.dumps(results))
        while rest:
            rest = rest[os.write(writing, rest) :]
        code = 0
    finally:
        os._exit(code)


def _read_all(opened: int) -> bytes:
    parts: list[bytes] = []
    while part := os.read(opened, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _unpacked(content: bytes) -> list[Any] | None:
    try:
        return [decode(each) for each in marshal.loads(content)]  # noqa: S302 our own child's
    except (DecodingError, EOFError, ValueError, TypeError):
        return None
