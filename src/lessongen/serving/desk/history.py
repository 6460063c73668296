"""What was written from the desk since the server began, text by text, to take it back."""

from lessongen.desk.outcome import Written
from lessongen.model.value import value

_MOST = 100  # writes of one text; files are small


@value
class Deed:
    """Something that was written, and the words for it."""

    said: str
    written: Written


class History:
    """The deeds on each text: those that can be taken back, and those that were."""

    def __init__(self) -> None:
        self._done: dict[str, list[Deed]] = {}
        self._undone: dict[str, list[Deed]] = {}

    def add(self, text: str, deed: Deed) -> None:
        """Remember a deed; what had been taken back before it cannot be done again."""
        if deed.written.files:
            done = self._done.setdefault(text, [])
            done.append(deed)
            del done[:-_MOST]
            self._undone.pop(text, None)

    def last(self, text: str) -> Deed | None:
        """The deed that would be taken back; None if there is none."""
        done = self._done.get(text)
        return done[-1] if done else None

    def undone(self, text: str) -> Deed | None:
        """The deed that would be done again; None if there is none."""
        undone = self._undone.get(text)
        return undone[-1] if undone else None

    def taken_back(self, text: str, written: Written) -> None:
        """The last deed was taken back by this write."""
        deed = self._done[text].pop()
        self._undone.setdefault(text, []).append(Deed(said=deed.said, written=written))

    def done_again(self, text: str, written: Written) -> None:
        """The last deed that was taken back was done again by this write."""
        deed = self._undone[text].pop()
        self._done.setdefault(text, []).append(Deed(said=deed.said, written=written))
