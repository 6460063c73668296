"""What builds found out, held in memory from one build to the next."""

from lessongen.shell.memo_file import MemoFile


class Memory:
    """Model values by key: those of the build that is running and of the last complete one.

    Values of older builds are let go, so that a day of saving takes no more memory than a minute.
    """

    def __init__(self) -> None:
        self._file: MemoFile | None = None
        self._complete: dict[str, object] = {}
        self._now: dict[str, object] = {}

    def get(self, key: str) -> object | None:
        """The value, or None."""
        value = self._now.get(key)
        if value is None:
            value = self._complete.get(key)
            if value is None and self._file is not None:
                value = self._file.get(key)
            if value is not None:
                self._now[key] = value
        return value

    def keep(self, key: str) -> bool:
        """Whether there is a value; it is kept for the next build without being looked at."""
        if self.get(key) is not None:
            return True
        return self._file is not None and self._file.keep(key)

    def put(self, key: str, value: object, encoded: object | None = None) -> None:
        """Keeps a value for the next build."""
        self._now[key] = value
        if self._file is not None:
            self._file.put(key, value, encoded)

    def end_build(self, *, complete: bool) -> None:
        """Lets go what a complete build did not ask for; nothing after one that has errors."""
        if complete:
            self._complete = self._now
        self._now = {}

    def open_file(self, file: MemoFile) -> None:
        """Looks also into the file that builds of the command line use."""
        self._file = file

    def close_file(self) -> None:
        """Writes what is new into the file; what others keep there stays."""
        if self._file is not None:
            self._file.save(complete=False)
        self._file = None

    def __len__(self) -> int:
        return len(self._complete.keys() | self._now.keys())
