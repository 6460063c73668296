"""What to do in the time one has: what is urgent, then what is finished soonest."""

from lessongen.desk.needs import plan
from lessongen.model.translation import DocumentReport, UnitReport, UnitState


def _unit(number: int, state: UnitState, words: int = 0, *, urgent: bool = False) -> UnitReport:
    return UnitReport(
        id=str(number),
        number=number,
        kind="paragraph",
        state=state,
        words=words,
        words_to_translate=words,
        urgent=urgent,
    )


def _document(lesson: int, *units: UnitReport, by: str | None = None) -> DocumentReport:
    return DocumentReport(
        source_path=f"content/en/{lesson:02}.md",
        target_path=f"content/es/{lesson:02}.md",
        kind="lesson",
        lesson=lesson,
        title=str(lesson),
        state="outdated",
        units=units,
        claimed_by=by,
    )


def _planned(*documents: DocumentReport, time: int, own: str = "") -> list[tuple[int | None, int]]:
    return [(step.document.lesson, len(step.units)) for step in plan(documents, time, own)]


def test_what_is_urgent_comes_first_then_what_is_nearest_to_complete() -> None:
    long, short = _document(1, _unit(1, "new", 500)), _document(2, _unit(1, "new", 10))
    urgent = _document(3, _unit(1, "changed", 90, urgent=True), _unit(2, "new", 900))
    assert _planned(long, short, urgent, time=20) == [(3, 1), (2, 1)]


def test_a_text_whose_urgent_paragraph_is_settled_is_one_like_others() -> None:
    settled = _document(1, _unit(1, "ok", urgent=True), _unit(2, "changed", 10))
    assert _planned(settled, time=20) == [(1, 1)]


def test_what_others_are_at_is_left_to_them() -> None:
    theirs = _document(1, _unit(1, "new", 10), by="Luis")
    assert _planned(theirs, time=20, own="Ana") == []
    assert _planned(theirs, time=20, own="Luis") == [(1, 1)]


def test_if_nothing_can_be_finished_it_is_a_beginning() -> None:
    long = _document(1, _unit(1, "new", 40), _unit(2, "new", 30), _unit(3, "new", 300))
    assert _planned(long, time=10) == [(1, 2)]
