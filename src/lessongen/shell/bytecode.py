"""Where compiled templates are kept: with the user, never in a project."""

import os
import sys
import time
from contextlib import suppress

_PREFIX = "templates-"
_KEPT = 30 * 86_400  # seconds that a folder stays which no newer lessongen has used


def bytecode_folder(key: str) -> str:
    """A folder that only this user can write to, one for each key; empty if there is none.

    Compiled templates are code. In a project's own folder somebody who sends us a project
    could send code along; here nobody else can put any.
    """
    home = _cache_home()
    if not home:
        return ""
    above = os.path.join(home, "lessongen")
    folder = os.path.join(above, _PREFIX + key[:16])
    try:
        if not os.path.lexists(folder):
            os.makedirs(folder, mode=0o700)
            _remove_old(above)
        info = os.lstat(folder)
    except OSError:
        return ""
    private = not hasattr(os, "getuid") or (info.st_uid == os.getuid() and not info.st_mode & 0o022)
    return folder if private and os.path.isdir(folder) and not os.path.islink(folder) else ""


def _remove_old(above: str) -> None:
    """Remove the folders that have not changed for a month: of versions that are gone."""
    for name in os.listdir(above):
        folder = os.path.join(above, name)
        if not name.startswith(_PREFIX) or time.time() - os.lstat(folder).st_mtime < _KEPT:
            continue
        with suppress(OSError):
            for file in os.listdir(folder):
                os.unlink(os.path.join(folder, file))
            os.rmdir(folder)


def _cache_home() -> str:
    """Where programs of this user keep what they can make again."""
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    said = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(said):
        return said
    home = os.path.expanduser("~")
    if not os.path.isabs(home) or not os.path.isdir(home):
        return ""
    return os.path.join(home, *(("Library", "Caches") if sys.platform == "darwin" else (".cache",)))
