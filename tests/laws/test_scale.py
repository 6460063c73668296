"""What one edit costs in a large course: the pages that show something of it, and no others."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.course import make_course
from benchmarks.lessongen_system import Lessongen
from lessongen.cli import main

LESSONS = 250


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built course with 250 lessons in each of two languages."""
    project = tmp_path_factory.mktemp("large") / "course"
    Lessongen().lay_out(project, make_course(LESSONS))
    assert main(["--project", str(project), "build"]) == 0
    return project


def written_by(project: Path, file: str, old: str, new: str) -> set[str]:
    """The pages that a build writes after one edit."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    before = times(project)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main(["--project", str(project), "build"]) == 0
    after = times(project)
    assert before.keys() == after.keys()
    return {page for page, time in after.items() if time != before[page]}


def times(project: Path) -> Mapping[str, int]:
    """When each file was written, without the search index: that is made anew for any text."""
    site = project / "site"
    files = (path for path in site.rglob("*") if path.is_file() and path.suffix != "")
    pages = (path for path in files if site / "pagefind" not in path.parents)
    return {path.relative_to(site).as_posix(): os.stat(path).st_mtime_ns for path in pages}


def lesson_file(project: Path, number: int) -> str:
    [path] = (project / "content/en").glob(f"{number:04}-*.md")
    return path.relative_to(project).as_posix()


def front(project: Path, file: str, key: str) -> str:
    lines = (project / file).read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"{key}:"))


def test_an_edited_body_rewrites_its_page_and_the_page_of_all_lessons(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = lesson_file(course, 120)
    line = front(course, file, "slug")
    page = f"en/{line.split(':')[1].strip().strip(chr(34))}/index.html"
    written = written_by(course, file, ".\n", ", again.\n")
    assert page in written
    shown = {page, "en/all/index.html", "en/feed.xml", "en/feed.json"}
    # The dashboard counts the words that there are to translate.
    counted = {f"translations/{name}" for name in ("index.html", "es/index.html", "status.json")}
    # Both pages that show the text beside its translation.
    beside = {name for name in written if name.count("/") == 3 and name[:3] in ("en/", "es/")}
    assert len(beside) == 2
    assert written <= shown | counted | beside
    text = (course / file).read_text(encoding="utf-8")
    (course / file).write_text(text + "\nOne more paragraph.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["--project", str(course), "explain", file]) == 0
    assert "body" in capsys.readouterr().out


def test_an_edited_title_rewrites_the_pages_that_show_it(course: Path) -> None:
    file = lesson_file(course, 60)
    line = front(course, file, "title")
    written = written_by(course, file, line, line.rstrip('"') + ' anew"')
    lessons = {page for page in written if page.count("/") == 2 and page.startswith("en/")}
    assert 3 <= len(lessons) < LESSONS
    assert not {page for page in written if page.startswith("es/") and page.count("/") == 2}


def test_white_space_at_the_end_of_a_line_rewrites_nothing(course: Path) -> None:
    assert written_by(course, lesson_file(course, 30), "\n\n", "\n\n\n") == set()
