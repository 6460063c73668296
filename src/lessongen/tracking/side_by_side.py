"""A text and its translation side by side, for the page that shows both."""

from collections.abc import Iterable

from lessongen.build.digest import digest_of_bytes
from lessongen.graph.headings import paired_headings
from lessongen.model.document import Document
from lessongen.model.standing import Row
from lessongen.model.translation import UnitPair
from lessongen.model.value import value
from lessongen.translation.side_by_side import guessed_rows, recorded_rows


@value
class Rows:
    """What stands beside what, and a digest of that and of the blocks it speaks of."""

    rows: tuple[Row, ...] = ()
    digest: str = ""


def rows_of(source: Document, target: Document, pairs: Iterable[UnitPair] | None) -> Rows:
    """The rows by the pairs of a record; without any, by what the kinds of blocks tell.

    To align the words of two texts takes longer than to build their pages, so without a record
    nobody does it.
    """
    ours, theirs = source.body.blocks, target.body.blocks
    if pairs is not None:
        rows = recorded_rows(ours, theirs, pairs)
    else:
        headings = ((two.hole, one.hole) for one, two in paired_headings(source, target))
        rows = guessed_rows(ours, theirs, headings)
    return Rows(rows=rows, digest=digest_of_bytes(repr((rows, ours, theirs)).encode()))
