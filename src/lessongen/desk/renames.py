"""Translations that lost their source by a new name: known again by what their records say."""

from collections.abc import Iterator, Sequence

from lessongen.desk.desk import Desk
from lessongen.model.standing import TranslationPlace
from lessongen.model.value import value
from lessongen.translation.normal import digest, form

_ENOUGH = 0.5  # of the recorded texts must be there


@value
class Renaming:
    """A translation whose source is gone, and the source that it is the translation of."""

    source_path: str
    target_path: str
    right_path: str  # where the translation would be found again


def find_renamings(desk: Desk, places: Sequence[TranslationPlace]) -> Iterator[Renaming]:
    """For each text without a translation, the translation without a source that is its own.

    One of the two was renamed. The source is known by the texts that the record of the other has
    of it, the translation by the digests that the record of the missing one has.
    """
    missing = [each for each in places if each.target_path is None and each.kind == _kind(each)]
    orphans = [each for each in places if each.source_path is None]
    if not missing or not orphans:
        return
    for place in missing:
        for orphan in orphans:
            if orphan.kind == place.kind and _belong_together(desk, place, orphan):
                orphans.remove(orphan)
                source = place.source_path or ""
                yield Renaming(
                    source_path=source,
                    target_path=orphan.target_path or "",
                    right_path=f"content/{place.locale}/{source.split('/', 2)[2]}",
                )
                break


def _kind(place: TranslationPlace) -> str:
    return "" if place.kind in ("people", "tags") else place.kind


def _belong_together(desk: Desk, place: TranslationPlace, orphan: TranslationPlace) -> bool:
    mine, other = desk.tracker.study(place), desk.tracker.study(orphan)
    recorded = {name for bead in mine.record.beads for name in bead.targets}
    if _share(recorded, {digest(unit) for unit in other.targets}) >= _ENOUGH:
        return True
    was = {form(unit) for bead in other.record.beads for unit in bead.sources}
    return _share(was, {form(unit) for unit in mine.sources}) >= _ENOUGH


def _share(recorded: set[str], there: set[str]) -> float:
    return len(recorded & there) / len(recorded) if recorded else 0.0
