"""Writes an author's own files: all of them or none, and never one that is already there."""

import os
from collections.abc import Mapping

from lessongen.shell.output_files import TEMPORARY
from lessongen.shell.store import remove, write_bytes
from lessongen.shell.usage import UsageError


def create_file(root: str, path: str, content: bytes) -> None:
    """Make a new file in the project, with its folder; raises `UsageError` if it exists."""
    target = os.path.join(root, path)
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "xb") as file:
            file.write(content)
    except OSError as error:
        if os.path.lexists(target):
            raise UsageError(f'"{path}" is there already') from error
        raise UsageError(f'cannot write "{path}": {error.strerror}') from error


def replace_files(root: str, contents: Mapping[str, bytes]) -> None:
    """Give these files new contents; raises `UsageError` if one of them cannot be written.

    Everything is written beside the old files first. If then one of them cannot take its
    place, those before it get their old content back.
    """
    targets = {path: os.path.realpath(os.path.join(root, path)) for path in contents}
    beside = {path: _beside(target) for path, target in targets.items()}
    replaced: dict[str, bytes] = {}
    try:
        for path, content in contents.items():
            write_bytes(beside[path], content)
            os.chmod(beside[path], os.stat(targets[path]).st_mode & 0o7777)
        for path in contents:
            with open(targets[path], "rb") as file:
                old = file.read()
            os.replace(beside[path], targets[path])
            replaced[path] = old
    except OSError as error:
        for path, old in replaced.items():
            write_bytes(targets[path], old)
        raise UsageError(f'cannot write "{error.filename}": {error.strerror}') from error
    finally:
        for path in beside.values():
            remove(path)


def _beside(target: str) -> str:
    folder, name = os.path.split(target)
    return os.path.join(folder, f"{TEMPORARY}{os.getpid()}-{name}")
