"""Recognises, from stats alone, that nothing changed since the last build or check.

    cache folder --read_record--> what the last run of this command saw, and what it said
                 --is_unchanged-> whether all of it still looks the same
                 --repeat-------> the same words, the same exit code

Any doubt, and the whole way is gone. Imported before anything else is known to be needed:
loads nothing that takes time.
"""

import os
import sys
import time

from lessongen.shell import store
from lessongen.shell.calls import Call
from lessongen.shell.clock import epoch
from lessongen.shell.console import say, wants_color
from lessongen.shell.summary import NOTHING_WRITTEN, last_line, series_line, written_line

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MOST_RECORDED = 200_000  # files: above that, looking at them is not quick either

TYPE_CHECKING = False  # typing takes 6 ms to load
if TYPE_CHECKING:
    # name, size, modified, changed, number on the disk; only the name: it is not there
    Looked = tuple[str, int, int, int, int] | tuple[str]
    # folder (below the project, or absolute), whether links are followed, what is in it
    Group = tuple[str, bool, tuple[Looked, ...]]


class Record:
    """What a run saw and said."""

    __slots__ = (
        "code",
        "colored",
        "day",
        "engine",
        "failed",
        "groups",
        "lessons",
        "links",
        "pages",
        "plain",
        "problems",
        "runtime",
        "wish",
    )

    def __init__(self) -> None:
        self.runtime = runtime()
        self.wish: tuple[object, ...] = ()
        self.day = (0, 0)  # seconds since 1970: from, until
        self.engine: tuple[tuple[str, int, int], ...] = ()  # path, size, modified
        self.groups: tuple[Group, ...] = ()  # the project's files, the theme's, the output's
        self.links: tuple[tuple[str, str], ...] = ()  # symlinks, and what they say
        self.code = 0
        self.failed = False  # nothing could be written
        self.plain = ""  # the problems, as a file gets them
        self.colored: str | None = None  # as a terminal gets them, if anybody worked that out
        self.lessons = (0, 0)  # how many, in how many languages
        self.pages = 0
        self.problems = ""  # how many

    def pack(self) -> tuple[object, ...]:
        """As plain values."""
        return tuple(getattr(self, name) for name in self.__slots__)

    @classmethod
    def unpack(cls, stored: object) -> "Record | None":
        """The record that was packed; None for anything else."""
        if not isinstance(stored, tuple) or len(stored) != len(cls.__slots__):
            return None
        record = cls()
        for name, value in zip(cls.__slots__, stored, strict=True):
            setattr(record, name, value)
        return record


def runtime() -> tuple[str, ...]:
    """Which Python this is, and which lessongen."""
    return (sys.version, sys.prefix, PACKAGE)


def wish_of(call: Call) -> tuple[object, ...]:
    """What a call asks for, as far as the answer depends on it."""
    output = None if call.output is None else os.path.realpath(call.output)
    here = os.getcwd() if call.format == "github" else ""  # annotations count paths from here
    indexer = os.environ.get("PAGEFIND_BINARY_PATH")
    wish = (call.command, output, call.strict, call.drafts, call.base_url, call.format)
    return (*wish, here, indexer)


def record_name(command: str) -> str:
    """The name of a command's record in the cache folder."""
    return f"unchanged-{command}"


def repeat(call: Call, started: float) -> int | None:
    """The exit code of the last run, its words printed again; None if anything is different."""
    if call.clean:
        return None
    root = os.path.abspath(call.project)
    record = _read(root, call)
    if record is None or not is_unchanged(record, root):
        return None
    text: str | None = record.plain
    if call.format == "text" and wants_color(call.color, error=True):
        text = record.colored
    if text is None:
        return None
    say(text, error=call.format == "text")
    done = "" if call.command == "check" else written_line(0, 0, record.pages, 0)
    line = last_line(
        series_line(*record.lessons),
        NOTHING_WRITTEN if record.failed else done,
        record.problems,
        seconds=time.perf_counter() - started,
    )
    say(line + "\n", error=call.format != "text")
    return record.code


def is_unchanged(record: Record, root: str) -> bool:
    """Whether everything that the run saw still looks the same."""
    if record.runtime != runtime() or not record.day[0] <= epoch() < record.day[1]:
        return False
    stat = os.stat
    try:
        for path, size, modified in record.engine:
            info = stat(path)
            if info.st_size != size or info.st_mtime_ns != modified:
                return False
        for path, target in record.links:
            if os.readlink(f"{root}/{path}") != target:
                return False
    except OSError:
        return False
    return all(_looks_the_same(group, root) for group in record.groups)


def _looks_the_same(group: "Group", root: str) -> bool:
    folder, follow, files = group
    start = os.path.join(root, folder, "")
    stat = os.stat if follow else os.lstat
    for file in files:
        try:
            info = stat(start + file[0])
        except OSError:
            if len(file) == 1:
                continue
            return False
        if file[1:] != (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino):
            return False
    return True


def _read(root: str, call: Call) -> Record | None:
    return read_kept(root, record_name(call.command), wish_of(call))


def read_kept(root: str, name: str, wish: tuple[object, ...]) -> Record | None:
    """What a run left under a name, if it was asked for the same."""
    folder = os.path.join(root, store.FOLDER)
    if os.path.islink(folder):
        return None
    try:
        stamp = store.stamp_of(folder)
    except OSError:
        return None
    record = Record.unpack(store.read_stored(os.path.join(folder, name), stamp))
    return record if record is not None and record.wish == wish else None
