"""lessongen itself."""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.course import COLLABORATORS, LANGUAGES, SECTIONS, Lesson, section_title
from benchmarks.systems import BASE_URL, front_matter, write


class Lessongen:
    """Everything on: all outputs, all checks."""

    name = "lessongen"
    output = "site"
    leftovers: tuple[str, ...] = (".lessongen",)

    def __init__(self, environment: Path | None = None) -> None:
        """Find the command in a virtual environment, or beside the interpreter that runs this."""
        self._command = (environment or Path(sys.prefix)) / "bin" / "lessongen"

    def lay_out(self, project: Path, lessons: Iterable[Lesson]) -> None:
        """Write the project."""
        write(project / "lessongen.yaml", f"base_url: {BASE_URL}\n")
        people = {
            person: {"name": person.title(), "bio": dict.fromkeys(LANGUAGES, "Works on it.")}
            for person in COLLABORATORS
        }
        write(project / "content/people.yaml", json.dumps(people))
        for language in LANGUAGES:
            write(project / f"content/{language}/index.md", _index(language))
        for lesson in lessons:
            write(self.source(project, lesson), front_matter(lesson, {}))

    def source(self, project: Path, lesson: Lesson) -> Path:
        """Return the file of a lesson."""
        return project / "content" / lesson.language / lesson.name

    def command(self, project: Path) -> Sequence[str | Path]:
        """Return the command that builds the project."""
        return [self._command, "--project", project, "build"]


def _index(language: str) -> str:
    sections = [
        {"key": f"s{number}", "title": section_title(language, number), "summary": "Words."}
        for number in range(1, SECTIONS + 1)
    ]
    values = {"title": "Course", "tagline": "Words.", "summary": "Words.", "sections": sections}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "---\n" + "\n".join(lines) + "\n---\nWords.\n"
