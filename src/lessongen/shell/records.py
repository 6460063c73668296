"""Writes the `.sync` files beside translations: whole or not at all, and losing nothing."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping

from lessongen.model.value import value
from lessongen.shell.content_files import place_in_content, replace_file, settle
from lessongen.shell.store import remove
from lessongen.shell.usage import UsageError
from lessongen.translation.record import read_record, write_record

_FOLDER = ".sync"
_KEPT = "~"  # what editors call a copy: no tool takes it for a record
_MOST_COPIES = 1000
_TELLING = 3  # words of a stanza's head: the mark, the digests, the day


@value
class WrittenRecord:
    """A record that was written: its bytes before, if there was one, and now."""

    path: str
    before: bytes | None
    after: bytes
    copy: str = ""  # the path of a copy: something in the old one could not be read


def write_records(root: str, texts: Mapping[str, str]) -> tuple[WrittenRecord, ...]:
    """Give the project's records these texts; those that said something else come back.

    A record that says the same already is left alone. One with anything in it that could not be
    read is kept beside its successor. Raises `UsageError` if a file cannot be written.
    """
    written = (_write(root, path, text) for path, text in texts.items())
    return tuple(each for each in written if each is not None)


def remove_record(root: str, path: str) -> None:
    """Delete a record whose content stands elsewhere now."""
    remove(os.path.join(root, path))


def _write(root: str, path: str, text: str) -> WrittenRecord | None:
    target = os.path.join(root, path)
    try:
        _make_folder(root, path)
        old = _read(target)
        is_crlf = old is not None and b"\r\n" in old
        content = (text.replace("\n", "\r\n") if is_crlf else text).encode()
        if old == content:
            return None
        copy = _keep(target, old) if old and _is_more_than_a_record(old) else ""
        replace_file(target, content)
    except OSError as error:
        raise UsageError(f'cannot write "{path}": {error.strerror}') from error
    beside = f"{os.path.dirname(path)}/{copy}" if copy else ""
    return WrittenRecord(path=path, before=old, after=content, copy=beside)


def _make_folder(root: str, path: str) -> None:
    """The folder of the records, really there: what is a link is read as none, if at all."""
    folders = path.split("/")
    first = folders.index(_FOLDER) if _FOLDER in folders else len(folders) - 1
    for length in range(first + 1, len(folders) + 1):
        name = "/".join(folders[:length])
        if os.path.islink(os.path.join(root, name)):
            raise UsageError(f'"{name}" is a link; records are written to real files')
    place_in_content(root, path)
    os.makedirs(os.path.join(root, *folders[:-1]), exist_ok=True)


def _read(target: str) -> bytes | None:
    try:
        with open(target, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _is_more_than_a_record(content: bytes) -> bool:
    """Whether something in the file would be lost by writing what was read from it."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return True
    read = write_record(read_record(text), "", "")
    return bool(Counter(_lines(text)) - Counter(_lines(read)))


def _lines(text: str) -> Iterator[str]:
    """The lines that say something, without the blanks around and between their words."""
    for line in text.removeprefix("\ufeff").splitlines():
        words = line.split()
        if words[:1] == ["%%"]:
            words = words[:_TELLING]  # sums and flags are told anew
        if words and words[:2] != ["%%", "lessongen-sync"]:
            yield " ".join(words)


def _keep(target: str, content: bytes) -> str:
    """A copy under a name that is free: `07.sync~`, `07.sync~2`, …; the name comes back."""
    for number in range(1, _MOST_COPIES):
        copy = f"{target}{_KEPT}" if number == 1 else f"{target}.{number}{_KEPT}"
        try:
            with open(copy, "xb") as file:
                file.write(content)
                settle(file.fileno())
        except FileExistsError:
            continue
        return os.path.basename(copy)
    raise UsageError(f'there are {_MOST_COPIES} copies of "{target}"; delete some of them')
