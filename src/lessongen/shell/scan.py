"""One walk over a project's files: what is there, what changed, and what cannot be used."""

import os
import stat
from collections.abc import Iterator

from lessongen.build.places import folded, is_safe
from lessongen.model.problem import Problem, Severity
from lessongen.model.source import Span

# size, modified, changed (ns), number on the disk: equal signatures, equal content
Signature = tuple[int, int, int, int]

SETTINGS = "lessongen.yaml"
CONTENT = "content"
TEMPLATES = "templates"
RECORDS = ".sync"  # the one hidden folder that is ours: see docs on translations
_MOST_LINKS = 100  # to folders: more of them can multiply into endless trees
_DEEPEST = 50  # folders within folders


class Scan:
    """What a walk found; all paths count from the project, with "/"."""

    def __init__(self) -> None:
        self.files: dict[str, Signature] = {}
        self.folders: dict[str, Signature] = {}
        self.links: dict[str, str] = {}  # symlinks, and what they say
        self.problems: list[Problem] = []


def signature(info: os.stat_result) -> Signature:
    """What must differ when the content differs."""
    return (info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)


def scan_project(root: str) -> Scan:
    """Every file of the project that can matter to its site."""
    scan = Scan()
    walk = _Walk(root, scan)
    walk.top(CONTENT, os.path.join(os.path.realpath(root), CONTENT))
    walk.top(TEMPLATES, os.path.realpath(root))
    walk.top_file(SETTINGS)
    return scan


def is_leftover(name: str) -> bool:
    """Whether a file is hidden, or something that an editor keeps for itself.

    >>> is_leftover(".#01.md"), is_leftover("01.md~"), is_leftover("#01.md#"), is_leftover("01.md")
    (True, True, True, False)
    """
    return name.startswith(".") or name.endswith("~") or (name[0] == name[-1] == "#")


class _Walk:
    """A walk through one project."""

    def __init__(self, root: str, scan: Scan) -> None:
        self._root = root
        self._scan = scan
        self._links = 0

    def top(self, name: str, bounds: str) -> None:
        """Walk through a folder of the project, but never out of `bounds`."""
        path = os.path.join(self._root, name)
        if os.path.islink(path):
            self._note_link(name, path)
            if not _inside(os.path.realpath(path), os.path.realpath(self._root)):
                self._refuse(name, "outside-project", "this link leads out of the project", _MOVE)
                return
            bounds = os.path.realpath(path)
        if os.path.isdir(path):
            self._folder(name, path, bounds, (os.path.realpath(path),))

    def top_file(self, name: str) -> None:
        """Take a file of the project folder itself."""
        path = os.path.join(self._root, name)
        if os.path.islink(path):
            self._link(name, path, os.path.realpath(self._root), ())
        elif os.path.lexists(path):
            self._file(name, os.lstat(path))

    def _folder(self, name: str, path: str, bounds: str, chain: tuple[str, ...]) -> None:
        try:
            # Taken before reading: what is added meanwhile shows next time.
            self._scan.folders[name] = signature(os.stat(path))
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self._refuse(name, "unreadable-file", f"this folder cannot be read: {error.strerror}")
            return
        kept = [entry for entry in entries if not is_leftover(entry.name) or _is_records(entry)]
        self._scan.problems.extend(_ambiguous(name, kept))
        for entry in kept:
            self._entry(f"{name}/{entry.name}", entry, bounds, chain)

    def _entry(
        self, name: str, entry: os.DirEntry[str], bounds: str, chain: tuple[str, ...]
    ) -> None:
        if not is_safe(name):
            message = "this name holds a character that no address can hold"
            self._refuse(name, "unreadable-file", message, "rename the file")
        elif entry.is_symlink():
            self._link(name, entry.path, bounds, chain)
        elif entry.is_dir(follow_symlinks=False):
            self._subfolder(name, entry.path, bounds, chain)
        else:
            try:
                self._file(name, entry.stat(follow_symlinks=False))
            except FileNotFoundError:
                return  # gone since the folder was read

    def _subfolder(self, name: str, path: str, bounds: str, chain: tuple[str, ...]) -> None:
        if name.lower().endswith(".md"):
            message = "this is a folder, but its name is that of a page"
            self._refuse(name, "unreadable-file", message, "rename the folder")
        elif name.count("/") > _DEEPEST:
            message = f"this folder lies more than {_DEEPEST} folders deep"
            self._refuse(name, "unreadable-file", message, "move it up")
        else:
            self._folder(name, path, bounds, chain)

    def _file(self, name: str, info: os.stat_result) -> None:
        if stat.S_ISREG(info.st_mode):
            self._scan.files[name] = signature(info)
        elif stat.S_ISDIR(info.st_mode):
            message = "this is a folder, but a file is expected here"
            self._refuse(name, "unreadable-file", message, "rename the folder")
        else:
            message = "this is not a file: a pipe, a socket or a device"
            self._refuse(name, "unreadable-file", message, "move it out of the project")

    def _link(self, name: str, path: str, bounds: str, chain: tuple[str, ...]) -> None:
        self._note_link(name, path)
        target = os.path.realpath(path)
        if not _inside(target, bounds):
            where = CONTENT + "/" if name.startswith(CONTENT + "/") else "the project"
            self._refuse(name, "outside-project", f"this link leads out of {where}", _MOVE)
            return
        try:
            info = os.stat(path)
        except OSError as error:
            message = f"this link leads nowhere: {error.strerror}"
            self._refuse(name, "unreadable-file", message, "correct the link or delete it")
            return
        if not stat.S_ISDIR(info.st_mode):
            self._file(name, info)
        elif target in chain or _inside(_real_folder(path), target):
            self._refuse(name, "unreadable-file", "this link leads in a circle", "delete the link")
        elif self._links >= _MOST_LINKS:
            message = f"there are more than {_MOST_LINKS} links to folders"
            self._refuse(name, "unreadable-file", message, "delete some of them")
        else:
            self._links += 1
            self._subfolder(name, path, bounds, (*chain, target))

    def _note_link(self, name: str, path: str) -> None:
        try:
            self._scan.links[name] = os.readlink(path)
        except OSError:
            self._scan.links[name] = ""  # gone since: differs from whatever is there next time

    def _refuse(self, name: str, code: str, message: str, hint: str = "") -> None:
        self._scan.problems.append(_problem(name, code, "error", message, hint))


_MOVE = "copy what it leads to into the project"


def _problem(name: str, code: str, severity: Severity, message: str, hint: str) -> Problem:
    return Problem(code=code, severity=severity, message=message, span=Span(path=name), hint=hint)


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _real_folder(path: str) -> str:
    return os.path.realpath(os.path.dirname(path))


def _is_records(entry: os.DirEntry[str]) -> bool:
    return entry.name == RECORDS and entry.is_dir(follow_symlinks=False)


def _ambiguous(folder: str, entries: list[os.DirEntry[str]]) -> Iterator[Problem]:
    """A problem for names that are one and the same on some systems."""
    names = [folded(entry.name) for entry in entries]
    if len(set(names)) == len(names):
        return
    first: dict[str, str] = {}
    for name, entry in zip(names, entries, strict=True):
        if name in first:
            other = f"{folder}/{first[name]}"
            yield Problem(
                code="ambiguous-name",
                severity="warning",
                message=f'on some systems this is the same name as "{first[name]}"',
                span=Span(path=f"{folder}/{entry.name}"),
                hint="rename one of them",
                related=(Span(path=other),),
            )
        first.setdefault(name, entry.name)
