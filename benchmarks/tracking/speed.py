"""How long `tr` takes beside a build with nothing to do, on courses of several sizes."""

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.course import WORDS, Lesson, make_course
from benchmarks.lessongen_system import Lessongen
from benchmarks.measure import measure

SIZES = (25, 100, 250)
GOAL = 3.0  # times as long as a build with nothing to do
_SYSTEM = Lessongen()
_SPANISH = dict(zip(WORDS["en"], WORDS["es"], strict=False))
_WORD = re.compile(r"[A-Za-z]+")


class Speed(NamedTuple):
    """What the calls cost on a course of one size, in seconds."""

    size: int
    first_ok: float
    build: Sequence[float]
    tr: Sequence[float]  # nothing changed: run by run beside a build
    read: Sequence[float]  # nothing changed, but in a form that is not kept
    edited: Sequence[float]  # one lesson changed
    ok: Sequence[float]  # nothing to confirm

    @property
    def ratio(self) -> float:
        """How many times as long as a build, run by run."""
        return median(one / other for one, other in zip(self.tr, self.build, strict=True))


def speed_of(size: int, turns: int) -> Speed:
    """Lay out a course, confirm it, and time what translators call most."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        lessons = list(_course(size))
        _SYSTEM.lay_out(project, lessons)
        _time(project, "build")
        first = _time(project, "tr", "ok", "--all", "--by", "Ana")
        for words in ("build", "tr", "tr --format json"):
            _time(project, *words.split())
        found: dict[str, list[float]] = {"build": [], "tr": [], "read": [], "edited": [], "ok": []}
        for turn in range(turns):
            found["build"].append(_time(project, "build"))
            found["tr"].append(_time(project, "tr"))
            found["read"].append(_time(project, "tr", "--format", "json"))
            found["ok"].append(_time(project, "tr", "ok", "--all", "--by", "Ana"))
            _edit(project, lessons[turn % size])
            found["edited"].append(_time(project, "tr"))
            for words in ("tr ok --all --by Ana", "build", "tr"):
                _time(project, *words.split())
    return Speed(size=size, first_ok=first, **found)


def speed_table(speeds: Sequence[Speed]) -> Iterator[str]:
    """The lines of the report; the last column but one is what `GOAL` speaks of."""
    heads = ("lessons", "build", "tr", "tr json", "one edit", "ok --all", "first ok")
    yield "".join(f"{head:>10}" for head in (*heads, "tr/build", "ms/lesson"))
    for each in speeds:
        times = (each.build, each.tr, each.read, each.edited, each.ok)
        cells = [f"{each.size:>10}", *(f"{median(some) * 1000:>7.0f} ms" for some in times)]
        cells += [f"{each.first_ok * 1000:>7.0f} ms", f"{each.ratio:>10.2f}"]
        yield "".join([*cells, f"{median(each.read) * 1000 / each.size:>10.2f}"])


def _course(size: int) -> Iterator[Lesson]:
    """A course whose second language says what its first says, word by word."""
    for lesson in make_course(size):
        if lesson.language == "en":
            yield lesson
            yield replace(
                lesson,
                language="es",
                title=_translated(lesson.title),
                summary=_translated(lesson.summary),
                takeaways=tuple(map(_translated, lesson.takeaways)),
                body=_translated(lesson.body),
            )


def _translated(text: str) -> str:
    return _WORD.sub(lambda found: _SPANISH.get(found[0].lower(), found[0]), text)


def _time(project: Path, *words: str) -> float:
    command: list[str | Path] = [
        Path(sys.executable).parent / "lessongen",
        "--project",
        project,
        *words,
    ]
    return measure(command, project).seconds


def _edit(project: Path, lesson: Lesson) -> None:
    path = _SYSTEM.source(project, lesson)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.rstrip("\n") + " And again.\n", encoding="utf-8")
