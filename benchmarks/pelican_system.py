"""Pelican with its content cache, each lesson an article with a translation."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.course import COLLABORATORS, LANGUAGES, SECTIONS, Lesson, section_title
from benchmarks.systems import BASE_URL, THEMES, write


class Pelican:
    """Only what the comparison needs: no archives, categories, tags or authors."""

    name = "pelican"
    output = "output"
    leftovers: tuple[str, ...] = ("cache",)

    def __init__(self, environment: Path) -> None:
        """Find the command in a virtual environment."""
        self._command = environment / "bin" / "pelican"

    def lay_out(self, project: Path, lessons: Iterable[Lesson]) -> None:
        """Write the project."""
        shutil.copytree(THEMES / "pelican", project / "theme")
        write(project / "pelicanconf.py", _settings())
        for lesson in lessons:
            write(self.source(project, lesson), _article(lesson))

    def source(self, project: Path, lesson: Lesson) -> Path:
        """Return the file of a lesson."""
        return project / "content" / lesson.language / lesson.name

    def command(self, project: Path) -> Sequence[str | Path]:
        """Return the command that builds the project."""
        return [self._command, "--fatal", "errors", "--settings", project / "pelicanconf.py"]


def _article(lesson: Lesson) -> str:
    """Return the lesson with Pelican's own front matter; lists are joined by a bar."""
    values = {
        "Title": lesson.title,
        "Date": "2026-01-01",
        "Lang": lesson.language,
        "Slug": lesson.name.removesuffix(".md"),
        "Address": lesson.slug,
        "Number": f"{lesson.number:04}",  # sorted as text
        "Part": lesson.section,
        "Summary": lesson.summary,
        "Takeaways": "|".join(lesson.takeaways),
        "Collaborators": "|".join(COLLABORATORS),
    }
    return "\n".join(f"{key}: {value}" for key, value in values.items()) + f"\n\n{lesson.body}"


def _settings() -> str:
    values = {
        "SITENAME": "Course",
        "SITEURL": BASE_URL.rstrip("/"),
        "PATH": "content",
        "OUTPUT_PATH": "output",
        "THEME": "theme",
        "TIMEZONE": "UTC",
        "DEFAULT_LANG": LANGUAGES[0],
        "ARTICLE_URL": "{lang}/{address}/",
        "ARTICLE_SAVE_AS": "{lang}/{address}/index.html",
        "ARTICLE_LANG_URL": "{lang}/{address}/",
        "ARTICLE_LANG_SAVE_AS": "{lang}/{address}/index.html",
        "ARTICLE_ORDER_BY": "number",
        "DIRECT_TEMPLATES": ["index"],
        "AUTHOR_SAVE_AS": "",
        "CATEGORY_SAVE_AS": "",
        "TAG_SAVE_AS": "",
        "FEED_ALL_ATOM": "feed.xml",
        "CATEGORY_FEED_ATOM": None,
        "TRANSLATION_FEED_ATOM": "{lang}/feed.xml",
        "CACHE_CONTENT": True,
        "LOAD_CONTENT_CACHE": True,
        "PARTS": {
            language: [section_title(language, n) for n in range(1, SECTIONS + 1)]
            for language in LANGUAGES
        },
    }
    return "\n".join(f"{key} = {value!r}" for key, value in values.items()) + "\n"
