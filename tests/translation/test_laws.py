"""What holds for any lesson, any edit and any record, however broken."""

from collections import Counter
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lessongen.model.translation import SETTLED, Record, UnitState
from lessongen.model.unit import Unit
from lessongen.translation import pairing
from lessongen.translation.accept import accept, new_record
from lessongen.translation.kept import recorded
from lessongen.translation.mechanical import propose
from lessongen.translation.normal import form, joined_form
from lessongen.translation.pairing import pair_units
from lessongen.translation.record import read_record, write_record
from lessongen.translation.tokens import without_tokens
from lessongen.translation.worddiff import word_diff
from tests.translation.story import Story
from tests.translation.strategies import (
    SPANISH,
    edit,
    harmless,
    lesson,
    randoms,
    records,
    sentence,
    units_of,
)

_PHASES = (Phase.explicit, Phase.generate)
few = settings(max_examples=40, phases=_PHASES)
many = settings(max_examples=100, phases=_PHASES)


# --- the record -----------------------------------------------------------------


@many
@given(record=records)
def test_what_is_written_is_read(record: Record) -> None:
    assert read_record(write_record(record, "07-x", "es")) == record


@many
@given(text=st.text(alphabet="%<>=| \n\r\tpabcdef01234567890-,:?ñ", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read_record(text)
    read_record(f"%% f22b8270 2026-05-02 Ana\n{text}")


@few
@given(random=randoms, record=records)
def test_line_ends_make_no_difference_to_a_record(random: Random, record: Record) -> None:
    text = write_record(record, "07-x", "es")
    ends = random.choice(("\r\n", "\r"))
    assert read_record("\ufeff" + text.replace("\n", ends)) == record


# --- pairs ------------------------------------------------------------------------


@settings(max_examples=80, phases=_PHASES)
@given(random=randoms)
def test_stories_lose_nothing_and_call_nothing_ok_that_nobody_confirmed(random: Random) -> None:
    story = Story(random)
    for _ in range(14):
        story.go_on()
        story.pairs()


@many
@given(random=randoms)
def test_after_ok_of_everything_everything_is_ok(random: Random) -> None:
    story = Story(random)
    for _ in range(random.randrange(8)):
        story.go_on()
    story.accept()
    left = [pair for pair in story.pairs() if pair.state not in ("ok", "target-only")]
    assert all(pair.state == "new" for pair in left)
    # By name even a copy is accepted; only what has no text at all stays.
    story.accept(set(range(len(story.pairs()))))
    rest = [pair for pair in story.pairs() if pair.state not in ("ok", "target-only")]
    assert all(pair.state == "new" and not pair.targets for pair in rest)
    again = accept(story.record, story.pairs(), by="Luis", date="2027-01-01")
    assert again.record == story.record
    assert not again.done


@many
@given(random=randoms)
def test_every_untouched_text_stays_ok_and_every_other_does_not(random: Random) -> None:
    story = Story(random)
    story.confirm_all()
    before = Counter((unit.kind, form(unit)) for unit in units_of(story.english))
    for _ in range(random.randint(1, 4)):
        story.english = edit(random, story.english)
    now = Counter((unit.kind, form(unit)) for unit in units_of(story.english))
    calm = Counter(
        (pair.sources[0].kind, form(pair.sources[0]))
        for pair in story.pairs()
        if pair.sources and pair.state in ("ok", "moved") and pair.sources[0].kind != "code"
    )
    before = Counter({key: count for key, count in before.items() if key[0] != "code"})
    assert calm == before & now


@few
@given(random=randoms)
def test_harmless_edits_are_never_an_alarm(random: Random) -> None:
    story = Story(random)
    story.confirm_all()
    story.english = harmless(random, story.english)
    story.spanish = harmless(random, story.spanish)
    assert {pair.state for pair in story.pairs()} <= {"ok"}


@few
@given(random=randoms)
def test_the_quick_way_says_what_the_long_way_says(random: Random) -> None:
    story = Story(random)
    for _ in range(random.randrange(6)):
        story.go_on()
    story.accept()
    quick = story.pairs()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairing, "_is_as_recorded", lambda *_: False)
        long = story.pairs()
    assert [each.state for each in quick] == [each.state for each in long]
    assert [joined_form(each.sources) for each in quick] == [
        joined_form(each.sources) for each in long
    ]


@many
@given(random=randoms)
def test_ok_of_some_units_leaves_the_others_as_they_were(random: Random) -> None:
    story = Story(random)
    for _ in range(random.randrange(8)):
        story.go_on()
    before = story.pairs()
    chosen = story.some(before)
    story.accept(chosen)
    now: dict[str, set[UnitState]] = {}
    for pair in story.pairs():
        now.setdefault(joined_form(pair.sources), set()).add(pair.state)
    for place, pair in enumerate(before):
        if place in chosen or not pair.sources or pair.state == "unverified":
            continue  # a guess may become sure when others around it are
        found = now[joined_form(pair.sources)]
        assert pair.state in found if pair.state in SETTLED else found - SETTLED


@few
@given(random=randoms)
def test_a_copy_is_untranslated_until_it_is_not(random: Random) -> None:
    english = units_of(lesson(random))
    record = new_record(english, date="2026-05-02", by="Ana")
    pairs = pair_units(record, english, english)
    assert {pair.state for pair in pairs if pair.sources[0].kind != "code"} <= {"new"}
    done = accept(record, pairs, by="Ana", date="2026-05-03").done
    assert {pair.sources[0].kind for pair in done} <= {"code"}
    at = random.randrange(len(english))
    spanish = [unit.text for unit in english]
    spanish[at] = sentence(random, SPANISH)
    targets = tuple(
        Unit(kind=unit.kind, text=text, plain=text, ranges=unit.ranges, span=unit.span)
        for text, unit in zip(spanish, english, strict=True)
    )
    for pair in pair_units(record, english, targets):
        assert pair.state in ("new", "edited", "ok", "target-only", "unverified", "tokens")


# --- what is shown and proposed --------------------------------------------------


@many
@given(random=randoms)
def test_a_word_diff_is_both_texts(random: Random) -> None:
    before = " ".join(sentence(random, SPANISH) for _ in range(random.randrange(4)))
    now = " ".join(line.partition(" ")[2] for line in edit(random, [f"p {before}"]))
    segments = word_diff(before, now)
    assert "".join(each.text for each in segments if each.kind != "removed") == now
    old = "".join(each.text for each in segments if each.kind != "added")
    assert "".join(old.split()) == "".join(before.split())


@many
@given(random=randoms)
def test_a_proposal_changes_tokens_only(random: Random) -> None:
    story = Story(random)
    story.confirm_all()
    story.english = [line.replace("3", "4").replace("a.md", "b.md") for line in story.english]
    for pair in story.pairs():
        proposal = propose(pair)
        if proposal is not None:
            assert without_tokens(proposal) == without_tokens(pair.targets[0].text)
            assert proposal != pair.targets[0].text


def test_recorded_prose_stands_on_one_line() -> None:
    (unit,) = units_of(["p one\\ntwo"])
    assert recorded((unit,))[0].text == "one two"
