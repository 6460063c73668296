"""Reading the files of a project, as they were when the build began."""

import os

from lessongen.build.digest import new_digest
from lessongen.shell.scan import Signature, signature

_CHUNK = 1 << 20


class ChangedWhileReadingError(Exception):
    """Somebody saved a file in the middle of a build: begin again."""


def read_file(path: str) -> tuple[bytes, Signature]:
    """The bytes of a regular file, and the signature they were read under."""
    opened = _open(path)
    try:
        before = signature(os.fstat(opened))
        content = _read(opened, before[0])
    finally:
        os.close(opened)
    return content, before


def digest_file(path: str) -> tuple[str, Signature]:
    """The digest of a file's bytes, however many, and the signature they were read under."""
    opened = _open(path)
    try:
        before = signature(os.fstat(opened))
        digest = new_digest()
        while chunk := os.read(opened, _CHUNK):
            digest.update(chunk)
    finally:
        os.close(opened)
    return digest.hexdigest(), before


def _open(path: str) -> int:
    # Without blocking: what was a file a moment ago may be a pipe now.
    return os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))


def _read(opened: int, size: int) -> bytes:
    content = os.read(opened, size + 1)
    if len(content) == size:
        return content
    parts = [content]
    while parts[-1]:
        parts.append(os.read(opened, _CHUNK))
    return b"".join(parts)
