"""One term of the benchmark: labelled edits on the repository's own lessons."""

from benchmarks.tracking.__main__ import CONTENT, GOAL
from benchmarks.tracking.lessons import read_lessons
from benchmarks.tracking.score import Score
from benchmarks.tracking.term import course_of, play_term


def test_a_term_is_judged_rightly() -> None:
    score = Score()
    play_term(course_of(read_lessons(CONTENT, furnish=True)), seed=1, score=score)
    assert score.recall >= GOAL, score.misses
    assert score.precision >= GOAL, score.misses
    assert score.all_lessons_right, score.misses
    assert sum(row.due for row in score.rows.values()) > 40
