"""Small values kept in `.lessongen/`: read back whole and unharmed, or not at all.

A file is one line (what wrote it, and a checksum) and the value as `marshal` writes it: no
pickle, nothing that could run code. What another version wrote, or a copy of somebody else's
folder brought along, is as good as absent.

Imported before anything else is known to be needed: loads nothing that takes time.
"""

import marshal
import os
from binascii import crc32

FOLDER = ".lessongen"
MEMO = "memo"  # what parsing gave


def stamp_of(folder: str) -> str:
    """What ties stored files to this folder: a copied or cloned one has another number."""
    info = os.lstat(folder)
    return f"{info.st_ino:x}.{info.st_uid:x}"


def read_stored(path: str, stamp: str) -> object:
    """The value, or None if there is none that was stored under the same stamp."""
    try:
        content = read_bytes(path)
    except OSError:
        return None
    end = content.find(b"\n")
    payload = content[end + 1 :]
    if content[: end + 1] != _head(stamp, payload):
        return None
    try:
        return marshal.loads(payload)  # noqa: S302 nothing in it is ever called
    except (EOFError, ValueError, TypeError, MemoryError):
        return None


def write_stored(path: str, stamp: str, value: object) -> bool:
    """Store text, numbers, tuples, lists or dicts of these; False if that is impossible."""
    payload = marshal.dumps(value)  # type: ignore[arg-type]
    beside = f"{path}.tmp-{os.getpid()}"
    try:
        write_bytes(beside, _head(stamp, payload) + payload)
        os.replace(beside, path)
    except OSError:
        remove(beside)
        return False
    return True


def remove(path: str) -> None:
    """Delete the file if it is there and may be deleted."""
    try:
        os.unlink(path)
    except OSError:
        return


def read_bytes(path: str) -> bytes:
    """The content of a regular file, never through a symlink at its end."""
    # Without blocking: a pipe of that name must not make a build wait for ever.
    flags = os.O_RDONLY | _flag("O_NOFOLLOW") | _flag("O_NONBLOCK") | _flag("O_BINARY")
    opened = os.open(path, flags)
    try:
        return _read_all(opened)
    finally:
        os.close(opened)


def write_bytes(path: str, content: bytes) -> None:
    """Make a new file with the content."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _flag("O_NOFOLLOW") | _flag("O_BINARY")
    opened = os.open(path, flags, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(opened, rest) :]
    finally:
        os.close(opened)


def _flag(name: str) -> int:
    """A flag of `os.open`, where the system has it."""
    value: int = getattr(os, name, 0)
    return value


def _read_all(opened: int) -> bytes:
    size = os.fstat(opened).st_size
    content = os.read(opened, size + 1)
    if len(content) == size:
        return content
    parts = [content]
    while parts[-1]:
        parts.append(os.read(opened, 1 << 20))
    return b"".join(parts)


def _head(stamp: str, payload: bytes) -> bytes:
    return f"lessongen 1 {stamp} {len(payload)} {crc32(payload):08x}\n".encode()
