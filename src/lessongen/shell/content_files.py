"""Writes files below `content/`: whole or not at all, and only over what the caller has seen."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from lessongen.shell.output_files import TEMPORARY
from lessongen.shell.scan import CONTENT
from lessongen.shell.store import read_bytes, remove
from lessongen.shell.usage import UsageError


def read_content(root: str, path: str) -> bytes | None:
    """The bytes of a file below `content/` as they are now; None if there is none.

    Raises `UsageError` for a path that leads out of there, or cannot be read.
    """
    target = place_in_content(root, path)
    try:
        return read_bytes(target)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f'cannot read "{path}": {error.strerror}') from error


def exchange(root: str, path: str, before: bytes | None, after: bytes | None) -> bool:
    """Give a file its new bytes if it still has those `before`; else nothing happens, and False.

    None stands for no file. Raises `UsageError` for a path that leads out of `content/`, and if
    the file cannot be written.
    """
    target = place_in_content(root, path)
    if read_content(root, path) != before:
        return False
    try:
        if after is None:
            os.unlink(target)
        elif before is None:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            return _create(target, after)
        else:
            replace_file(target, after)
    except OSError as error:
        raise UsageError(f'cannot write "{path}": {error.strerror}') from error
    return True


def place_in_content(root: str, path: str) -> str:
    """Where a file of `content/` really lies; raises `UsageError` if that is outside of it."""
    bounds = os.path.realpath(os.path.join(root, CONTENT))
    target = os.path.realpath(os.path.join(root, path))
    if not path.startswith(f"{CONTENT}/") or not target.startswith(bounds + os.sep):
        raise UsageError(f'"{path}" does not lie in {CONTENT}/; nothing is written there')
    return target


def replace_file(target: str, content: bytes) -> None:
    """The old content is there or the new one, at every moment, even if the power fails."""
    with _written_beside(target, content) as beside:
        _take_mode(beside, target)
        os.replace(beside, target)
    _settle_folder(os.path.dirname(target))


def _create(target: str, content: bytes) -> bool:
    """Make a file with all of its content at once; False if it is there by now."""
    with _written_beside(target, content) as beside:
        try:
            os.link(beside, target)
        except FileExistsError:
            return False
        except OSError:  # a file system without links
            if os.path.lexists(target):
                return False
            os.replace(beside, target)
    _settle_folder(os.path.dirname(target))
    return True


@contextmanager
def _written_beside(target: str, content: bytes) -> Iterator[str]:
    """A file beside the target that has the content, and is gone in the end."""
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f"{TEMPORARY}{os.getpid()}-{name}")
    try:
        with open(beside, "wb") as file:
            file.write(content)
            settle(file.fileno())
        yield beside
    finally:
        remove(beside)


def settle(opened: int) -> None:
    """What was written to an opened file is on the disk."""
    os.fsync(opened)


def _take_mode(beside: str, target: str) -> None:
    try:
        os.chmod(beside, os.stat(target).st_mode & 0o7777)
    except FileNotFoundError:
        return


def _settle_folder(folder: str) -> None:
    """The new name is on the disk, where the system can be asked for that."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError:
        return  # some file systems cannot
    finally:
        os.close(opened)
