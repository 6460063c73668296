import sys
from pathlib import Path

import pytest

from benchmarks.contest import Figure
from benchmarks.course import FEWEST_WORDS, LANGUAGES, SECTIONS, make_course
from benchmarks.measure import BuildFailedError, Run, measure
from benchmarks.report import table
from benchmarks.systems import front_matter


def test_a_course_is_the_same_every_time() -> None:
    assert tuple(make_course(25)) == tuple(make_course(25))


def test_a_course_has_every_lesson_in_every_language() -> None:
    lessons = tuple(make_course(25))
    assert len(lessons) == 25 * len(LANGUAGES)
    assert {lesson.section for lesson in lessons} == set(range(1, SECTIONS + 1))
    assert len({(lesson.language, lesson.slug) for lesson in lessons}) == len(lessons)


def test_a_body_is_as_long_as_a_real_one() -> None:
    for lesson in make_course(25):
        words = [word for word in lesson.body.split() if word not in {"##", "-"}]
        assert FEWEST_WORDS <= len(words) <= 600


def test_front_matter_can_rename_a_key() -> None:
    lesson = next(make_course(25))
    assert "\nweight: 1\n" in front_matter(lesson, {"lesson": "weight"})


def test_a_run_is_measured(tmp_path: Path) -> None:
    run = measure([sys.executable, "-c", "import time; time.sleep(0.05)"], tmp_path)
    assert run.seconds >= 0.05
    assert run.peak_mib > 1


def test_a_run_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(BuildFailedError, match="broken"):
        measure([sys.executable, "-c", "raise SystemExit('broken')"], tmp_path)


def test_ratios_are_paired_by_turn() -> None:
    times = {"ours": (1.0, 20.0, 3.0), "theirs": (2.0, 10.0, 2.0)}
    figures = [
        Figure(25, scenario, system, turn, Run(seconds, 10.0))
        for scenario in ("cold", "unchanged", "edited")
        for system, runs in times.items()
        for turn, seconds in enumerate(runs)
    ]
    (_, ours, theirs, _) = table(figures, "theirs")
    assert "3.000 s 1.50 ×" in ours
    assert "2.000 s 1.00 ×" in theirs
