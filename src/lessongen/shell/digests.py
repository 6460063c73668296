"""Digests of files, worked out when asked for, and known again by the stats of the file."""

import os
from collections.abc import Iterator, Mapping

from lessongen.shell.files import digest_file
from lessongen.shell.scan import Signature
from lessongen.shell.state import Seen

UNREADABLE = ""  # the digest of a file that cannot be read

_SECOND = 1_000_000_000
_TICK = 20_000_000  # ns: no system stamps files more coarsely, but those that count seconds


def is_settled(looked: Signature, now: int) -> bool:
    """Whether a file's change after it was looked at, at the time `now`, must show in its stats."""
    # Windows calls the time of creation what others call the time of change.
    changed = looked[1] if os.name == "nt" else looked[2]
    return changed < now - (_TICK if now % _SECOND else 2 * _SECOND)


class Digests(Mapping[str, str]):
    """The digest of every file of a folder, by path below it.

    `now` is the time by the file system's clock when the files were looked at. A file that was
    changed within one tick of it may be changed again under the same stamp, so what is known
    of it is not kept (git calls such entries racy).
    """

    def __init__(
        self, folder: str, files: Mapping[str, Signature], known: Mapping[str, Seen], now: int
    ) -> None:
        self._folder = folder
        self._files = files
        self._known = known
        self._now = now
        self._digests: dict[str, str] = {}
        self._seen: dict[str, Seen] = {}

    def __getitem__(self, path: str) -> str:
        digest = self._digests.get(path)
        if digest is None:
            digest = self._find(path)
        return digest

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, path: object) -> bool:
        return path in self._files

    def known(self, path: str) -> str | None:
        """The digest, if somebody has asked for it before."""
        return self._digests.get(path)

    def learn(self, path: str, digest: str, looked: Signature) -> None:
        """Take note of a digest that somebody else worked out."""
        self._digests[path] = digest
        if digest != UNREADABLE and self.is_settled(looked):
            self._seen[path] = (looked, digest)

    def is_settled(self, looked: Signature) -> bool:
        """Whether a later change of the file must show in its signature."""
        return is_settled(looked, self._now)

    def seen(self) -> dict[str, Seen]:
        """What the next build may know by looking at stats alone."""
        kept = {
            path: seen
            for path, seen in self._known.items()
            if path not in self._digests and self._files.get(path) == seen[0]
        }
        return {**kept, **self._seen}

    def _find(self, path: str) -> str:
        known = self._known.get(path)
        if known is not None and known[0] == self._files[path]:
            digest, looked = known[1], known[0]
        else:
            try:
                digest, looked = digest_file(os.path.join(self._folder, path))
            except OSError:
                digest, looked = UNREADABLE, self._files[path]
        self.learn(path, digest, looked)
        return digest
