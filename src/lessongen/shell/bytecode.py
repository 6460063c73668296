"""Where compiled templates are kept: with the user, never in a project."""

import os
import sys


def bytecode_folder(engine: str) -> str:
    """A folder that only this user can write to, for one engine; empty if there is none.

    Compiled templates are code. In a project's own folder somebody who sends us a project
    could send code along; here nobody else can put any.
    """
    home = _cache_home()
    if not home:
        return ""
    folder = os.path.join(home, "lessongen", f"templates-{engine[:16]}")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        info = os.lstat(folder)
    except OSError:
        return ""
    private = not hasattr(os, "getuid") or (info.st_uid == os.getuid() and not info.st_mode & 0o022)
    return folder if private and os.path.isdir(folder) and not os.path.islink(folder) else ""


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
