"""Puts a settled build into the output folder: at every moment each page is old or new."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress

from lessongen.build.digest import new_digest
from lessongen.build.manifest import NAME, manifest_text
from lessongen.build.places import folded, folders_of
from lessongen.build.settle import Settlement
from lessongen.shell.contents import Contents
from lessongen.shell.files import ChangedWhileReadingError, read_file
from lessongen.shell.output_files import all_folders, find_leftovers, reachable, temporary
from lessongen.shell.usage import UsageError

_CHUNK = 1 << 20


class Disk:
    """The few things that are done to the output folder, one by one."""

    def write(self, path: str, content: bytes) -> None:
        """Make a new file."""
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(opened, rest) :]
        finally:
            os.close(opened)

    def copy(self, source: str, path: str) -> str:
        """Make a new file with another's content; its digest comes back."""
        digest = new_digest()
        with open(source, "rb") as old, open(path, "xb") as new:
            while chunk := old.read(_CHUNK):
                digest.update(chunk)
                new.write(chunk)
        return digest.hexdigest()

    def replace(self, path: str, target: str) -> None:
        """Put a file in the place of another, in one step."""
        os.replace(path, target)

    def remove(self, path: str) -> None:
        """Delete a file."""
        os.unlink(path)

    def make_folder(self, path: str) -> None:
        """Make a folder, and those above it."""
        try:
            os.mkdir(path)
        except FileExistsError:
            if not os.path.isdir(path):
                raise
        except FileNotFoundError:
            os.makedirs(path, exist_ok=True)

    def remove_folder(self, path: str) -> None:
        """Delete a folder if it is empty; raises `OSError` if not."""
        os.rmdir(path)


_BINARY = getattr(os, "O_BINARY", 0)


def write_site(
    output: str,
    settlement: Settlement,
    listed: Mapping[str, frozenset[str]],
    contents: Contents,
    copies: Mapping[str, str],
    *,
    disk: Disk | None = None,
) -> None:
    """Carry out the settlement; `copies` names the files whose copies some of the paths are.

    The manifest lists old and new digests while pages are replaced, so that a build that is
    interrupted can be told from somebody's own files. Raises `UsageError` if the folder cannot
    be written, `ChangedWhileReadingError` if a file to copy is not what it was.
    """
    writer = _Writer(output, disk or Disk())
    try:
        writer.sweep(settlement, listed, keep=frozenset(contents.waiting.values()))
        if settlement.write or settlement.delete:
            writer.list_files(settlement.before, listed)
            blocking = _blocking(settlement)
            writer.delete(blocking)
            for path in settlement.write:
                if path in copies:
                    writer.copy(copies[path], path, settlement.after[path])
                elif path in contents.waiting:
                    writer.move(contents.waiting[path], path)
                    contents.placed(path)
                else:
                    writer.write(path, contents.held[path])
            writer.delete(_stale(output, settlement, blocking))
            writer.clear_folders(listed.keys() - settlement.after.keys())
            writer.list_files(settlement.after, settlement.before)
        else:
            writer.clear_folders(listed.keys() - settlement.after.keys())
            writer.list_files(settlement.after, listed)
    except OSError as error:
        where = error.filename2 or error.filename or output
        raise UsageError(f'cannot write "{where}": {error.strerror}') from error


