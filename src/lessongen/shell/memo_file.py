r"""What parsing gave, kept for the next build: one file, read piece by piece.

    lessongen memo 1 <stamp>\n  <place and checksum of the index>  <values …>  <index>

Values and a new index are appended; only then does the head point to that index. A process
that is killed on the way leaves the old index in force, and what it appended is ignored.
The index holds place, length and checksum of every value, so a damaged one is simply absent.
"""

import marshal
import os
from binascii import crc32
from typing import Any

from lessongen.build.codec import DecodingError, decode, encode
from lessongen.shell.store import remove

_POINTER = 24  # bytes: offset 8, length 8, checksum 4, checksum of these 4
_FLUSH = 1 << 20  # bytes of new values to hold in memory
_SPARE = 1 << 18  # bytes of abandoned values that are not worth a rewrite
_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

Entry = tuple[int, int, int]  # offset, length, checksum


class MemoFile:
    """Model values by key. A memo that cannot be read is empty, one that cannot be written stays.

    `stamp` says who may read it: another one, and the memo is empty. Without `writable` nothing
    is kept; with `fresh` nothing old is found.
    """

    def __init__(self, path: str, stamp: str, *, writable: bool, fresh: bool = False) -> None:
        self._path = path
        self._head = f"lessongen memo 1 {stamp}\n".encode()
        self._writable = writable
        self._index: dict[str, Entry] = {}  # of the next build
        self._old: dict[str, Entry] = {}
        self._values: dict[str, object] = {}  # those that somebody has in hand anyway
        self._pending: list[bytes] = []  # encoded values that are not in the file yet
        self._end = 0  # of the file with them
        self._flushed = 0  # of the file without
        self._file = -1
        self._beside = ""  # a new file that takes the old one's place in the end
        if path and not fresh:
            self._open()

    def get(self, key: str) -> object | None:
        """The value that was put under the key, in this build or an earlier one."""
        if key in self._values:
            return self._values[key]
        entry = self._old.get(key)
        if entry is None:
            return None
        content = self._read(entry[0], entry[1])
        if crc32(content) != entry[2]:
            return None
        try:
            value = decode(marshal.loads(content))  # noqa: S302 nothing in it is ever called
        except (DecodingError, EOFError, ValueError, TypeError, MemoryError):
            return None
        self._index[key] = entry
        self._values[key] = value
        return value

    def keep(self, key: str) -> bool:
        """Whether there is a value; it is kept for the next build without being looked at."""
        if key in self._index or key in self._values:
            return True
        entry = self._old.get(key)
        if entry is not None:
            self._index[key] = entry
        return entry is not None

    def put(self, key: str, value: object, encoded: object | None = None) -> None:
        """Keep the value; it must be text, numbers, tuples, mappings or model dataclasses.

        `encoded` is what the codec makes of it, if somebody knows that.
        """
        self._values[key] = value
        if not self._writable or (self._file < 0 and not self._start()):
            return
        plain: Any = encode(value) if encoded is None else encoded
        content = marshal.dumps(plain)
        self._index[key] = (self._end, len(content), crc32(content))
        self._pending.append(content)
        self._end += len(content)
        if self._end - self._flushed > _FLUSH:
            self._flush()

    def forget(self, key: str) -> None:
        """Keep nothing under the key."""
        for known in (self._index, self._old, self._values):
            known.pop(key, None)

    def save(self, *, complete: bool) -> None:
        """Let the next build find it; after a complete build without what nobody asked for."""
        index = self._index if complete else {**self._old, **self._index}
        if self._writable and self._file >= 0 and index != self._old:
            try:
                self._save(index)
            except OSError:
                self._writable = False  # a full disk: the next build parses again
        self.close()

    def close(self) -> None:
        """Leave the file as the last `save` left it."""
        if self._file >= 0:
            os.close(self._file)
        self._file = -1
        if self._beside:
            remove(self._beside)
        self._beside = ""
        self._writable = False

    # --- reading --------------------------------------------------------------

    def _open(self) -> None:
        access = os.O_RDWR if self._writable else os.O_RDONLY
        try:
            self._file = os.open(self._path, access | _FLAGS)
        except OSError:
            return
        index = self._read_index()
        if index is None:
            os.close(self._file)
            self._file = -1
            return
        self._old = index
        self._end = self._flushed = os.fstat(self._file).st_size

    def _read_index(self) -> dict[str, Entry] | None:
        start = len(self._head)
        head = self._read(0, start + _POINTER)
        pointer = head[start:]
        if head[:start] != self._head or _checksum(pointer[:20]) != pointer[20:]:
            return None
        offset, length = int.from_bytes(pointer[:8], "big"), int.from_bytes(pointer[8:16], "big")
        content = self._read(offset, length)
        return _index_of(content) if _checksum(content) == pointer[16:20] else None

    def _read(self, offset: int, length: int) -> bytes:
        try:
            return _pread(self._file, length, offset)
        except (OSError, OverflowError, MemoryError):
            return b""

    # --- writing --------------------------------------------------------------

    def _start(self) -> bool:
        """Begin a new file beside the old one."""
        self._beside = f"{self._path}.tmp-{os.getpid()}"
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC | _FLAGS
            self._file = os.open(self._beside, flags, 0o666)
            self._end = self._flushed = 0
            self._append(self._head + bytes(_POINTER))
        except OSError:
            self._writable = False
        return self._writable

    def _flush(self) -> None:
        content = b"".join(self._pending)
        self._pending.clear()
        try:
            self._append(content)
        except OSError:
            self._writable = False

    def _append(self, content: bytes) -> None:
        _pwrite(self._file, content, self._flushed)
        self._flushed += len(content)
        self._end = max(self._end, self._flushed)

    def _save(self, index: dict[str, Entry]) -> None:
        self._flush()
        live = sum(length for _, length, _ in index.values())
        if not self._beside and self._end - live > live + _SPARE:
            index = self._without_waste(index)
        content = marshal.dumps(index)
        pointer = b"".join(
            (self._end.to_bytes(8, "big"), len(content).to_bytes(8, "big"), _checksum(content))
        )
        self._append(content)
        _pwrite(self._file, pointer + _checksum(pointer), len(self._head))
        if self._beside:
            os.replace(self._beside, self._path)
            self._beside = ""

    def _without_waste(self, index: dict[str, Entry]) -> dict[str, Entry]:
        """Move the values of the index to a new file, and leave the abandoned ones behind."""
        old = self._file
        moved: dict[str, Entry] = {}
        if self._start():
            for key, (offset, length, checksum) in index.items():
                moved[key] = (self._end, length, checksum)
                self._append(_pread(old, length, offset))
        os.close(old)
        return moved


def _checksum(content: bytes) -> bytes:
    return crc32(content).to_bytes(4, "big")


def _index_of(content: bytes) -> dict[str, Entry] | None:
    try:
        index = marshal.loads(content)  # noqa: S302 nothing in it is ever called
    except (EOFError, ValueError, TypeError, MemoryError):
        return None
    return index if isinstance(index, dict) else None


def _pread(opened: int, length: int, offset: int) -> bytes:
    if hasattr(os, "pread"):
        return os.pread(opened, length, offset)
    os.lseek(opened, offset, os.SEEK_SET)
    return os.read(opened, length)


def _pwrite(opened: int, content: bytes, offset: int) -> None:
    os.lseek(opened, offset, os.SEEK_SET)
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(opened, rest) :]
