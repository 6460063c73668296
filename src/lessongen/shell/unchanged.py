"""Recognises, from stats alone, that nothing changed since the last build or check.

    cache folder --look----> what the last run of this command saw, and what looks different now
                 --repeat--> if nothing does: the same words, the same exit code

If only files of the project look different, a build may be able to amend its pages (`amend.py`).
Any doubt, and the whole way is gone. Imported before anything else is known to be needed: loads
nothing that takes time.
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
# What a whole build left for those that amend its pages, and what each of these changes of it.
PRINTS, NUMBERS = "prints", "numbers"
MOST_RECORDED = 200_000  # files: above that, looking at them is not quick either

TYPE_CHECKING = False  # typing takes 6 ms to load
if TYPE_CHECKING:
    from collections.abc import Iterator

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
        "numbers",
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
        self.numbers = 0  # which numbers the same run left; 0: none, nor prints

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


def look(call: Call) -> tuple[Record, tuple[str, ...]] | None:
    """What the last run saw, and the project's files and folders that look different since.

    None without a last run, or if anything else looks different.
    """
    root = os.path.abspath(call.project)
    record = None if call.clean else _read(root, call)
    differing = None if record is None else _differing(record, root)
    return None if record is None or differing is None else (record, differing)


def repeat(call: Call, record: Record, started: float) -> int | None:
    """The exit code of the last run, its words said again; None if they are not known."""
    text = words_of(call, record)
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


def words_of(call: Call, record: Record) -> str | None:
    """The problems as the call wants them; None if nobody has worked that out."""
    if call.format == "text" and wants_color(call.color, error=True):
        return record.colored
    return record.plain


def is_unchanged(record: Record, root: str) -> bool:
    """Whether everything that the run saw still looks the same."""
    return _differing(record, root) == ()


def _differing(record: Record, root: str) -> tuple[str, ...] | None:
    """What of the project looks different; None if anything beside its files does."""
    if record.runtime != runtime() or not record.day[0] <= epoch() < record.day[1]:
        return None
    stat = os.stat
    try:
        for path, size, modified in record.engine:
            info = stat(path)
            if info.st_size != size or info.st_mtime_ns != modified:
                return None
        for path, target in record.links:
            if os.readlink(f"{root}/{path}") != target:
                return None
    except OSError:
        return None
    own, *others = record.groups
    for group in others:
        for _ in _changed_in(group, root):
            return None
    return tuple(_changed_in(own, root))


def _changed_in(group: "Group", root: str) -> "Iterator[str]":
    folder, follow, files = group
    start = os.path.join(root, folder, "")
    stat = os.stat if follow else os.lstat
    for file in files:
        try:
            info = stat(start + file[0])
        except OSError:
            if len(file) > 1:
                yield file[0]
            continue
        if file[1:] != (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino):
            yield file[0]


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
