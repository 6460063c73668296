"""What is in the output folder, as far as it concerns the site."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping

from lessongen.build.manifest import NAME, read_manifest
from lessongen.build.places import RESERVED
from lessongen.shell.files import digest_file, read_file
from lessongen.shell.scan import CONTENT, TEMPLATES, signature
from lessongen.shell.state import Seen
from lessongen.shell.store import FOLDER
from lessongen.shell.usage import UsageError

NO_FILE = ""  # stands for the digest of a link, a pipe, a file that cannot be read
TEMPORARY = f"{RESERVED}tmp-"


def temporary(purpose: str) -> str:
    """The name of a file that is there only while this process builds."""
    return f"{TEMPORARY}{os.getpid()}-{purpose}"


class Present:
    """The digests of the files that are there, and the stats they were told by."""

    def __init__(self) -> None:
        self.digests: dict[str, str] = {}
        self.seen: dict[str, Seen] = {}


def find_output(root: str, output: str | None) -> str:
    """The absolute path of the output folder; raises `UsageError` for one that is impossible."""
    folder = os.path.realpath(os.path.join(root, "site") if output is None else output)
    named = output or "site"
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise UsageError(f'the output folder "{named}" is a file')
    project = os.path.realpath(root)
    if _within(project, folder):
        raise UsageError(f'the output folder "{named}" holds the project itself')
    for name in (CONTENT, TEMPLATES, FOLDER, ".git"):
        if _within(folder, os.path.realpath(os.path.join(project, name))):
            raise UsageError(f'the output folder "{named}" lies in {name}/')
    return folder


def read_listed(output: str) -> Mapping[str, frozenset[str]]:
    """What the manifest says: the digests by path."""
    try:
        content, _ = read_file(os.path.join(output, NAME))
    except OSError:
        return {}
    return read_manifest(content.decode(errors="replace"))


def look_at(output: str, paths: Iterable[str], known: Mapping[str, Seen]) -> Present:
    """The files at these paths; what has the stats it had is not read again."""
    present = Present()
    if not os.path.isdir(output):
        return present
    for path in paths:
        place = f"{output}/{path}"
        try:
            info = os.lstat(place)
        except OSError:
            continue
        looked = signature(info)
        seen = known.get(path)
        if seen is not None and seen[0] == looked:
            present.digests[path] = seen[1]
            present.seen[path] = seen
        elif not stat.S_ISDIR(info.st_mode):
            present.digests[path] = _digest(place) if stat.S_ISREG(info.st_mode) else NO_FILE
            present.seen[path] = (looked, present.digests[path])
    return present


def find_obstacles(output: str, paths: Iterable[str]) -> Mapping[str, str]:
    """What stands where one of the paths needs a folder, or in a folder where it needs a file."""
    obstacles: dict[str, str] = {}
    real: set[str] = set()
    for path in paths:
        blocked = _first_that_is_no_folder(output, path, real)
        if blocked is not None:
            obstacles[blocked] = path
        elif _is_folder(f"{output}/{path}"):
            obstacles.update((inside, path) for inside in _files_below(output, path))
    return obstacles


def reachable(output: str, paths: Iterable[str]) -> tuple[str, ...]:
    """The paths whose folders are real ones: no link leads elsewhere."""
    real: set[str] = set()
    return tuple(path for path in paths if _first_that_is_no_folder(output, path, real) is None)


def find_leftovers(output: str, folders: Iterable[str]) -> Iterator[str]:
    """What an interrupted build left behind in these folders of the output."""
    for folder in folders:
        try:
            with os.scandir(f"{output}/{folder}" if folder else output) as entries:
                found = [entry.name for entry in entries if _is_leftover(entry)]
        except OSError:
            continue
        yield from (f"{folder}/{name}" if folder else name for name in sorted(found))


def all_folders(output: str) -> Iterator[str]:
    """Every folder of the output, itself ("") included; links are not followed."""
    for folder, names, _ in os.walk(output):
        names.sort()
        below = os.path.relpath(folder, output)
        yield "" if below == "." else below.replace(os.sep, "/")


def _is_leftover(entry: os.DirEntry[str]) -> bool:
    return entry.name.startswith(TEMPORARY) and not entry.is_dir(follow_symlinks=False)


def _digest(place: str) -> str:
    try:
        return digest_file(place)[0]
    except OSError:
        return NO_FILE


def _first_that_is_no_folder(output: str, path: str, real: set[str]) -> str | None:
    """The first part of the path's folder that is there but no folder; `real` ones are known."""
    folder = path.rpartition("/")[0]
    if not folder or folder in real:
        return None
    place = ""
    for part in folder.split("/"):
        place = f"{place}/{part}" if place else part
        if place in real:
            continue
        try:
            info = os.lstat(f"{output}/{place}")
        except OSError:
            return None
        if not stat.S_ISDIR(info.st_mode):
            return place
        real.add(place)
    return None


def _is_folder(place: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(place).st_mode)
    except OSError:
        return False


def _files_below(output: str, path: str) -> Iterator[str]:
    for folder, names, files in os.walk(f"{output}/{path}"):
        below = os.path.relpath(folder, output).replace(os.sep, "/")
        links = [name for name in names if os.path.islink(f"{folder}/{name}")]
        yield from (f"{below}/{name}" for name in (*files, *links))


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
