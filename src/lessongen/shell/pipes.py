"""Ways for bytes from a process to its children."""

import os
from collections.abc import Iterator
from contextlib import suppress

MOST = 1 << 20  # bytes on their way: what Linux gives to any user
_FEWEST = 4096  # bytes that every system's pipe takes at once
_STRETCH = 8  # bytes of two numbers in a queue


class Pipe:
    """A way for bytes from us to children."""

    def __init__(self) -> None:
        self._reading, self._writing = widened(os.pipe())

    def write(self, content: bytes) -> None:
        """Send bytes."""
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(self._writing, rest) :]

    def read(self) -> bytes:
        """Everything that is sent until nobody can write any more."""
        parts = []
        while part := os.read(self._reading, MOST):
            parts.append(part)
        return b"".join(parts)

    def close_reading(self) -> None:
        """Receive no more."""
        self._reading = _closed(self._reading)

    def close_writing(self) -> None:
        """Send no more."""
        self._writing = _closed(self._writing)

    def close(self) -> None:
        """Let go of both ends."""
        self.close_reading()
        self.close_writing()


def _closed(opened: int) -> int:
    if opened >= 0:
        os.close(opened)
    return -1


class Queue(Pipe):
    """Stretches of numbers in a pipe; each is read by one process."""

    def fill(self, first: int, last: int) -> None:
        """Let the numbers from the first to the one before the last be taken."""
        # As many at a time as it takes to fit into any pipe.
        step = max(1, -(-(last - first) * _STRETCH // _FEWEST))
        starts = range(first, last, step)
        self.write(b"".join(_stretch(start, min(start + step, last)) for start in starts))
        self.close_writing()

    def numbers(self) -> Iterator[int]:
        """The numbers that nobody else has taken."""
        while stretch := os.read(self._reading, _STRETCH):
            first, last = stretch[: _STRETCH // 2], stretch[_STRETCH // 2 :]
            yield from range(int.from_bytes(first, "big"), int.from_bytes(last, "big"))


def _stretch(first: int, last: int) -> bytes:
    return b"".join(each.to_bytes(_STRETCH // 2, "big") for each in (first, last))


def widened(pipe: tuple[int, int]) -> tuple[int, int]:
    """The pipe, with room for much more where the system allows that."""
    with suppress(AttributeError, ImportError, OSError):
        import fcntl

        fcntl.fcntl(pipe[1], fcntl.F_SETPIPE_SZ, MOST)
    return pipe
