"""Words to the terminal: whatever it can show, and never a traceback for what it cannot.

Imported before anything else is known to be needed: loads nothing that takes time.
"""

import os
import sys


def say(text: str, *, error: bool = False) -> None:
    """Write the text to standard output, or to standard error."""
    stream = sys.stderr if error else sys.stdout
    if not text or stream is None:
        return
    try:
        try:
            stream.write(text)
        except UnicodeEncodeError:
            encoding = stream.encoding or "ascii"
            stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except (BrokenPipeError, ValueError):
        # Whoever was reading has gone (`lessongen check | head`): nobody to tell.
        _silence(error=error)


def flush() -> None:
    """Let out what is still on its way; quietly, if nobody is there to take it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            continue


def wants_color(choice: str, *, error: bool = False) -> bool:
    """Whether to use colours: as the user says, else if a terminal shows them."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return is_terminal(error=error)


def is_terminal(*, error: bool = False) -> bool:
    """Whether somebody is looking."""
    stream = sys.stderr if error else sys.stdout
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _silence(*, error: bool) -> None:
    """Send what is still to come nowhere, so that the interpreter does not stumble at its end."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        try:
            stream = sys.stderr if error else sys.stdout
            os.dup2(nowhere.fileno(), stream.fileno())
        except (OSError, ValueError):
            return
