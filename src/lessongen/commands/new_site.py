"""Makes a small course that builds."""

import os
from collections.abc import Iterator

from lessongen.shell.clock import day_of, epoch
from lessongen.shell.console import say
from lessongen.shell.engine import PACKAGE
from lessongen.shell.files import read_file
from lessongen.shell.source_writer import create_file
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError

_SCAFFOLD = os.path.join(PACKAGE, "scaffold")
_RENAMED = {"gitignore": ".gitignore"}  # under its own name it would hide files of ours
_TOLERATED = frozenset({".git", ".DS_Store"})


def make_site(directory: str) -> int:
    """Fill an empty folder with the scaffold; the exit code comes back."""
    _expect_empty(directory)
    today = day_of(epoch(), "UTC")
    for path in _files(_SCAFFOLD):
        content, _ = read_file(os.path.join(_SCAFFOLD, path))
        text = content.decode().replace("{today}", today)
        create_file(directory, _RENAMED.get(path, path), text.encode())
    command = f"lessongen --project {_quoted(directory)} build"
    say(f"{shown(directory)} is a course now. Build its site: {command}\n")
    return 0


def _expect_empty(directory: str) -> None:
    try:
        names = set(os.listdir(directory)) - _TOLERATED
    except FileNotFoundError:
        return
    except OSError as error:
        raise UsageError(f'cannot use "{directory}": {error.strerror}') from error
    if names:
        raise UsageError(f'"{directory}" is not empty, so nothing was written')


def _files(folder: str) -> Iterator[str]:
    for path, names, files in os.walk(folder):
        names.sort()
        for name in sorted(files):
            yield os.path.relpath(os.path.join(path, name), folder).replace(os.sep, "/")


def _quoted(directory: str) -> str:
    from shlex import quote

    return shown(quote(directory))
