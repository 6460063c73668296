"""A run with nothing to do is over before anything is loaded; any change, and it is not."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from lessongen.shell.calls import Call, plain_call
from lessongen.shell.unchanged import Record, look
from tests.shell.builders import PNG, lesson, make_project

TODAY = "1795219200"  # 2026-11-21

FILES: Mapping[str, str | bytes] = {
    "lessongen.yaml": "base_url: https://example.org/\n",
    "content/en/01-a.md": lesson(),
    "content/en/02-b.md": lesson(2, "B", "b", "![Alt](../a.png)"),
    "content/a.png": PNG,
    "templates/redirect.html": "<p>{{ page.root }}</p>",
}

# Everything that a run with nothing to do may load beside what Python itself starts with.
LIGHT = {
    "binascii",
    "gc",
    "lessongen",
    "lessongen.cli",
    "lessongen.shell",
    "lessongen.shell.calls",
    "lessongen.shell.clock",
    "lessongen.shell.console",
    "lessongen.shell.store",
    "lessongen.shell.summary",
    "lessongen.shell.unchanged",
    "lessongen.shell.usage",
}


def run(project: Path, *arguments: str, **environment: str) -> tuple[int, str, str, set[str]]:
    """Exit code, what was printed, and which modules were loaded for it."""
    code = (
        "import sys, marshal, time; before = set(sys.modules)\n"
        "from lessongen.cli import main\n"
        "code = main(sys.argv[1:])\n"
        "print('LOADED', *sorted(set(sys.modules) - before), file=sys.stderr)\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--project", str(project), *arguments],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": "src",
            "SOURCE_DATE_EPOCH": TODAY,
            "XDG_CACHE_HOME": str(project.parent / "cache"),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    words, _, loaded = done.stderr.partition("LOADED ")
    return done.returncode, done.stdout, words, set(loaded.split())


def settle() -> None:
    """Let a tick of the file system's clock pass."""
    time.sleep(0.05)


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project", FILES)
    settle()
    return project


def is_quick(project: Path, *arguments: str, **environment: str) -> bool:
    """Whether the run was over at once; either way it went well."""
    code, out, _, loaded = run(project, *(arguments or ("build",)), **environment)
    assert code == 0, out
    return not loaded - LIGHT


def test_the_second_build_loads_nothing(project: Path) -> None:
    _, first, _, loaded = run(project, "build")
    assert "2 lessons in 1 language, 10 pages and" in first
    assert "jinja2" in loaded
    code, second, words, loaded = run(project, "build")
    assert (code, words) == (0, "")
    assert second.startswith("2 lessons in 1 language, nothing to write, 10 pages unchanged, 0.")
    assert loaded <= LIGHT


def test_the_second_check_loads_nothing(project: Path) -> None:
    assert not is_quick(project, "check")
    assert is_quick(project, "check")


def test_what_was_wrong_is_said_again(project: Path) -> None:
    (project / "content" / "en" / "01-a.md").write_text(
        lesson(body="![](x.png)\n\n[x](gone.md)"), encoding="utf-8"
    )
    for command in ("build", "check"):
        first = run(project, command)
        second = run(project, command)
        assert first[0] == second[0] == 1
        assert "error[broken-link]" in first[2]
        assert second[2] == first[2]
        assert second[3] <= LIGHT
        assert first[1].rpartition(",")[0] == second[1].rpartition(",")[0]


@pytest.mark.parametrize("form", ["json", "github"])
def test_every_form_is_said_again(project: Path, form: str) -> None:
    (project / "content" / "en" / "01-a.md").write_text(
        lesson(body="## A\n\n#### B"), encoding="utf-8"
    )
    first = run(project, "check", "--format", form)
    second = run(project, "check", "--format", form)
    assert "heading-order" in first[1]
    assert second[1] == first[1]
    assert second[3] <= LIGHT


def edit(path: Path, text: str) -> None:
    """Save a file of the same length under the same time."""
    info = path.stat()
    assert len(text) == info.st_size
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))


# In an order in which each of them is possible after those before.
CHANGES: Mapping[str, Callable[[Path], object]] = {
    "a text": lambda p: (p / "content/en/01-a.md").write_text(lesson(body="New."), "utf-8"),
    "a text that keeps length and time": lambda p: edit(
        p / "content/en/01-a.md", lesson(body="Old.")
    ),
    "a new text": lambda p: (p / "content/en/03-c.md").write_text(lesson(3, "C", "c"), "utf-8"),
    "a text that is gone": lambda p: (p / "content/en/03-c.md").unlink(),
    "a new folder": lambda p: (p / "content/es").mkdir(),
    "an image": lambda p: (p / "content/a.png").write_bytes(PNG + b"x"),
    "settings": lambda p: (p / "lessongen.yaml").write_text("time_zone: UTC\n", "utf-8"),
    "settings that are gone": lambda p: (p / "lessongen.yaml").unlink(),
    "a template": lambda p: (p / "templates/redirect.html").write_text("x", "utf-8"),
    "a new template": lambda p: (p / "templates/x.html").write_text("x", "utf-8"),
    "templates that are gone": lambda p: shutil.rmtree(p / "templates"),
    "a page that is gone": lambda p: (p / "site/en/a/index.html").unlink(),
    "a page changed by hand": lambda p: (p / "site/en/a/index.html").write_text("x", "utf-8"),
    "the manifest": lambda p: (p / "site/.lessongen-manifest").unlink(),
    "the output": lambda p: shutil.rmtree(p / "site"),
    "a leftover": lambda p: (p / "site/.lessongen-tmp-1").write_text("x", "utf-8"),
    "the cache": lambda p: shutil.rmtree(p / ".lessongen"),
}