class _Writer:
    """Writes to one output folder."""

    def __init__(self, output: str, disk: Disk) -> None:
        self._output = output
        self._disk = disk
        self._count = 0
        self._made: set[str] = set()

    def sweep(
        self,
        settlement: Settlement,
        listed: Mapping[str, frozenset[str]],
        keep: frozenset[str],
    ) -> None:
        """Remove what an interrupted build left behind, but not what this one has made."""
        self._folder("")
        if not listed:  # no build came as far as its pages
            folders: tuple[str, ...] = ("",)
        elif any(len(digests) > 1 for digests in listed.values()):
            folders = tuple(all_folders(self._output))
        else:
            folders = ("", *sorted({path.rpartition("/")[0] for path in settlement.write} - {""}))
        for path in find_leftovers(self._output, folders):
            if f"{self._output}/{path}" not in keep:
                self._disk.remove(f"{self._output}/{path}")

    def list_files(
        self, digests: Mapping[str, frozenset[str]], listed: Mapping[str, frozenset[str]]
    ) -> None:
        """Write the manifest, if it does not say so already."""
        if digests != listed or not os.path.exists(f"{self._output}/{NAME}"):
            self.write(NAME, manifest_text(digests).encode())

    def write(self, path: str, content: bytes) -> None:
        """Put one file in its place."""
        self._place(path, lambda beside: self._disk.write(beside, content))

    def move(self, made: str, path: str) -> None:
        """Put a file that was made beforehand in its place."""
        self._folder(path.rpartition("/")[0])
        try:
            self._replace(made, f"{self._output}/{path}")
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            self._place(path, lambda beside: self._disk.write(beside, read_file(made)[0]))
            self._disk.remove(made)

    def copy(self, source: str, path: str, expected: frozenset[str]) -> None:
        """Put a copy of a file in its place, if it is what it was."""

        def make(beside: str) -> None:
            if self._disk.copy(source, beside) not in expected:
                self._disk.remove(beside)
                raise ChangedWhileReadingError(source)

        self._place(path, make)

    def delete(self, paths: Iterable[str]) -> None:
        """Delete files."""
        for path in paths:
            with suppress(FileNotFoundError):
                self._disk.remove(f"{self._output}/{path}")

    def clear_folders(self, paths: Iterable[str]) -> None:
        """Delete the folders that are empty without these files."""
        folders = {path.rpartition("/")[0] for path in reachable(self._output, paths)}
        for folder in sorted(folders, key=len, reverse=True):
            self._remove_empty(folder)

    def _remove_empty(self, folder: str) -> None:
        while folder:
            try:
                self._disk.remove_folder(f"{self._output}/{folder}")
            except FileNotFoundError:
                pass  # an interrupted build came as far as this
            except OSError:
                return  # it is not empty
            self._made.discard(folder)
            folder = folder.rpartition("/")[0]

    def _place(self, path: str, make: Callable[[str], None]) -> None:
        folder = path.rpartition("/")[0]
        target = f"{self._output}/{path}"
        self._folder(folder)
        beside = self._beside("")
        make(beside)
        try:
            self._replace(beside, target)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            # Another disk is mounted there: only a file on that disk can take the place at once.
            self._disk.remove(beside)
            beside = self._beside(folder)
            make(beside)
            self._replace(beside, target)

    def _replace(self, beside: str, target: str) -> None:
        try:
            self._disk.replace(beside, target)
        except IsADirectoryError:
            # Nothing is in it but empty folders: anything else would have been an obstacle.
            for folder, _, _ in os.walk(target, topdown=False):
                self._disk.remove_folder(folder)
            self._disk.replace(beside, target)

    def _beside(self, folder: str) -> str:
        self._count += 1
        name = temporary(str(self._count))
        return f"{self._output}/{folder}/{name}" if folder else f"{self._output}/{name}"

    def _folder(self, folder: str) -> None:
        if folder in self._made:
            return
        above, _, _ = folder.rpartition("/")
        if above:
            self._folder(above)
        self._disk.make_folder(f"{self._output}/{folder}" if folder else self._output)
        self._made.add(folder)


def _blocking(settlement: Settlement) -> frozenset[str]:
    """Stale files where a folder is needed, or in a folder whose name a file needs."""
    if not settlement.delete:
        return frozenset()
    needed = folders_of(settlement.write)
    files = frozenset(settlement.write)
    return frozenset(
        stale
        for stale in settlement.delete
        if stale in needed or not files.isdisjoint(folders_of((stale,)))
    )


def _stale(output: str, settlement: Settlement, gone: frozenset[str]) -> Iterator[str]:
    """What is still to be deleted, but for a page's new self on systems that ignore case."""
    if not settlement.delete:
        return
    claimed = {folded(path): path for path in settlement.after}
    for path in settlement.delete:
        if path in gone:
            continue
        new = claimed.get(folded(path))
        if new is None or not _is_same_file(f"{output}/{path}", f"{output}/{new}"):
            yield path


def _is_same_file(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False
