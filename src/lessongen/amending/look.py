"""A project as it is, and as the last build left it."""

from collections.abc import Mapping
from typing import NamedTuple

from lessongen.amending.prints import Prints
from lessongen.project import Files, Memo


class Look(NamedTuple):
    """What there is to tell a change of words by."""

    files: Files
    earlier: Mapping[str, str]  # the digests that all files had then
    memo: Memo
    prints: Prints