def test_any_change_is_noticed_and_then_all_is_quiet_again(project: Path) -> None:
    run(project, "build")
    for name, change in CHANGES.items():
        change(project)
        settle()
        assert not is_quick(project), name
        assert is_quick(project), name
    assert not list((project / "site").rglob(".lessongen-tmp-*"))


def test_a_link_that_leads_elsewhere_is_noticed(project: Path) -> None:
    link = project / "content" / "en" / "03-c.md"
    for name, title in (("x.md", "X"), ("y.md", "Y")):
        (project / "content" / name).write_text(lesson(3, title, "c"), encoding="utf-8")
    link.symlink_to("../x.md")
    settle()
    run(project, "build")
    assert is_quick(project)
    link.unlink()
    link.symlink_to("../y.md")
    settle()
    assert not is_quick(project)


def test_another_wish_is_another_run(project: Path) -> None:
    run(project, "check")
    for options in (["--drafts"], ["--strict"], ["--base-url", "https://a.example/"]):
        assert not is_quick(project, "check", *options), options
        assert is_quick(project, "check", *options), options
    assert not is_quick(project, "check")


def test_another_output_folder_is_another_run(project: Path) -> None:
    run(project, "build")
    other = str(project.parent / "other")
    assert not is_quick(project, "build", "--output", other)
    assert is_quick(project, "build", "--output", other)
    assert not is_quick(project)


def test_asking_for_a_clean_build_gets_one(project: Path) -> None:
    run(project, "build")
    assert not is_quick(project, "build", "--clean")
    assert is_quick(project)


def test_how_many_processes_and_which_colours_make_no_difference(project: Path) -> None:
    run(project, "build")
    assert is_quick(project, "build", "--jobs", "2")
    done = run(project, "--color", "never", "build")
    assert done[3] <= LIGHT


def test_the_next_day_is_another_day(project: Path) -> None:
    run(project, "build")
    same = str(int(TODAY) + 3600)
    tomorrow = str(int(TODAY) + 86_400)
    assert is_quick(project, SOURCE_DATE_EPOCH=same)
    assert not is_quick(project, SOURCE_DATE_EPOCH=tomorrow)
    assert not is_quick(project, SOURCE_DATE_EPOCH=same)


def test_a_project_that_was_moved_is_still_known(project: Path) -> None:
    run(project, "check")
    moved = project.rename(project.parent / "moved")
    assert is_quick(moved, "check")


def test_a_copy_of_a_project_is_built_for_itself(project: Path) -> None:
    run(project, "build")
    copy = project.parent / "copy"
    shutil.copytree(project, copy, symlinks=True)
    settle()
    assert not is_quick(copy)


def test_a_damaged_record_is_no_record(project: Path) -> None:
    run(project, "check")
    record = project / ".lessongen" / "unchanged-check"
    content = record.read_bytes()
    flipped = content[:500] + bytes([content[500] ^ 1]) + content[501:]
    for damaged in (content[:-10], flipped, b"", b"rubbish" * 100):
        record.write_bytes(damaged)
        assert not is_quick(project, "check"), damaged
        assert is_quick(project, "check"), damaged


def test_other_commands_and_mistakes_are_left_to_the_full_command_line() -> None:
    for arguments in (
        [],
        ["new", "site", "x"],
        ["build", "--help"],
        ["--version"],
        ["build", "extra"],
        ["build", "build"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "-1"],
        ["build", "--jobs", "x"],
        ["build", "--jobs", "1000"],
        ["build", "--format", "xml"],
        ["build", "--strict=1"],
        ["build", "--output"],
        ["build", "--output="],
        ["build", "--output", "--strict"],
        ["build", "--color", "never"],
        ["build", "--base_url", "x"],
        ["--strict", "build"],
        ["--project", "build"],
        ["--project=", "build"],
        ["check", "--output", "x"],
        ["--", "build"],
    ):
        assert plain_call(arguments) is None, arguments


def test_a_record_of_another_form_is_none() -> None:
    assert Record.unpack(None) is None
    assert Record.unpack((1, 2)) is None
    assert Record.unpack(Record().pack()) is not None


def test_without_a_cache_nothing_is_known(tmp_path: Path) -> None:
    call = Call("build")
    call.project = str(tmp_path)
    assert look(call) is None
