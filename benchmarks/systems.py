"""What the benchmark needs to know of a generator."""

import json
import time
from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from benchmarks.course import COLLABORATORS, Lesson

BASE_URL = "https://course.example/"
THEMES = Path(__file__).parent / "themes"


class System(Protocol):
    """A generator: how to lay out its project and how to run it."""

    name: str
    output: str
    leftovers: tuple[str, ...]

    @abstractmethod
    def lay_out(self, project: Path, lessons: Iterable[Lesson]) -> None:
        """Write settings, theme and lessons into an empty folder."""

    @abstractmethod
    def source(self, project: Path, lesson: Lesson) -> Path:
        """Return the file of a lesson."""

    @abstractmethod
    def command(self, project: Path) -> Sequence[str | Path]:
        """Return the command that builds the project, run inside it."""


def forget(system: System, project: Path) -> None:
    """Put the output away, and everything that a later build could profit from.

    Nothing is deleted before the end: for some seconds after a deletion ext4 takes several times
    as long to make a file, which nobody who builds a site for the first time would see.
    """
    away = project.parent / "away" / str(time.time_ns())
    away.mkdir(parents=True)
    for name in (system.output, *system.leftovers):
        path = project / name
        if path.exists():
            path.rename(away / name)


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def front_matter(lesson: Lesson, names: Mapping[str, str]) -> str:
    """Return the lesson as a file with YAML front matter; `names` renames keys.

    JSON values are YAML too, and leave nothing to guess about quotes.
    """
    values = {
        "title": lesson.title,
        "lesson": lesson.number,
        "section": lesson.section,
        "slug": lesson.slug,
        "summary": lesson.summary,
        "takeaways": lesson.takeaways,
        "collaborators": COLLABORATORS,
    }
    lines = (
        f"{names.get(key, key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in values.items()
    )
    return "---\n" + "\n".join(lines) + f"\n---\n{lesson.body}"
