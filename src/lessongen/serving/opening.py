"""Opening a file of the project in the author's editor, at a line.

`LESSONGEN_EDITOR` names one of the editors below, or is a command of its own with `{file}`,
`{line}` and `{column}` in it. Without it `VISUAL` and `EDITOR` are asked, but only for an editor
with a window: this program has no terminal to give away.
"""

import os
import shlex
import shutil
from collections.abc import Mapping
from types import MappingProxyType

from lessongen.build.places import is_safe
from lessongen.model.value import value

VARIABLE = "LESSONGEN_EDITOR"
_FOLDERS = ("content/", "templates/")
_FILES = ("lessongen.yaml",)
_PATIENCE = 1.0  # seconds in which a command that is wrong has failed

_CODE = "--goto {file}:{line}:{column}"
# Editors with a window of their own, by the names of their programs.
PRESETS: Mapping[str, str] = MappingProxyType(
    {
        "vscode": f"code {_CODE}",
        "code": f"code {_CODE}",
        "code-insiders": f"code-insiders {_CODE}",
        "codium": f"codium {_CODE}",
        "cursor": f"cursor {_CODE}",
        "zed": "zed {file}:{line}:{column}",
        "subl": "subl {file}:{line}:{column}",
        "gvim": "gvim --remote-silent +{line} {file}",
        "mvim": "mvim --remote-silent +{line} {file}",
        "emacs": "emacsclient --no-wait --alternate-editor=emacs +{line}:{column} {file}",
        "emacsclient": "emacsclient --no-wait --alternate-editor=emacs +{line}:{column} {file}",
        "kate": "kate --line {line} --column {column} {file}",
    }
)
# "vim" means its window, if there is one.
_WINDOWS = MappingProxyType({"vim": "gvim", "vi": "gvim"})
_IN_TERMINALS = frozenset({"vim", "vi", "nvim", "nano", "hx", "helix", "micro", "joe", "pico"})


@value
class Command:
    """How to start the editor; or, without a command, why that is impossible."""

    arguments: tuple[str, ...] = ()
    trouble: str = ""


def is_openable(path: str) -> bool:
    """Whether a path of the project, as problems name it, may be opened at all.

    >>> is_openable("content/en/01.md"), is_openable("site/x.html"), is_openable("content/../.env")
    (True, False, False)
    """
    return is_safe(path) and (path.startswith(_FOLDERS) or path in _FILES)


def find_file(root: str, path: str) -> str | None:
    """The absolute path of a file that may be opened; None for anything else, links out included.

    `root` is the project's folder.
    """
    if not is_openable(path):
        return None
    real, project = os.path.realpath(os.path.join(root, path)), os.path.realpath(root)
    inside = real.startswith(project.rstrip(os.sep) + os.sep)
    return real if inside and os.path.isfile(real) else None


def editor_command(
    environment: Mapping[str, str], file: str, line: int, column: int = 1
) -> Command:
    """The command that opens the file there."""
    said = environment.get(VARIABLE, "").strip()
    if not said:
        said = _windowed(environment)
    if not said:
        return Command(trouble=f"no editor is set; start the server with {VARIABLE}=vscode")
    try:
        words = shlex.split(said, posix=os.name != "nt")
    except ValueError:
        return Command(trouble=f"{VARIABLE} cannot be understood: {said}")
    if len(words) == 1:
        name = _name(words[0])
        if name in _WINDOWS and shutil.which(_WINDOWS[name]):
            name = _WINDOWS[name]
        if name in _IN_TERMINALS:
            return Command(trouble=_needs_terminal(name))
        words = shlex.split(PRESETS.get(name, "")) or [words[0], "{file}"]
    if not any("{file}" in word for word in words):
        words.append("{file}")
    if shutil.which(words[0]) is None:
        return Command(trouble=f'there is no program "{words[0]}" (see {VARIABLE})')
    return Command(arguments=tuple(_filled(word, file, line, column) for word in words))


def start(command: Command, root: str) -> str:
    """Start the editor; what went wrong comes back, or nothing."""
    import subprocess

    try:
        started = subprocess.Popen(
            command.arguments,
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        code = started.wait(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        started.returncode = 0  # it is open, and none of our business any more
        return ""
    except OSError as error:
        return f"{command.arguments[0]} could not be started: {error.strerror}"
    return f"{command.arguments[0]} ended with exit code {code}" if code else ""


def _windowed(environment: Mapping[str, str]) -> str:
    """The editor that the system's own variables name, if it has a window."""
    for variable in ("VISUAL", "EDITOR"):
        words = environment.get(variable, "").split()
        if words and _name(words[0]) in PRESETS:
            return _name(words[0])
    return ""


def _name(program: str) -> str:
    return os.path.basename(program).lower().removesuffix(".exe")


def _needs_terminal(name: str) -> str:
    example = f"{VARIABLE}='x-terminal-emulator -e {name} +{{line}} {{file}}'"
    return f"{name} needs a terminal, and this server has none to give; for example {example}"


def _filled(word: str, file: str, line: int, column: int) -> str:
    for name, said in (("{line}", str(line)), ("{column}", str(column)), ("{file}", file)):
        word = word.replace(name, said)
    return word
