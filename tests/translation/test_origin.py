"""What a translation was made from, and what that is worth."""

from lessongen.model.translation import Record
from lessongen.translation.origin import fit, presumed_record
from lessongen.translation.pairing import pair_units
from lessongen.translation.record import read_record, write_record
from tests.translation.builders import states, units

SPANISH = ("h Empieza en pequeño", "p Elige 3 cosas de [la lista](a.md).", "p Descansa un rato.")
THEN = ("h Start small", "p Choose 3 things from [the list](a.md).", "p Rest for a while.")


def test_the_version_with_the_same_blocks_links_and_numbers_fits_best() -> None:
    good = fit(units(THEN), units(SPANISH))
    others = (
        THEN[:2],
        (*THEN, "p A thought that came later."),
        (THEN[0], "p Choose 4 things from [the list](b.md).", THEN[2]),
        ("p Start small", *THEN[1:]),
    )
    assert all(fit(units(each), units(SPANISH)) < good for each in others)


def test_a_presumed_record_confirms_nothing() -> None:
    record = presumed_record(units(THEN), units(SPANISH), "2025-05-02")
    assert states(pair_units(record, units(THEN), units(SPANISH))) == ["unverified"] * 3
    now = (THEN[0], THEN[1].replace("things", "people"), "p Go on.", THEN[2])
    after = pair_units(record, units(now), units(SPANISH))
    assert states(after) == ["unverified", "changed", "new", "unverified"]


def test_it_can_be_written_and_read_as_any_record() -> None:
    record = presumed_record(units(THEN), units(SPANISH), "2025-05-02")
    assert read_record(write_record(record, "", "")) == record
    assert presumed_record((), units(SPANISH), "2025-05-02") == Record()
