"""The verbs: what each of them makes of a record."""

from collections.abc import Sequence

from lessongen.model.translation import Record, UnitPair
from lessongen.translation.accept import (
    Change,
    accept,
    mark_harmless,
    mark_urgent,
    new_record,
)
from lessongen.translation.claims import claim, claimed_by, unclaim
from lessongen.translation.normal import digest
from lessongen.translation.pairing import pair_units
from tests.translation.builders import confirmed, states, units

ENGLISH = ("h Start small", "p Choose one skill before you practise.", "p Then rest.")
SPANISH = ("h Empieza en pequeño", "p Elige una sola habilidad antes de practicar.", "p Descansa.")
RECORD = confirmed(units(ENGLISH), units(SPANISH))
CHANGED = (ENGLISH[0], "p Choose two skills before you practise.", ENGLISH[2])


def pairs_of(
    record: Record, english: Sequence[str], spanish: Sequence[str]
) -> tuple[UnitPair, ...]:
    return pair_units(record, units(english), units(spanish))


def ok(record: Record, pairs: Sequence[UnitPair], *numbers: int, allow: str = "") -> Change:
    return accept(
        record,
        pairs,
        by="Luis",
        date="2026-06-01",
        chosen={number - 1 for number in numbers} if numbers else None,
        allow=allow.split(),
    )


def signatures(record: Record) -> list[str]:
    return [" ".join((bead.by, *bead.flags)).strip() for bead in record.beads]


def texts(found: Sequence[UnitPair]) -> list[str]:
    sides = [pair.sources or pair.targets for pair in found]
    return [side[0].text for side in sides]


def test_ok_moves_the_recorded_english_of_what_changed_and_of_nothing_else() -> None:
    change = ok(RECORD, pairs_of(RECORD, CHANGED, SPANISH))
    assert texts(change.done) == ["Choose two skills before you practise."]
    assert change.record.beads[0] == RECORD.beads[0]
    assert change.record.beads[1].sources[0].text == "Choose two skills before you practise."
    assert signatures(change.record) == ["Ana", "Luis", "Ana"]
    assert states(pairs_of(change.record, CHANGED, SPANISH)) == ["ok", "ok", "ok"]


def test_ok_of_one_unit_leaves_the_others() -> None:
    english = (ENGLISH[0], CHANGED[1], "p Then rest a while.")
    change = ok(RECORD, pairs_of(RECORD, english, SPANISH), 3)
    assert states(pairs_of(change.record, english, SPANISH)) == ["ok", "changed", "ok"]


def test_ok_lists_what_has_no_translation() -> None:
    english = (*ENGLISH, "p Tell somebody which one it is.")
    change = ok(RECORD, pairs_of(RECORD, english, SPANISH))
    assert not change.done
    assert texts(change.left) == ["Tell somebody which one it is."]
    assert change.record == RECORD


def test_ok_confirms_an_adopted_translation() -> None:
    change = ok(Record(), pairs_of(Record(), ENGLISH, SPANISH))
    assert len(change.done) == 3
    assert states(pairs_of(change.record, ENGLISH, SPANISH)) == ["ok", "ok", "ok"]


def test_ok_of_one_unit_of_an_adopted_translation_keeps_the_rest_unverified() -> None:
    change = ok(Record(), pairs_of(Record(), ENGLISH, SPANISH), 2)
    assert signatures(change.record) == ["unverified", "Luis", "unverified"]
    assert states(pairs_of(change.record, ENGLISH, SPANISH)) == ["unverified", "ok", "unverified"]


def test_a_polished_translation_is_learned_silently() -> None:
    spanish = ("h Comienza en pequeño", *SPANISH[1:])
    change = ok(RECORD, pairs_of(RECORD, CHANGED, spanish), 2)
    assert texts(change.done) == [CHANGED[1].removeprefix("p ")]
    first = change.record.beads[0]
    assert (first.by, first.date) == ("Ana", "2026-05-02")
    assert first.targets == (digest(units(spanish)[0]),)
    # Else this would look as if both sides had been changed.
    later = ("h Begin small", *CHANGED[1:])
    assert states(pairs_of(change.record, later, spanish)) == ["changed", "ok", "ok"]


def test_a_text_whose_source_is_gone_becomes_the_translators_own() -> None:
    english = ENGLISH[:2]
    pairs = pairs_of(RECORD, english, SPANISH)
    assert states(pairs) == ["ok", "ok", "removed"]
    change = ok(RECORD, pairs)
    assert states(pairs_of(change.record, english, SPANISH)) == ["ok", "ok", "target-only"]
    # It is nobody's translation: what is new in the source is new.
    longer = (*english, "p Tell somebody which one it is.")
    assert states(pairs_of(change.record, longer, SPANISH)) == ["ok", "ok", "target-only", "new"]


def test_checks_are_allowed_for_one_unit_and_stay_allowed() -> None:
    pairs = pairs_of(RECORD, ENGLISH, SPANISH)
    change = ok(RECORD, pairs, 2, allow="length numbers")
    assert signatures(change.record) == ["Ana", "Luis allow:length allow:numbers", "Ana"]
    again = ok(change.record, pairs_of(change.record, CHANGED, SPANISH))
    assert signatures(again.record)[1] == "Luis allow:length allow:numbers"


def test_a_review_is_of_the_text_that_was_reviewed() -> None:
    record = confirmed(units(ENGLISH), units(SPANISH), flags="reviewed:Eva")
    change = ok(record, pairs_of(record, CHANGED, SPANISH))
    assert signatures(change.record) == ["Ana reviewed:Eva", "Luis", "Ana reviewed:Eva"]


