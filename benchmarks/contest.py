"""The runs: for each size, all systems in turn (A B C A B C …), so that drift hits all alike."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.course import LANGUAGES, Lesson, make_course
from benchmarks.measure import Run, measure
from benchmarks.systems import System, forget

SCENARIOS = ("cold", "unchanged", "edited")


class Figure(NamedTuple):
    """One run of one system in one scenario."""

    size: int
    scenario: str
    system: str
    turn: int
    run: Run


class WrongOutputError(Exception):
    """A system did less work than the comparison asks for."""


def hold(systems: Sequence[System], *, size: int, turns: int, folder: Path) -> Iterator[Figure]:
    """Yield the figures of all systems with this many lessons in each language.

    The first turn warms the machine up and is not counted; it is also where the output is checked.
    """
    lessons = tuple(make_course(size))
    for system in systems:
        system.lay_out(folder / system.name, lessons)
    for turn in range(turns + 1):
        for scenario in SCENARIOS:
            for system in systems:
                project = folder / system.name
                run = _run(system, project, scenario, _edited(lessons, turn), turn)
                if turn == 0:
                    _check(system, project, scenario, lessons)
                else:
                    yield Figure(size, scenario, system.name, turn, run)


def _run(system: System, project: Path, scenario: str, lesson: Lesson, turn: int) -> Run:
    if scenario == "cold":
        forget(system, project)
    if scenario == "edited":
        with system.source(project, lesson).open("a", encoding="utf-8") as file:
            file.write(f"\n{_mark(turn)}\n")
    return measure(system.command(project), project)


def _mark(turn: int) -> str:
    return f"A sentence added in turn {turn}."


def _edited(lessons: Sequence[Lesson], turn: int) -> Lesson:
    """Return the lesson to edit in this turn: another one each time, spread over the course."""
    return lessons[(turn * 7) % (len(lessons) // len(LANGUAGES))]


def _check(system: System, project: Path, scenario: str, lessons: Sequence[Lesson]) -> None:
    """Raise WrongOutputError unless every lesson is there, furnished, and the edit arrived."""
    output = project / system.output
    for lesson in lessons:
        page = output / lesson.language / lesson.slug / "index.html"
        if not page.exists():
            raise WrongOutputError(f"{system.name} made no {page.relative_to(output)}")
        text = page.read_text(encoding="utf-8")
        neighbour = 'rel="next"' if lesson.number < len(lessons) / len(LANGUAGES) else 'rel="prev"'
        for wanted in (lesson.title, lesson.takeaways[-1], "hreflang=", neighbour):
            if wanted not in text:
                raise WrongOutputError(f"{system.name}: {lesson.slug} lacks {wanted!r}")
    lesson = _edited(lessons, 0)
    page = output / lesson.language / lesson.slug / "index.html"
    if scenario == "edited" and _mark(0) not in page.read_text(encoding="utf-8"):
        raise WrongOutputError(f"{system.name} did not show the edit")
