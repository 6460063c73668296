"""Reports: names and numbers of units, states of documents, words, minutes, and the JSON."""

import json
from collections.abc import Sequence

import pytest

from lessongen.model.translation import (
    DocumentReport,
    DocumentState,
    Record,
    TranslationReport,
    UnitPair,
    UnitState,
)
from lessongen.translation.normal import digest
from lessongen.translation.pairing import pair_units
from lessongen.translation.report import (
    as_data,
    document_state,
    find_units,
    minutes,
    report_document,
    report_units,
    total,
    unit_ids,
)
from tests.translation.builders import confirmed, units

ENGLISH = ("title Start small", "p Choose one skill before you practise.", "p Try it. Now.")
SPANISH = ("title Empieza en pequeño", "p Elige una sola habilidad antes de practicar.", "p Ya.")
RECORD = confirmed(units(ENGLISH), units(SPANISH))
CHANGED = (ENGLISH[0], "p Choose two skills before you practise.", ENGLISH[2])


def pairs_of(english: Sequence[str], spanish: Sequence[str] = SPANISH) -> tuple[UnitPair, ...]:
    return pair_units(RECORD, units(english), units(spanish))


def document(pairs: Sequence[UnitPair], *, translate: bool = True) -> DocumentReport:
    return report_document(
        pairs,
        source_path="content/en/07-x.md",
        target_path="content/es/07-x.md",
        kind="lesson",
        lesson=7,
        title="Start small",
        translate=translate,
        claimed_by="Ana",
        notes={digest(units(CHANGED)[1]): "Two, not one"},
    )


def test_ids_are_of_the_source_of_what_was_there_or_of_the_target() -> None:
    removed, own = (ENGLISH[0], *ENGLISH[2:]), (*SPANISH, "p Una nota.")
    assert unit_ids(pairs_of(removed, own)) == (
        digest(units(ENGLISH)[0]),
        digest(units(ENGLISH)[1]),
        digest(units(ENGLISH)[2]),
        digest(units(["p Una nota."])[0]),
    )


def test_repeated_texts_have_ids_of_their_own() -> None:
    pairs = pair_units(Record(), units(["p Try it now."] * 3), ())
    name = digest(units(["p Try it now."])[0])
    assert unit_ids(pairs) == (name, f"{name}-2", f"{name}-3")


def test_units_are_found_by_number_and_by_id() -> None:
    pairs = pairs_of(ENGLISH)
    first, *_ = unit_ids(pairs)
    assert find_units(pairs, [first.upper(), "3"]) == ({0, 2}, [])
    assert find_units(pairs, ["0", "4", "x"]) == (set(), ["0", "4", "x"])


@pytest.mark.parametrize(
    ("english", "spanish", "words"),
    [
        (ENGLISH, SPANISH, [0, 0, 0]),
        (CHANGED, SPANISH, [0, 2, 0]),  # two skills
        ((*ENGLISH[:2], "p Try it!"), SPANISH, [0, 0, 1]),  # nothing new, and still a change
        (CHANGED, (SPANISH[0], "p Elige dos habilidades.", SPANISH[2]), [0, 0, 0]),  # edited
        ((*ENGLISH, "p Tell me, or [him](a.md)."), SPANISH, [0, 0, 0, 4]),
        ((*ENGLISH, "code make site"), SPANISH, [0, 0, 0, 0]),
    ],
)
def test_words_to_translate(
    english: Sequence[str], spanish: Sequence[str], words: list[int]
) -> None:
    units = report_units(pairs_of(english, spanish))
    assert [unit.words_to_translate for unit in units] == words


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], "translated"),
        (["ok", "typography", "moved", "target-only"], "translated"),
        (["ok", "unverified"], "unverified"),
        *([[state, "unverified"], "outdated"] for state in ("changed", "edited", "tokens")),
        *([[state, "ok"], "outdated"] for state in ("new", "removed")),
    ],
)
def test_states_of_documents(states: list[UnitState], expected: DocumentState) -> None:
    pairs = [UnitPair(state=state) for state in states]
    assert document_state(pairs, has_source=True, has_target=True) == expected
    assert document_state(pairs, has_source=True, has_target=False) == "missing"
    assert document_state(pairs, has_source=False, has_target=True) == "orphan"


def test_what_is_not_to_be_translated_costs_nothing() -> None:
    report = document(pairs_of(CHANGED), translate=False)
    assert (report.state, report.units, report.words) == ("excluded", (), 0)


def test_five_hundred_words_an_hour_and_a_quarter_of_a_minute_for_a_look() -> None:
    changed = report_units(pair_units(Record(), units(["p " + "word " * 600]), ()))
    assert changed[0].words_to_translate == 600
    assert minutes(changed) == 72
    edited = report_units(pairs_of(CHANGED, (SPANISH[0], "p Elige dos.", SPANISH[2])))
    assert minutes(edited) == 1
    assert minutes(report_units(pairs_of(ENGLISH))) == 0


def test_totals_count_lessons_and_the_words_of_everything() -> None:
    lesson = document(pairs_of(CHANGED))
    page = report_document(
        pair_units(Record(), units(["p Some more words."]), ()),
        source_path="content/en/pages/about.md",
        target_path=None,
        kind="page",
        lesson=None,
        title="About",
    )
    left_out = document(pairs_of(CHANGED), translate=False)
    totals = total([lesson, page, left_out])
    assert (totals.lessons, totals.outdated, totals.missing) == (1, 1, 0)
    assert (totals.words, totals.words_to_translate) == (lesson.words + 3, 5)


def test_the_json_is_the_contracts() -> None:
    report = TranslationReport(
        source_language="en", documents={"es": (document(pairs_of(CHANGED)),)}
    )
    assert json.loads(json.dumps(as_data(report)))["targets"]["es"] == {
        "summary": {
            "lessons": 1,
            "translated": 0,
            "outdated": 1,
            "missing": 0,
            "unverified": 0,
            "words": 11,
            "words_to_translate": 2,
            "minutes_to_translate": 1,
        },
        "documents": [
            {
                "source_path": "content/en/07-x.md",
                "target_path": "content/es/07-x.md",
                "lesson": 7,
                "title": "Start small",
                "state": "outdated",
                "words": 11,
                "words_to_translate": 2,
                "claimed_by": "Ana",
                "units": [
                    _unit(1, "title", "ok", ENGLISH[0], SPANISH[0]),
                    {
                        **_unit(2, "paragraph", "changed", CHANGED[1], SPANISH[1]),
                        "previous": "Choose one skill before you practise.",
                        "note": "Two, not one",
                    },
                    _unit(3, "paragraph", "ok", ENGLISH[2], SPANISH[2]),
                ],
            }
        ],
    }


def _unit(number: int, kind: str, state: str, source: str, target: str) -> dict[str, object]:
    return {
        "id": digest(units([source])[0]),
        "number": number,
        "kind": kind,
        "state": state,
        "source": source.partition(" ")[2],
        "previous": source.partition(" ")[2],
        "target": target.partition(" ")[2],
        "source_line": number,
        "target_line": number,
        "note": None,
    }


def test_what_is_missing_has_neither_target_nor_previous() -> None:
    (unit,) = report_units(pair_units(Record(), units(["p Some words."]), ()))
    assert (unit.state, unit.target, unit.target_line, unit.previous) == ("new", None, None, None)
