"""Processes that work for this one, and let out what they have done as soon as they have it."""

import gc
import marshal
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from lessongen.build.codec import DecodingError, decode
from lessongen.project import Done
from lessongen.shell.pipes import MOST, widened

_LENGTH = 8  # bytes of a record's length


class Child:
    """A process that does some of the work."""

    def __init__(self, work: "Callable[[Outlet], None]") -> None:
        self._process = 0
        self._is_done = False  # it has said all, and ends by itself
        try:
            self._reading, writing = widened(os.pipe())
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
    while part := os.read(opened, MOST):
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
