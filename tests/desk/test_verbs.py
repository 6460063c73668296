"""The verbs of the desk: what they write, what they leave, and what they refuse."""

import pytest

from lessongen.desk.beginning import begin_translation, find_beginning
from lessongen.desk.claims import claim_place, unclaim_place
from lessongen.desk.confirming import accept_places, accept_units
from lessongen.desk.desk import Desk
from lessongen.desk.fixes import apply_fixes
from lessongen.desk.marks import mark_harmless_units, mark_urgent_units, may_be_harmless
from lessongen.desk.outcome import Settled
from lessongen.desk.sheet import show_sheet
from lessongen.desk.writing import take_back
from lessongen.model.standing import TranslationPlace
from lessongen.shell.usage import UsageError
from tests.commands.course import RECORD, SPANISH
from tests.desk.conftest import Workplace

ENGLISH_FILE = "content/en/01-ask-early.md"
SPANISH_FILE = "content/es/01-ask-early.md"


def _first(desk: Desk) -> TranslationPlace:
    return desk.find("es", "1")


def _ok(workplace: Workplace, *names: str, by: str = "Ana") -> Settled:
    return workplace.do(lambda desk: accept_units(desk, _first(desk), by=by, names=names))


def _states(workplace: Workplace) -> list[str]:
    return workplace.do(lambda desk: [unit.state for unit in desk.report(_first(desk)).units])


def test_texts_are_listed_with_their_reports(workplace: Workplace) -> None:
    def work(desk: Desk) -> list[tuple[str, str]]:
        assert desk.place("es", "01-ask-early") == desk.find("es", "1")
        assert desk.place("es", "1") is desk.place("fr", "01-ask-early") is None
        return [(each.title, desk.report(each).state) for each in desk.places("es")]

    assert workplace.do(work) == [("Ask early", "unverified"), ("Write it down", "missing")]


def test_accepting_says_what_was_done_and_written(workplace: Workplace) -> None:
    settled = _ok(workplace)
    assert [unit.number for unit in settled.done] == [1, 2, 3, 4, 5]
    assert (settled.left, settled.refused) == ((), ())
    (file,) = settled.written.files
    assert (file.path, file.before) == (RECORD, None)
    assert file.after == workplace.read(RECORD).encode()
    assert _states(workplace) == ["ok"] * 5


def test_units_are_accepted_by_number_or_by_id(workplace: Workplace) -> None:
    name = workplace.do(lambda desk: desk.report(_first(desk)).units[4].id)
    settled = _ok(workplace, "2", name)
    assert [unit.number for unit in settled.done] == [2, 5]
    assert _states(workplace) == ["unverified", "ok", "unverified", "unverified", "ok"]


def test_nothing_is_accepted_if_one_of_the_names_is_unknown(workplace: Workplace) -> None:
    settled = _ok(workplace, "2", "99")
    assert [(each.name, each.reason) for each in settled.refused] == [("99", "unknown")]
    assert settled.done == ()
    assert not (workplace.root / RECORD).exists()


def test_a_unit_that_is_not_what_the_caller_saw_is_refused(workplace: Workplace) -> None:
    seen = workplace.do(lambda desk: show_sheet(desk, _first(desk)).units[4])
    workplace.edit(SPANISH_FILE, "Una pregunta tardía", "Cada pregunta tardía")
    stamps = {seen.unit.id: seen.stamp}
    settled = workplace.do(
        lambda desk: accept_units(
            desk, _first(desk), by="Ana", names=(seen.unit.id,), stamps=stamps
        )
    )
    (refusal,) = settled.refused
    assert refusal.reason == "changed"
    assert refusal.theirs.startswith("Cada pregunta tardía")
    assert not (workplace.root / RECORD).exists()


