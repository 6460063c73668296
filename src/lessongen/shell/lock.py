"""One build at a time in a project."""

import os
import sys
from collections.abc import Callable

if sys.platform == "win32":
    # Builds of one project are not kept apart there: no harm but work done twice.
    LOCK_EX = LOCK_NB = 0

    def flock(_: int, __: int) -> None:
        """Lock nothing."""
else:
    from fcntl import LOCK_EX, LOCK_NB, flock


class Lock:
    """A lock on a file that lives as long as this object is open, or the process."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._opened = -1

    def take(self, *, wait: bool, on_wait: Callable[[], None] = lambda: None) -> bool:
        """Whether the lock is ours now; calls `on_wait` once if somebody else has it."""
        while True:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
            self._opened = os.open(self._path, flags, 0o666)
            if not self._lock(wait=wait, on_wait=on_wait):
                self.release()
                return False
            if self._is_there():
                return True
            # Somebody deleted .lessongen/ meanwhile: that lock is nobody's business any more.
            self.release()

    def release(self) -> None:
        """Let the next one in."""
        if self._opened >= 0:
            os.close(self._opened)
        self._opened = -1

    def now(self) -> int:
        """The time by the clock of the file system, in ns: what new files are stamped with."""
        os.utime(self._path)
        return os.stat(self._path).st_mtime_ns

    def _lock(self, *, wait: bool, on_wait: Callable[[], None]) -> bool:
        try:
            flock(self._opened, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            if not wait:
                return False
            on_wait()
            flock(self._opened, LOCK_EX)
        except OSError:
            return True  # a file system without locks
        return True

    def _is_there(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._opened), os.stat(self._path))
        except OSError:
            return False
