"""Says how far a long build is, to somebody who looks at a terminal."""

import sys
import time

from lessongen.shell.console import is_terminal, say

_PATIENCE = 1.0  # seconds before the first word
_PACE = 0.1


class Progress:
    """A line on the terminal that is written over and over, and gone in the end."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _PATIENCE
        self.is_watched = is_terminal(error=True)
        self._shown = ""

    def note(self, what: str, done: int, total: int) -> None:
        """Say how much is done, if it is time to."""
        if self.is_watched and time.monotonic() >= self._next:
            self._next = time.monotonic() + _PACE
            self._show(f"{what} {done} of {total} ...")

    def clear(self) -> None:
        """Leave no trace."""
        if self._shown:
            self._show("")

    def _show(self, text: str) -> None:
        sys.stdout.flush()
        say(f"\r{text}{' ' * (len(self._shown) - len(text))}\r{text}", error=True)
        self._shown = text
