"""What came of a form."""

from lessongen.desk.outcome import Written
from lessongen.model.value import value


@value
class Conflict:
    """A text that was not written, since something else stands where it belongs."""

    unit: str  # its id now; empty if the unit is not there any more
    yours: str
    theirs: str
    why: str  # in words


@value
class Result:
    """What was done, in words; or why nothing was."""

    said: str
    written: Written = Written()
    conflict: Conflict | None = None
    is_refused: bool = False
    unit: str = ""  # where to go on reading
    key: str = ""  # the text to go to, if it is another one
