"""Recognises, from stats alone, that `lessongen tr` would say what it said the last time.

Imported before anything else is known to be needed: loads nothing that takes time.
"""

import os
import sys

from lessongen.shell.console import is_terminal, say, wants_color
from lessongen.shell.unchanged import is_unchanged, read_kept

NAME = "unchanged-tr"
VERBS = ("show", "ok", "new", "claim", "unclaim", "next", "harmless", "urgent", "cost")

_BEFORE = ("--project", "--color")
# What the language of the words is told from.
_ENVIRONMENT = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_NARROWEST, _WIDEST = 40, 200
_USUAL = 80


def repeat_status(arguments: "list[str]") -> "int | None":
    """The exit code of the last run, its words printed again; None if anything is different."""
    call = _call(arguments)
    if call is None or "_LESSONGEN_COMPLETE" in os.environ:
        return None
    project, color, words = call
    root = os.path.abspath(project)
    record = read_kept(root, NAME, status_wish(words, color))
    if record is None or not is_unchanged(record, root):
        return None
    say(record.plain)
    return record.code


def status_wish(words: "list[str]", color: str) -> "tuple[object, ...]":
    """What a call asks for, as far as the answer depends on it; `words` stand behind `tr`."""
    language = tuple(os.environ.get(name, "") for name in _ENVIRONMENT)
    return ("tr", tuple(words), terminal_width(), wants_color(color), language, os.getcwd())


def words_behind_tr(arguments: "list[str]") -> "list[str]":
    """What was typed behind the command."""
    return arguments[arguments.index("tr") + 1 :] if "tr" in arguments else []


def terminal_width() -> int:
    """How many columns there are: as the environment says, else as the terminal says."""
    said = os.environ.get("COLUMNS", "")
    columns = _USUAL
    if said.isascii() and said.isdigit() and int(said[:5]):
        columns = int(said[:5])
    elif is_terminal():
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL
        except (OSError, ValueError, AttributeError):
            columns = _USUAL
    return max(_NARROWEST, min(_WIDEST, columns))


def _call(arguments: "list[str]") -> "tuple[str, str, list[str]] | None":
    """Project, colours and the words behind `tr`; None for any other command, and for verbs."""
    chosen = dict(zip(_BEFORE, (".", "auto"), strict=True))
    place = 0
    while place < len(arguments) and arguments[place] != "tr":
        name, equals, value = arguments[place].partition("=")
        if name not in chosen:
            return None
        if not equals:
            place += 1
            value = arguments[place] if place < len(arguments) else ""
        if not value:
            return None
        chosen[name] = value
        place += 1
    words = arguments[place + 1 :]
    if place >= len(arguments) or "--help" in words or not set(VERBS).isdisjoint(words):
        return None
    return chosen["--project"], chosen["--color"], words
