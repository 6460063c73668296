"""What a verb of the translators' desk came to."""

from typing import Literal

from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import UnitReport
from lessongen.model.value import value

# unknown: no unit has this number or id; changed: it is not what the caller saw any more;
# untranslated: it has no translation; settled: nothing about it could be marked or fixed.
Reason = Literal["unknown", "changed", "untranslated", "settled", "unfit", "claimed"]


@value
class FileChange:
    """A file that was written: its bytes before and after; None: there was, or is, none."""

    path: str
    before: bytes | None
    after: bytes | None


@value
class Written:
    """The files that a verb wrote, all that it takes to take it back; and copies that were kept.

    A copy is made of a record in which something could not be read.
    """

    files: tuple[FileChange, ...] = ()
    copies: tuple[str, ...] = ()


@value
class Refusal:
    """What was not done, and why."""

    name: str  # the number or the id that the unit was called by; a path, for a whole file
    reason: Reason
    yours: str = ""  # the text that was to be written
    theirs: str = ""  # what stands there now, where that is not what the caller saw
    detail: str = ""  # in words


@value
class Settled:
    """What a verb did with one text."""

    place: TranslationPlace
    done: tuple[UnitReport, ...] = ()
    left: tuple[UnitReport, ...] = ()  # still to translate
    reviewed: tuple[UnitReport, ...] = ()  # of those done: right already, now by a second person
    refused: tuple[Refusal, ...] = ()
    written: Written = Written()
