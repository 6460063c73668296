"""Builds after a change of words: which pages are amended, and what goes the whole way."""

import re
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from lessongen.cli import main
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.parsing.document import Parsed, parse_document
from lessongen.shell.calls import Call

SETTLED = 0.03  # seconds after which a file's stamp tells every later change
EN = """---
title: Start small
lesson: 1
section: One
slug: start-small
summary: Begin with one thing.
takeaways: [One., Two., Three.]
---
Before you practise, choose one skill.

## How

Spend ten minutes on it. See [the next lesson](02-rest.md).
"""
SECOND = """---
title: Rest
lesson: 2
section: One
slug: rest
summary: Then rest.
takeaways: [One., Two., Three.]
---
Rest a while.
"""
ES = """---
title: Empieza por poco
slug: empieza
summary: Comienza con una sola cosa.
takeaways: [Uno., Dos., Tres.]
---
Antes de practicar, elige una habilidad.

## Cómo

Dedícale diez minutos. Mira [la siguiente lección](02-rest.md).
"""
FIRST = "content/en/01-start.md"
PAGE = "site/en/start-small/index.html"


class Course:
    """A small project, and the calls that went the whole way since the last look."""

    def __init__(self, folder: Path, calls: list[Call], said: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._calls = calls
        self._said = said

    def write(self, path: str, text: str) -> None:
        """Write a file of the project, and wait until its stamp is old enough."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        time.sleep(SETTLED)

    def edit(self, path: str, old: str, new: str) -> None:
        """Exchange some of a file's text."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def page(self, path: str = PAGE) -> str:
        """A page of the output."""
        return (self.folder / path).read_text(encoding="utf-8")

    def build(self, *options: str) -> str:
        """Build; what was said on standard output comes back."""
        assert main(["--project", str(self.folder), "build", *options]) == 0
        return self._said.readouterr().out

    def is_amended(self, *options: str) -> bool:
        """Build, and tell whether that went the short way."""
        self._calls.clear()
        self.build(*options)
        return not self._calls


@pytest.fixture(name="course")
def _course(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    whole_builds: list[Call],
) -> Course:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "")
    course = Course(tmp_path, whole_builds, capsys)
    for path, text in ((FIRST, EN), ("content/en/02-rest.md", SECOND)):
        course.write(path, text)
    course.write("content/es/01-start.md", ES)
    course.build()
    return course


def test_new_words_are_written_into_the_pages_that_show_them(course: Course) -> None:
    stamps = {path: path.stat().st_mtime_ns for path in (course.folder / "site").rglob("*.html")}
    course.edit(FIRST, "choose one skill", "choose a single skill")
    assert course.is_amended()
    written = {
        path.relative_to(course.folder / "site").as_posix()
        for path, stamp in stamps.items()
        if path.stat().st_mtime_ns != stamp
    }
    assert written == {
        "en/start-small/index.html",
        "en/start-small/es/index.html",
        "es/empieza/en/index.html",
        "en/all/index.html",
        "translations/index.html",
        "translations/es/index.html",
    }
    assert "choose a single skill" in course.page()


def test_then_nothing_is_left_to_do(course: Course) -> None:
    course.edit(FIRST, "choose one skill", "choose a single skill")
    course.build()
    assert "nothing to write" in course.build()


def test_a_whole_build_after_it_writes_only_what_else_has_changed(course: Course) -> None:
    course.edit(FIRST, "choose one skill", "choose a single skill")
    assert course.is_amended()
    stamp = (course.folder / PAGE).stat().st_mtime_ns
    course.edit("content/en/02-rest.md", "summary: Then rest.", "summary: Then take a rest.")
    assert not course.is_amended()
    assert (course.folder / PAGE).stat().st_mtime_ns == stamp


