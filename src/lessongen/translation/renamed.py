"""Translations whose source is gone from its place: which other document it has become."""

from collections import Counter
from collections.abc import Mapping, Sequence

from lessongen.model.translation import Record
from lessongen.model.unit import Unit
from lessongen.translation.normal import digest

_ENOUGH = 0.5  # of the recorded units


def find_renamed(
    records: Mapping[str, Record], sources: Mapping[str, Sequence[Unit]]
) -> Mapping[str, str]:
    """For each record of a translation without a source, the source that shares most of it.

    Both are named by any keys; a source is given to one record only. A record that shares less
    than half of its units with every source is left out.
    """
    places: dict[str, set[str]] = {}
    for key, units in sources.items():
        for unit in units:
            places.setdefault(digest(unit), set()).add(key)
    shares = [
        (-count / len(wanted), name, key)
        for name, record in records.items()
        if (wanted := [digest(unit) for bead in record.beads for unit in bead.sources])
        for key, count in Counter(key for each in wanted for key in places.get(each, ())).items()
        if count >= _ENOUGH * len(wanted)
    ]
    found: dict[str, str] = {}
    for _, name, key in sorted(shares):
        if name not in found and key not in found.values():
            found[name] = key
    return found
