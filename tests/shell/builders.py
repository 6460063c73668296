"""Small projects on disk, and sessions that look at them."""

from collections.abc import Mapping
from pathlib import Path

from lessongen.shell.memo_file import MemoFile
from lessongen.shell.project_files import ProjectFiles

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x07\x00\x00\x00\x05\x08\x02\x00\x00\x00"
    b"\x00\x00\x00\x00"
)

LESSON = """---
title: {title}
lesson: {number}
section: 1
summary: What {title} is about.
takeaways: [One., Two., Three.]
slug: {slug}
published: 2026-01-05
---
{body}
"""


def lesson(number: int = 1, title: str = "A", slug: str = "a", body: str = "Words.") -> str:
    """The text of a lesson without mistakes."""
    return LESSON.format(title=title, number=number, slug=slug, body=body)


def make_project(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A project with these files."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def open_files(root: Path) -> ProjectFiles:
    """The project's files as a first build sees them."""
    return ProjectFiles(str(root), {}, 0, MemoFile("", "", writable=False))
