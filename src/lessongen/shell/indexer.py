"""Pagefind, the program that makes search indexes: where it is, and one run of it.

It is an extra, `pip install "lessongen[search]"`. Its command line is used, not its Python
package: that speaks to the same program through pipes, one message per page with a pause after
each, and cannot take indexes of more than 2 MiB.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.machinery import PathFinder

from lessongen.shell.engine import Stat

PROGRAM = "PAGEFIND_BINARY_PATH"  # the variable that Pagefind's own packages ask, too

_PACKAGE = "pagefind_bin"
_NAMES = ("pagefind_extended", "pagefind", "pagefind_extended.exe", "pagefind.exe")
_LIBRARIES = ("site-packages", "dist-packages")
_ENTRY = "pagefind-entry.json"
_SCRIPTS = ("pagefind.js", "pagefind-worker.js", _ENTRY)
_DATA = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind")


class IndexingError(Exception):
    """The program did not make an index; says why."""


def find_indexer() -> str:
    """The program's path; empty if it is not installed."""
    named = os.environ.get(PROGRAM)
    if named is not None:
        return named if os.path.isfile(named) else ""
    spec = PathFinder.find_spec(_PACKAGE)
    if spec is None or not spec.origin:
        return ""
    paths = (os.path.join(os.path.dirname(spec.origin), name) for name in _NAMES)
    return next((path for path in paths if os.path.isfile(path)), "")


def indexer_files(program: str) -> Iterator[Stat]:
    """What changes when the program comes, goes or is replaced, as it looks now."""
    folders = (path for path in sys.path if os.path.basename(path) in _LIBRARIES)
    for path in [program] if program else [path for path in folders if os.path.isdir(path)]:
        info = os.stat(path)
        yield path, info.st_size, info.st_mtime_ns


def make_index(program: str, pages: Iterable[tuple[str, str]]) -> Mapping[str, bytes]:
    """The index of HTML pages (path and text) as files, each by its path: the same every time.

    Takes long. Raises `IndexingError` if the program says no, `OSError` for a full disk.
    """
    from tempfile import TemporaryDirectory  # few builds need it

    with TemporaryDirectory(prefix="lessongen-") as folder:
        for path, text in pages:
            _write(os.path.join(folder, "pages", path), text)
        _run(program, folder)
        return dict(_files(os.path.join(folder, "index")))


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "xb") as file:
        file.write(text.encode("utf-8", "replace"))


def _run(program: str, folder: str) -> None:
    """In a folder and an environment without anybody's settings for Pagefind."""
    import subprocess

    environment = {name: value for name, value in os.environ.items() if "PAGEFIND" not in name}
    command = [program, "--site", "pages", "--output-path", "index", "--silent"]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
    except OSError as error:
        raise IndexingError(f"it cannot be run: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").split("\n")
        last = next((line.strip() for line in reversed(said) if line.strip()), "")
        raise IndexingError(last or f"it ended with exit code {done.returncode}")


def _files(folder: str) -> Iterator[tuple[str, bytes]]:
    """Index and scripts, without Pagefind's own user interfaces, in a fixed order."""
    for below, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name in _SCRIPTS or name.endswith(_DATA):
                path = os.path.join(below, name)
                with open(path, "rb") as file:
                    content = file.read()
                inside = os.path.relpath(path, folder).replace(os.sep, "/")
                yield inside, _sorted(content) if inside == _ENTRY else content


def _sorted(entry: bytes) -> bytes:
    """The list of languages, which comes in another order every time, by its keys."""
    import json

    return json.dumps(json.loads(entry), sort_keys=True, separators=(",", ":")).encode()
