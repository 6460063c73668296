"""The .sync file: its text, and what is made of one that met with an accident."""

import pytest

from lessongen.model.translation import Bead, Claim, Record, RecordedUnit
from lessongen.translation.record import read_record, signature, write_record

RECORD = Record(
    beads=(
        Bead(
            sources=(RecordedUnit(kind="paragraph", text="Choose **one** skill."),),
            targets=("f22b8270",),
            date="2026-05-02",
            by="Ana",
        ),
        Bead(
            sources=(
                RecordedUnit(kind="item", text="Spend 10 minutes on it."),
                RecordedUnit(kind="item", text="Then rest."),
            ),
            targets=("d4d607ad", "77e1b2c3"),
            date="2026-05-03",
            by="Ana María",
            flags=("reviewed:Luis", "urgent"),
        ),
        Bead(
            sources=(RecordedUnit(kind="code", text="if x:\n\n    go()"),),
            targets=(),
            date="2026-05-04",
            by="",
        ),
        Bead(
            sources=(), targets=("0a0a0a0a",), date="2026-05-05", by="Ana", flags=("target-only",)
        ),
    ),
    claim=Claim(by="Ana", since="2026-10-02", until="2026-10-16"),
)
TEXT = """\
%% lessongen-sync 1 lesson=07-start-small lang=es
%% claim Ana 2026-10-02 until 2026-10-16

%% f22b8270 2026-05-02 Ana =3ec8
p| Choose **one** skill.

%% d4d607ad,77e1b2c3 2026-05-03 Ana María reviewed:Luis urgent =d0f1
li| Spend 10 minutes on it.
li| Then rest.

%% - 2026-05-04 =13ea
code| if x:
 |
 |     go()

%% 0a0a0a0a 2026-05-05 Ana target-only
"""
# As the design shows it, and as somebody might write it by hand: without check sums.
PLAIN = """\
%% lessongen-sync 1 lesson=07-start-small lang=es

%% f22b8270 2026-05-02 Ana
p| Before you practise, choose **one** skill.

%% d4d607ad,77e1b2c3 2026-05-02 Ana reviewed:Luis
p| Spend 10 minutes on it. Then rest.
"""
OURS = """\
%% f22b8270 2026-05-02 Ana
p| Choose one skill.
"""
THEIRS = """\
%% 11112222 2026-06-02 Luis
p| Choose just one skill.
"""
REST = """\

%% d4d607ad 2026-05-02 Ana
p| Then rest.
"""


def flags(text: str) -> dict[str, tuple[str, ...]]:
    beads = read_record(text).beads
    return {bead.sources[0].text: bead.flags for bead in beads if bead.sources}


def test_the_text_of_a_record() -> None:
    assert write_record(RECORD, "07-start-small", "es") == TEXT
    assert read_record(TEXT) == RECORD


def test_a_record_without_sums_is_believed() -> None:
    first, second = read_record(PLAIN).beads
    assert first.sources[0].text == "Before you practise, choose **one** skill."
    assert second.targets == ("d4d607ad", "77e1b2c3")
    assert not first.flags
    assert second.flags == ("reviewed:Luis",)


def test_a_text_changed_by_hand_is_unverified() -> None:
    changed = TEXT.replace("Choose **one**", "Choose **two**")
    assert flags(changed)["Choose **two** skill."] == ("unverified",)


def test_a_lost_line_between_two_stanzas_mixes_nothing() -> None:
    lines = TEXT.splitlines(keepends=True)
    mixed = "".join(lines[:4] + lines[8:])  # the first head, and a text of the second stanza
    assert flags(mixed)["Then rest."] == ("unverified",)


def test_a_record_cut_off_in_a_text_is_unverified_there() -> None:
    cut = TEXT[: TEXT.index(" skill.")]
    assert flags(cut) == {"Choose **one**": ("unverified",)}


def test_another_format_is_unverified() -> None:
    assert set(flags(PLAIN.replace("sync 1", "sync 2")).values()) == {
        ("unverified",),
        ("reviewed:Luis", "unverified"),
    }


def test_of_a_conflict_the_older_side_is_left_and_unverified() -> None:
    text = f"<<<<<<< HEAD\n{OURS}=======\n{THEIRS}>>>>>>> branch\n{REST}"
    assert flags(text) == {"Choose one skill.": ("unverified",), "Then rest.": ()}


def test_a_conflict_with_the_common_ancestor() -> None:
    text = f"<<<<<<< HEAD\n{OURS}||||||| base\n%% 0 \np| Old\n=======\n{THEIRS}>>>>>>> b\n{REST}"
    assert flags(text) == {"Choose one skill.": ("unverified",), "Then rest.": ()}


def test_what_both_sides_of_a_conflict_say_is_sure() -> None:
    text = f"<<<<<<< HEAD\n{REST}{OURS}=======\n{REST}>>>>>>> branch\n"
    assert flags(text) == {"Then rest.": (), "Choose one skill.": ("unverified",)}


def test_a_conflict_within_a_stanza() -> None:
    head, _, body = OURS.partition("\n")
    text = f"<<<<<<< HEAD\n{head}\n=======\n%% 11112222 2026-06-02 Luis\n>>>>>>> b\n{body}{REST}"
    assert flags(text) == {"Choose one skill.": ("unverified",), "Then rest.": ()}


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", "||||||| base"])
def test_a_mark_that_was_left_behind_puts_what_follows_in_doubt(mark: str) -> None:
    found = flags(f"{OURS}\n{mark}\n{REST}")
    assert found["Choose one skill."] == ()
    assert found.get("Then rest.", ("unverified",)) == ("unverified",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "%%",
        "%% f22b8270 2026-05-02 Ana",
        "p| a text without a head",
        "%% f22b8270 2026-05-02 Ana target-only\np| a text that is not the translator's own",
        "%% 99999999999999999999 lessongen-sync 1",
        "\0\ufeff\x1c",
    ],
)
def test_what_is_no_record_records_nothing(text: str) -> None:
    assert read_record(text) == Record()


def test_the_later_claim_of_two_sides_counts() -> None:
    claims = [f"%% claim {by} 2026-10-02 until 2026-10-16\n" for by in ("Ana", "Luis")]
    record = read_record(f"<<<<<<< a\n{claims[0]}=======\n{claims[1]}>>>>>>> b\n")
    assert record.claim
    assert record.claim.by == "Luis"


@pytest.mark.parametrize(
    ("name", "signed"),
    [
        ("Ana", "Ana"),
        (" Ana\n María ", "Ana María"),
        ("urgent", "urgent,"),
        ("x =1a2b", "x =1a2b,"),
    ],
)
def test_a_signature_is_never_taken_for_a_flag(name: str, signed: str) -> None:
    assert signature(name) == signed
    bead = Bead(sources=RECORD.beads[0].sources, targets=(), date="2026-01-01", by=signed)
    assert read_record(write_record(Record(beads=(bead,)), "x", "es")).beads == (bead,)
