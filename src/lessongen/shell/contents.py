"""The bytes that a build has made, until all of them are there and may be written."""

import os
from collections.abc import Mapping
from contextlib import suppress

from lessongen.build.digest import digest_of_bytes
from lessongen.shell.output_files import temporary
from lessongen.shell.store import remove, write_bytes

_MOST_HELD = 8 << 20  # bytes in memory; what is made after that waits beside its place


class Contents:
    """What was made for each path: held here, or waiting in a file of the output folder.

    `present` are the digests of what is in the folder: bytes that are there already need not
    be kept.
    """

    def __init__(self, output: str, present: Mapping[str, str]) -> None:
        self._output = output
        self._present = present
        self._free = _MOST_HELD
        self._is_new = False  # the folder is there only because something waits in it
        self.digests: dict[str, str] = {}
        self.held: dict[str, bytes] = {}
        self.waiting: dict[str, str] = {}  # the file that is to take the path's place

    def add(self, path: str, content: bytes) -> None:
        """Take the bytes that were made for a path."""
        digest = self.digests[path] = digest_of_bytes(content)
        if self._present.get(path) == digest:
            return
        if len(content) <= self._free:
            self._free -= len(content)
            self.held[path] = content
            return
        if not os.path.isdir(self._output):
            os.makedirs(self._output)
            self._is_new = True
        beside = f"{self._output}/{temporary(f'made-{len(self.waiting)}')}"
        self.waiting[path] = beside
        write_bytes(beside, content)

    def drop(self) -> None:
        """Forget everything; nothing of it stays in the output folder."""
        for beside in self.waiting.values():
            remove(beside)
        self.waiting.clear()
        self.held.clear()
        if self._is_new:
            with suppress(OSError):  # it is not empty any more
                os.rmdir(self._output)