def test_explain_knows_no_reason_to_write_it_again(
    course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    course.edit(FIRST, "choose one skill", "choose a single skill")
    assert course.is_amended()
    main(["--project", str(course.folder), "explain", "/en/start-small/"])
    assert "body" not in capsys.readouterr().out.split("made from")[0]


def test_one_change_after_another_is_amended(course: Course) -> None:
    for number in range(3):
        course.edit(FIRST, "Spend", f"({number}) Spend")
        assert course.is_amended(), number
    course.edit("content/es/01-start.md", "elige una", "elige otra")
    assert course.is_amended()
    assert "(0) (1) (2) Spend" in course.page("site/es/empieza/en/index.html")


def test_links_lead_where_they_did_in_another_order_and_number(course: Course) -> None:
    file, page = "content/en/02-rest.md", "site/en/rest/index.html"
    start, there = "[start](01-start.md)", "[there](https://example.org/)"
    orders = (f"{start} {there}", f"{there} {start}", f"{there} {start} {there}", there, "")
    course.edit(file, "Rest a while.", f"Rest a while. {orders[0]}")
    assert not course.is_amended()
    for before, after in pairwise(orders):
        course.edit(file, f"while. {before}", f"while. {after}")
        assert course.is_amended()
        assert re.findall(r'<a href="([^"]+)"[^>]*>(?:start|there)</a>', course.page(page)) == [
            "../../en/start-small/" if each == start else "https://example.org/"
            for each in re.findall(r"\[.*?\)", after)
        ]


def test_a_new_link_that_leads_out_of_the_site_is_amended(course: Course) -> None:
    course.edit(FIRST, "ten minutes", "[ten](https://example.org/?a=1&b=2) minutes")
    assert course.is_amended()
    assert '<a href="https://example.org/?a=1&amp;b=2">ten</a>' in course.page()


def test_what_was_read_before_a_whole_build_is_not_read_again(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lessongen.shell.workers._can_fork", lambda: False)
    read: list[str] = []
    known = parse_document

    def noted(file: SourceFile, **options: object) -> Outcome[Parsed]:
        read.append(file.path)
        return known(file, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("lessongen.parsing.document.parse_document", noted)
    course.edit(FIRST, "title: Start small", "title: Start smaller")
    assert not course.is_amended()
    assert read == [FIRST]


def test_an_editor_that_puts_a_new_file_in_place_of_the_old_one_is_as_quick(course: Course) -> None:
    beside = course.folder / "content/en/.01-start.md.swp"
    beside.write_text(EN.replace("one skill", "a skill"), encoding="utf-8")
    beside.replace(course.folder / FIRST)
    time.sleep(SETTLED)
    assert course.is_amended()
    assert "choose a skill" in course.page()


def test_the_same_problems_are_told_again(course: Course) -> None:
    before = course.build("--format", "json")
    course.edit(FIRST, "choose one skill", "choose a single skill")
    assert course.is_amended("--format", "json")
    course.edit(FIRST, "choose a single skill", "choose one skill")
    assert course.build("--format", "json") == before


def with_an_old_state(course: Course) -> None:
    """A translation is added, and what the build knew of its files is lost: a disk was full."""
    state = course.folder / ".lessongen/state"
    old = state.read_bytes()
    course.write("content/es/02-rest.md", "---\ntitle: Descansa\n---\nUn rato.\n")
    course.build()
    state.write_bytes(old)
    course.edit("content/en/02-rest.md", "a while", "a long while")


Change = Callable[[Course], object]
WHOLE: dict[str, Change] = {
    "a title": lambda course: course.edit(FIRST, "title: Start small", "title: Start smaller"),
    "a heading": lambda course: course.edit(FIRST, "## How", "## How so"),
    "a new link": lambda course: course.edit(FIRST, "ten minutes", "[ten](#how) minutes"),
    "many more words": lambda course: course.edit(FIRST, "Spend", "Spend a lot " * 300),
    "a mistake": lambda course: course.edit(FIRST, "Spend", "Spend <script>x</script>"),
    "a new file": lambda course: course.write("content/en/pages/about.md", "---\ntitle: A\n---\n"),
    "a file less": lambda course: (course.folder / "content/es/01-start.md").unlink(),
    "settings": lambda course: course.write("lessongen.yaml", "untranslated: hide\n"),
    "a template": lambda course: course.write("templates/redirect.html", "{{ page.title }}"),
    "a page by hand": lambda course: course.write(PAGE, "by hand"),
    "a page that is gone": lambda course: (course.folder / PAGE).unlink(),
    "nothing remembered": lambda course: (course.folder / ".lessongen/prints").unlink(),
    "a state that is too old": with_an_old_state,
    "no numbers": lambda course: (course.folder / ".lessongen/numbers").unlink(),
}


@pytest.mark.parametrize("change", WHOLE.values(), ids=WHOLE)
def test_anything_else_takes_a_whole_build(course: Course, change: Change) -> None:
    course.edit(FIRST, "choose one skill", "choose a single skill")
    change(course)
    assert not course.is_amended()
    assert "choose a single skill" in course.page()


def test_a_link_in_the_place_of_a_document_takes_a_whole_build(course: Course) -> None:
    other = course.folder / "content/en/other.txt"
    other.write_text(EN, encoding="utf-8")
    (course.folder / FIRST).unlink()
    (course.folder / FIRST).symlink_to(other)
    time.sleep(SETTLED)
    assert not course.is_amended()


def test_a_confirmed_translation_that_falls_behind_takes_a_whole_build(course: Course) -> None:
    assert main(["--project", str(course.folder), "tr", "ok", "1", "--by", "Ana"]) == 0
    time.sleep(SETTLED)
    course.build()
    course.edit(FIRST, "choose one skill", "choose a single skill")
    assert not course.is_amended()
    assert 'class="notice stale"' in course.page("site/es/empieza/index.html")
    course.edit(FIRST, "a single skill", "one single skill")
    assert course.is_amended()
    assert "one single skill" in course.page("site/translations/status.json")
