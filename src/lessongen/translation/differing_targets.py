"""What a translation points at, laid beside what its source points at: links, and images."""

from collections.abc import Iterator, Mapping, Sequence

from lessongen.model.document import Document, Image, Link
from lessongen.model.document_pair import DocumentPair
from lessongen.model.translation import UnitPair
from lessongen.translation.difference import Difference, Mention, differences, first_of_each
from lessongen.translation.meaning import Meaning, is_same, meaning_of
from lessongen.translation.placed import by_line, parts_of

Pointing = Link | Image


def differing_targets(
    pair: DocumentPair, source: Sequence[Pointing], target: Sequence[Pointing]
) -> Iterator[tuple[Difference, UnitPair]]:
    """Each target that one side lacks, with its units; what it means counts, not its spelling."""
    sources, targets = by_line(source), by_line(target)
    if not sources and not targets:
        return
    for units in pair.up_to_date():
        ours, theirs = parts_of(units.sources, sources), parts_of(units.targets, targets)
        if ours or theirs:
            meant, found = _meant(ours, pair.source, pair), _meant(theirs, pair.target, pair)
            for each in differences(meant, found, units.targets[0].span, is_same):
                yield each, units


def _meant(
    all_of_it: Sequence[Pointing], document: Document, pair: DocumentPair
) -> Mapping[Meaning, Mention]:
    return first_of_each(
        (meaning_of(each.target.strip(), document, pair), Mention(each.target.strip(), each.span))
        for each in all_of_it
    )
