"""What the thread that builds waits for."""

from threading import Condition
from time import monotonic

_QUIET = 0.012  # seconds without an event: a program that saves has probably finished
_LONGEST = 0.15  # seconds to wait for that


class Wake:
    """Events and requests from any thread, waited for by one."""

    def __init__(self) -> None:
        self._condition = Condition()
        self._event = 0.0  # when the last one came that nobody has looked after; 0: none
        self._asked = 0  # requests so far
        self._begun = 0  # requests that the present look answers
        self._answered = 0
        self._closed = False

    @property
    def is_closed(self) -> bool:
        """Whether it is over."""
        return self._closed

    @property
    def is_due(self) -> bool:
        """Whether there is something to look after."""
        return self._closed or self._event > 0 or self._asked > self._answered

    def event(self) -> None:
        """Something happened to a file."""
        with self._condition:
            self._event = monotonic()
            self._condition.notify_all()

    def close(self) -> None:
        """End all waiting."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    def wait(self, seconds: float) -> bool | None:
        """Wait for something to do; False if the time is over, None if everything is."""
        with self._condition:
            is_due = self._condition.wait_for(lambda: self.is_due, seconds)
            return None if self._closed else is_due

    def settle(self) -> None:
        """Wait until nothing happens any more, then begin: what comes from now on is new."""
        with self._condition:
            latest = monotonic() + _LONGEST
            while self._event and not self._closed and self._asked == self._answered:
                now = monotonic()
                rest = min(self._event + _QUIET, latest) - now
                if rest <= 0:
                    break
                self._condition.wait(rest)
            self._event = 0.0
            self._begun = self._asked

    def end(self) -> None:
        """What was asked for before `settle` has been done."""
        with self._condition:
            self._answered = self._begun
            self._condition.notify_all()

    def ask(self) -> None:
        """Ask for a look, and wait until one is over that began after this."""
        with self._condition:
            self._asked += 1
            mine = self._asked
            self._condition.notify_all()
            self._condition.wait_for(lambda: self._closed or self._answered >= mine)
