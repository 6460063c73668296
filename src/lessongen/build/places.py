"""Paths in the output folder: which are possible, and which are one and the same."""

import re
from collections.abc import Iterable

_BROKEN = r"[\x00-\x1f\x7f\ud800-\udfff]"  # control characters and halves of characters
RESERVED = ".lessongen-"  # how the names of lessongen's own files start


def is_safe(path: str) -> bool:
    """Whether the path names a file inside the output folder, on every system.

    >>> is_safe("en/index.html"), is_safe("../x"), is_safe("/etc/passwd"), is_safe("a//b")
    (True, False, False, False)
    """
    framed = f"/{path}/"
    if "//" in framed or "/../" in framed or "/./" in framed or "\\" in path:
        return False
    return path.isprintable() or re.search(_BROKEN, path) is None


def is_reserved(path: str) -> bool:
    """Whether a part of the path is a name that lessongen keeps for itself.

    >>> is_reserved(".lessongen-manifest"), is_reserved("en/index.html")
    (True, False)
    """
    return RESERVED in path and any(part.startswith(RESERVED) for part in path.split("/"))


def folded(path: str) -> str:
    r"""What two paths share that are one file on some systems: case and Unicode form.

    >>> folded("En/Ni\u006e\u0303o.html") == folded("en/ni\u00f1o.html")
    True
    """
    if path.isascii():
        return path.lower()
    from unicodedata import normalize  # 1 ms, and most paths are ASCII

    return normalize("NFC", normalize("NFC", path).casefold())


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """All folders that the paths need.

    >>> sorted(folders_of(["en/a/index.html", "robots.txt"]))
    ['en', 'en/a']
    """
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)
