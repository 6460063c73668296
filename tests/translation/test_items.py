"""Beads that share a unit now become one."""

from lessongen.model.translation import Bead, Record
from lessongen.translation.kept import recorded
from lessongen.translation.pairing import pair_units
from tests.translation.builders import confirmed, states, units

FIRST = "p The boxes were counted twice on Friday."
MIDDLE = ("p Nobody had asked the porter before.", "p He kept the list in his own drawer.")
LAST = "p On Monday the manager read all of it aloud."


def test_a_bead_between_two_merged_units_joins_all_of_them() -> None:
    spanish = units(("p Uno.", "p Dos.", "p Tres."))
    first, middle, last = confirmed(units((FIRST, FIRST, LAST)), spanish).beads
    both = Bead(
        sources=recorded(units(MIDDLE)), targets=middle.targets, date="2026-04-01", by="Luis"
    )
    merged = (f"{FIRST} {MIDDLE[0][2:]}", f"{MIDDLE[1]} {LAST[2:]}")
    pairs = pair_units(Record(beads=(first, both, last)), units(merged), spanish)
    assert states(pairs) == ["typography"]
    assert len(pairs[0].sources) == 2
    assert pairs[0].targets == spanish
    assert pairs[0].bead
    assert (pairs[0].bead.date, pairs[0].bead.by) == ("2026-04-01", "Luis")