def test_a_copy_is_accepted_by_name_only() -> None:
    english = ("p Peter Drucker, The Practice of Management, 1954",)
    pairs = pairs_of(Record(), english, english)
    assert texts(ok(Record(), pairs).left) == ["Peter Drucker, The Practice of Management, 1954"]
    change = ok(Record(), pairs, 1)
    assert signatures(change.record) == ["Luis same-on-purpose"]
    assert states(pairs_of(change.record, english, english)) == ["ok"]


def test_sides_that_are_cut_up_alike_are_recorded_one_by_one() -> None:
    english = ("p Choose one skill before you practise. Tell somebody which one it is.",)
    spanish = ("p Elige una sola habilidad antes de practicar. Cuéntale a alguien cuál es.",)
    record = confirmed(units(english), units(spanish))
    split = (ENGLISH[1], "p Tell somebody which one it is.")
    also_split = (SPANISH[1], "p Cuéntale a alguien cuál es.")
    pairs = pairs_of(record, split, also_split)
    assert [(len(pair.sources), len(pair.targets)) for pair in pairs] == [(2, 2)]
    change = ok(record, pairs)
    assert [bead.sources[0].text for bead in change.record.beads] == [
        line.removeprefix("p ") for line in split
    ]


def test_a_moved_text_stays_moved_until_somebody_says_ok() -> None:
    english = (ENGLISH[0], "p Do it well.", ENGLISH[2], ENGLISH[1])
    spanish = (*SPANISH, "p Hazlo bien.")
    record = confirmed(units((*ENGLISH, "p Do it well.")), units(spanish))
    assert "moved" in states(pairs_of(record, english, spanish))
    change = ok(record, pairs_of(record, english, spanish), 1)
    assert "moved" in states(pairs_of(change.record, english, spanish))
    all_of_it = ok(change.record, pairs_of(change.record, english, spanish))
    assert set(states(pairs_of(all_of_it.record, english, spanish))) == {"ok"}
    assert not any("moved" in bead.flags for bead in all_of_it.record.beads)


def test_harmless_moves_the_recorded_english_in_the_authors_name() -> None:
    change = mark_harmless(RECORD, pairs_of(RECORD, CHANGED, SPANISH), by="Ira", date="2026-06-01")
    assert signatures(change.record) == ["Ana", "Ira harmless", "Ana"]
    assert states(pairs_of(change.record, CHANGED, SPANISH)) == ["ok", "ok", "ok"]


def test_harmless_confirms_nothing_that_nobody_confirmed() -> None:
    record = confirmed(units(ENGLISH), units(SPANISH), flags="unverified")
    english = (*CHANGED, "p Tell somebody which one it is.")
    change = mark_harmless(record, pairs_of(record, english, SPANISH), by="Ira", date="2026-06-01")
    after = states(pairs_of(change.record, english, SPANISH))
    assert after == ["unverified", "unverified", "unverified", "new"]


def test_harmless_says_what_it_could_not_settle() -> None:
    pairs = pairs_of(RECORD, CHANGED, SPANISH)
    change = mark_harmless(RECORD, pairs, by="Ira", date="2026-06-01", chosen={0, 1})
    assert texts(change.left) == ["Start small"]


def test_urgent_lasts_until_ok() -> None:
    pairs = pairs_of(RECORD, CHANGED, SPANISH)
    change = mark_urgent(RECORD, pairs, chosen={1}, date="2026-06-01")
    assert signatures(change.record) == ["Ana", "Ana urgent", "Ana"]
    pairs = pairs_of(change.record, CHANGED, SPANISH)
    assert states(pairs) == ["ok", "changed", "ok"]
    assert signatures(ok(change.record, pairs).record) == ["Ana", "Luis", "Ana"]


def test_urgent_in_an_adopted_translation_records_all_of_it() -> None:
    pairs = pairs_of(Record(), ENGLISH, SPANISH)
    change = mark_urgent(Record(), pairs, chosen={1}, date="2026-06-01")
    assert signatures(change.record) == ["unverified", "unverified urgent", "unverified"]


def test_what_is_not_translated_cannot_be_urgent() -> None:
    english = (*ENGLISH, "p Tell somebody which one it is.")
    change = mark_urgent(RECORD, pairs_of(RECORD, english, SPANISH), chosen={3}, date="2026-06-01")
    assert texts(change.left) == ["Tell somebody which one it is."]
    assert change.record == RECORD


def test_a_claim_lapses_after_two_weeks() -> None:
    record = claim(RECORD, by="Ana\nMaría", today="2026-12-25")
    assert record.claim
    assert (record.claim.by, record.claim.until) == ("Ana María", "2027-01-08")
    assert claimed_by(record, "2027-01-08") == "Ana María"
    assert claimed_by(record, "2027-01-09") is None
    assert unclaim(record) == RECORD
    assert ok(record, pairs_of(record, CHANGED, SPANISH)).record.claim == record.claim


def test_a_new_translation_is_recorded_as_untranslated() -> None:
    record = new_record(units((*ENGLISH, "code make site")), date="2026-05-02", by="Ana")
    assert [bead.flags for bead in record.beads] == [("untranslated",)] * 4
    copy = (*ENGLISH, "code make site")
    assert states(pairs_of(record, copy, copy)) == ["new", "new", "new", "ok"]
    begun = (SPANISH[0], *copy[1:])
    pairs = pairs_of(record, copy, begun)
    assert states(pairs) == ["edited", "new", "new", "ok"]
    after = ok(record, pairs).record
    assert states(pairs_of(after, copy, begun)) == ["ok", "new", "new", "ok"]