def test_what_nobody_has_begun_cannot_be_accepted(workplace: Workplace) -> None:
    settled = workplace.do(lambda desk: accept_units(desk, desk.find("es", "2"), by="Ana"))
    assert [each.reason for each in settled.refused] == ["untranslated"]
    everything = workplace.do(lambda desk: accept_places(desk, desk.places("es"), by="Ana"))
    assert [each.place.title for each in everything] == ["Ask early"]


def test_a_second_person_reviews_what_is_right_already(workplace: Workplace) -> None:
    _ok(workplace)
    settled = _ok(workplace, "5", by="Luis Mora")
    assert [unit.number for unit in settled.reviewed] == [5]
    assert "Ana reviewed:Luis_Mora" in workplace.read(RECORD)
    assert _ok(workplace, "5", by="Luis Mora").done == ()
    assert _ok(workplace, by="Ana").done == ()
    sheet = workplace.do(lambda desk: show_sheet(desk, _first(desk)))
    assert (sheet.units[4].by, sheet.units[4].reviewers) == ("Ana", ("Luis Mora",))


def test_an_ok_that_has_something_to_confirm_reviews_nothing_else(workplace: Workplace) -> None:
    _ok(workplace)
    workplace.edit(ENGLISH_FILE, "three days of work", "five days of work")
    settled = _ok(workplace, by="Luis")
    assert ([unit.number for unit in settled.done], settled.reviewed) == ([5], ())
    assert "reviewed:" not in workplace.read(RECORD)


def test_a_review_ends_with_the_text_that_was_reviewed(workplace: Workplace) -> None:
    _ok(workplace)
    _ok(workplace, by="Luis")
    workplace.edit(ENGLISH_FILE, "three days of work", "five days of work")
    _ok(workplace, by="Ana")
    assert workplace.read(RECORD).count("reviewed:Luis") == 4


def test_checks_are_silenced_for_a_unit(workplace: Workplace) -> None:
    workplace.edit(SPANISH_FILE, "Una pregunta tardía", "Una una pregunta tardía")
    sheet = workplace.do(lambda desk: show_sheet(desk, _first(desk)))
    assert [problem.code for problem in sheet.units[4].problems] == ["doubled-word"]
    assert [unit.problems for unit in sheet.units[:4]] == [()] * 4
    workplace.do(
        lambda desk: accept_units(
            desk, _first(desk), by="Ana", names=("5",), allow=("doubled-word",)
        )
    )
    sheet = workplace.do(lambda desk: show_sheet(desk, _first(desk)))
    assert (sheet.units[4].problems, sheet.units[4].allowed) == ((), ("doubled-word",))


@pytest.mark.parametrize(
    ("name", "hint"), [("lenght", '"length"'), ("pair-link", '"pair-links"'), ("qwxyz", "")]
)
def test_a_check_that_there_is_not_is_refused(workplace: Workplace, name: str, hint: str) -> None:
    with pytest.raises(UsageError, match="there is no check") as raised:
        workplace.do(
            lambda desk: accept_units(desk, _first(desk), by="Ana", names=("5",), allow=(name,))
        )
    assert hint in str(raised.value)
    assert bool(hint) == ("did you mean" in str(raised.value))


def test_a_claim_is_refused_while_somebody_else_has_it(workplace: Workplace) -> None:
    claimed = workplace.do(lambda desk: claim_place(desk, _first(desk), by="Ana"))
    assert claimed.claim is not None
    assert (claimed.claim.by, claimed.claim.until) == ("Ana", "2026-11-15")
    refused = workplace.do(lambda desk: claim_place(desk, _first(desk), by="Luis"))
    assert [(each.name, each.detail) for each in refused.settled.refused] == [("Ana", "2026-11-15")]
    assert workplace.do(lambda desk: unclaim_place(desk, _first(desk))).written.files
    assert workplace.do(lambda desk: claim_place(desk, _first(desk), by="Luis")).claim


