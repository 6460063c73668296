"""Plain calls of `build` and `check`, understood without loading a library for it.

Anything that is not plain (help, a mistake, another command) is left to the full command line.
"""

COLORS = ("auto", "always", "never")
FORMATS = ("text", "json", "github")
MOST_JOBS = 999


class Call:
    """What somebody wants of `build` or `check`.

    A plain class: `dataclasses` takes longer to load than a build with nothing to do may last.
    """

    __slots__ = (
        "base_url",
        "clean",
        "color",
        "command",
        "drafts",
        "format",
        "jobs",
        "output",
        "project",
        "strict",
    )

    def __init__(self, command: str) -> None:
        self.command = command
        self.project = "."
        self.color = "auto"
        self.output: str | None = None  # None: site/ in the project
        self.strict = False
        self.drafts = False
        self.base_url: str | None = None  # None: as the settings say
        self.jobs = 0  # 0: as many as pay
        self.clean = False
        self.format = "text"


GLOBAL_VALUES = ("project", "color")
FLAGS = ("strict", "drafts", "clean")
VALUES = ("output", "base_url", "jobs", "format")


def plain_call(arguments: list[str]) -> Call | None:
    """The call, or None if it takes more than this to understand it."""
    waiting = list(reversed(arguments))
    call = Call("")
    while waiting:
        word = waiting.pop()
        if word.startswith("--"):
            if not _take_option(call, word, waiting):
                return None
        elif word in ("build", "check") and not call.command:
            call.command = word
        else:
            return None
    return call if call.command and (call.output is None or call.command == "build") else None


def _take_option(call: Call, word: str, waiting: list[str]) -> bool:
    """Whether the option could be set; its value is taken from the words that wait."""
    option, equals, value = word.partition("=")
    name = option[2:].replace("-", "_")
    if "_" in option:
        return False
    if call.command and name in FLAGS and not equals:
        setattr(call, name, True)
        return True
    if name not in (VALUES if call.command else GLOBAL_VALUES):
        return False
    if not equals:
        if not waiting or waiting[-1].startswith("-"):
            return False
        value = waiting.pop()
    return _set_value(call, name, value)


def _set_value(call: Call, name: str, value: str) -> bool:
    if name == "jobs":
        if not (value.isascii() and value.isdigit() and 0 < int(value) <= MOST_JOBS):
            return False
        call.jobs = int(value)
        return True
    choices = {"color": COLORS, "format": FORMATS}.get(name)
    if choices is not None and value not in choices:
        return False
    setattr(call, name, value)
    return bool(value) or name == "base_url"
