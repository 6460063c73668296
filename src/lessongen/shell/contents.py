"""The bytes that a build has made, until all of them are there and may be written."""

import os
from collections.abc import Mapping
from contextlib import suppress

from lessongen.build.digest import digest_of_bytes
from lessongen.shell.output_files import temporary
from lessongen.shell.store import remove, write_bytes

# The digest of what was made; the bytes, or the file in which they wait, where they are new.
Kept = tuple[str, bytes | None, str]

# Bytes in memory; what is made after that waits beside its place, and is written by whoever made
# it. To write a page takes as long as to render a third of it, so all processes should do both.
_MOST_HELD = 1 << 18


class Contents:
    """What was made for each path: held here, or waiting in a file of the output folder.

    `present` are the digests of what is in the folder: bytes that are there already need not
    be kept.
    """

    def __init__(self, output: str, present: Mapping[str, str]) -> None:
        self._output = output
        self._present = present
        self._free = _MOST_HELD  # in this process
        self._count = 0
        self._is_new = not os.path.isdir(output)  # if it is there, something waits in it
        self.digests: dict[str, str] = {}
        self.held: dict[str, bytes] = {}
        self.waiting: dict[str, str] = {}  # the file that is to take the path's place

    def put(self, path: str, content: bytes) -> Kept:
        """Put the bytes that were made for a path where they can wait: any process can do this."""
        digest = digest_of_bytes(content)
        if self._present.get(path) == digest:
            return digest, None, ""
        if len(content) <= self._free:
            self._free -= len(content)
            return digest, content, ""
        if self._count == 0:
            os.makedirs(self._output, exist_ok=True)
        self._count += 1
        beside = f"{self._output}/{temporary(f'made-{os.getpid()}-{self._count}')}"
        write_bytes(beside, content)
        return digest, None, beside

    def take(self, path: str, kept: Kept) -> None:
        """Know what was put away for a path."""
        digest, content, beside = kept
        self.digests[path] = digest
        if content is not None:
            self.held[path] = content
        if beside:
            self.waiting[path] = beside

    def placed(self, path: str) -> None:
        """Know that what waited for a path has taken its place."""
        del self.waiting[path]

    def drop(self) -> None:
        """Forget everything; nothing of it stays in the output folder."""
        for beside in self.waiting.values():
            remove(beside)
        self.waiting.clear()
        self.held.clear()
        if self._is_new:
            with suppress(OSError):  # it is not empty any more
                os.rmdir(self._output)
