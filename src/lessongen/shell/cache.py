"""`.lessongen/`: what makes the next build quick. It may be deleted at any time."""

import os
from collections.abc import Callable

from lessongen.shell import store
from lessongen.shell.lock import Lock
from lessongen.shell.memo_file import MemoFile
from lessongen.shell.state import State, pack_state, unpack_state

_STATE = "state"
_LOCK = "lock"
# Whatever version control a project uses later on: the cache is nobody's to commit.
_IGNORE = (
    ".gitignore",
    b"# What lessongen keeps between builds. Delete it whenever you like.\n*\n",
)


class Cache:
    """The cache of one project, for one build.

    A project that cannot be written to has none: everything still works, only slower.
    """

    def __init__(self, root: str) -> None:
        self.folder = _made(os.path.join(root, store.FOLDER))
        self._stamp = store.stamp_of(self.folder) if self.folder else ""
        self._lock = Lock(self._path(_LOCK)) if self.folder else None
        self._ours = False

    def lock(self, *, wait: bool, on_wait: Callable[[], None] = lambda: None) -> bool:
        """Whether nobody else builds this project until `release`; only then anything is kept."""
        if self._lock is not None:
            try:
                self._ours = self._lock.take(wait=wait, on_wait=on_wait)
            except OSError:
                self._lock = None
        return self._ours

    def release(self) -> None:
        """Let the next build begin."""
        if self._lock is not None:
            self._lock.release()
        self._ours = False

    def now(self) -> int:
        """The time by the clock that stamps the project's files, in ns; 0 if nobody can tell."""
        if self._lock is None or not self._ours:
            return 0
        try:
            return self._lock.now()
        except OSError:
            return 0

    def memo(self, engine: str, *, fresh: bool, name: str = store.MEMO) -> MemoFile:
        """What parsing gave in earlier builds by the same engine, or what else has a name."""
        path = self._path(name) if self.folder else ""
        stamp = f"{self._stamp} {engine}"
        return MemoFile(path, stamp, writable=self._ours, fresh=fresh)

    def read_state(self) -> State:
        """What the last build left behind."""
        if not self.folder:
            return State()
        return unpack_state(store.read_stored(self._path(_STATE), self._stamp))

    def write_state(self, state: State) -> None:
        """Leave it for the next build."""
        if self._ours:
            store.write_stored(self._path(_STATE), self._stamp, pack_state(state))

    def read(self, name: str) -> object:
        """A small value that was kept; None if there is none."""
        return store.read_stored(self._path(name), self._stamp) if self.folder else None

    def write(self, name: str, value: object) -> None:
        """Keep another small value of plain tuples, text and numbers."""
        if self._ours:
            store.write_stored(self._path(name), self._stamp, value)

    def remove(self, name: str) -> None:
        """Forget a value."""
        if self.folder:
            store.remove(self._path(name))

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name)


def _made(folder: str) -> str:
    """The folder, made if it was not there; empty if it is none, or a link to anywhere."""
    try:
        os.mkdir(folder)
        store.write_bytes(os.path.join(folder, _IGNORE[0]), _IGNORE[1])
    except FileExistsError:
        pass
    except OSError:
        return ""
    return folder if os.path.isdir(folder) and not os.path.islink(folder) else ""