def test_authors_have_a_word_on_their_changes(workplace: Workplace) -> None:
    _ok(workplace)
    workplace.edit(ENGLISH_FILE, "nobody minds", "no one minds")
    workplace.edit(ENGLISH_FILE, "three days", "thirty days")
    asked = workplace.do(lambda desk: may_be_harmless(desk, _first(desk)))
    assert [unit.number for unit in asked] == [3, 5]
    workplace.do(lambda desk: mark_harmless_units(desk, _first(desk), by="Ira", names=("3",)))
    marked = workplace.do(lambda desk: mark_urgent_units(desk, _first(desk), names=("5",)))
    assert [unit.number for unit in marked.done] == [5]
    report = workplace.do(lambda desk: desk.report(_first(desk)))
    assert [unit.state for unit in report.units] == ["ok", "ok", "ok", "ok", "changed"]
    assert report.units[4].urgent
    again = workplace.do(
        lambda desk: mark_harmless_units(desk, _first(desk), by="Ira", names=("1",))
    )
    assert [(each.name, each.reason) for each in again.refused] == [("1", "settled")]


def test_a_fix_is_written_and_accepted_alone(workplace: Workplace) -> None:
    links = {ENGLISH_FILE: ("three days", "[3 days](a.md)"), SPANISH_FILE: ("tres", "[3](a.md)")}
    for path, (old, new) in links.items():
        workplace.edit(path, old, new)
    _ok(workplace)
    workplace.edit(ENGLISH_FILE, "(a.md)", "(b.md)")
    workplace.edit(ENGLISH_FILE, "nobody minds", "no one minds")
    fixed = workplace.do(lambda desk: apply_fixes(desk, _first(desk), by="Ana"))
    assert [(fix.unit.number, "[3](b.md)" in fix.text) for fix in fixed.fixes] == [(5, True)]
    assert "[3](b.md)" in workplace.read(SPANISH_FILE)
    assert _states(workplace) == ["ok", "ok", "changed", "ok", "ok"]
    refused = workplace.do(
        lambda desk: apply_fixes(desk, _first(desk), by="Ana", names=("3",))
    ).settled.refused
    assert [(each.name, each.reason) for each in refused] == [("3", "settled")]
    written, kept = take_back(str(workplace.root), fixed.settled.written)
    assert (len(written.files), kept) == (2, ())
    assert "[3](a.md)" in workplace.read(SPANISH_FILE)
    assert _states(workplace) == ["ok", "ok", "changed", "ok", "tokens"]


def test_a_translation_is_begun_and_the_beginning_taken_back(workplace: Workplace) -> None:
    begun = workplace.do(
        lambda desk: begin_translation(desk, find_beginning(desk, "2", "es"), by="Ana")
    )
    path = begun.written.files[0].path
    assert path == "content/es/02-write-it-down.md"
    assert len(begun.written.files) == 2
    with pytest.raises(UsageError, match="is there already"):
        workplace.do(lambda desk: begin_translation(desk, desk.find("es", "2"), by="Ana"))
    take_back(str(workplace.root), begun.written)
    assert not (workplace.root / path).exists()


def test_every_verb_can_be_taken_back_and_done_again(workplace: Workplace) -> None:
    settled = _ok(workplace)
    record = workplace.read(RECORD)
    undone, _ = take_back(str(workplace.root), settled.written)
    assert not (workplace.root / RECORD).exists()
    take_back(str(workplace.root), undone)
    assert workplace.read(RECORD) == record
    assert workplace.read(SPANISH_FILE) == SPANISH


def test_nothing_is_taken_back_over_what_somebody_wrote_since(workplace: Workplace) -> None:
    first = _ok(workplace, "1")
    _ok(workplace, "2")
    record = workplace.read(RECORD)
    written, refused = take_back(str(workplace.root), first.written)
    assert written.files == ()
    assert [(each.name, each.reason) for each in refused] == [(RECORD, "changed")]
    assert refused[0].theirs == record == workplace.read(RECORD)
