import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lessongen.cli import main
from lessongen.shell.project_files import ProjectFiles
from tests.commands.builders import Project, call, tree
from tests.shell.builders import PNG, lesson

PAGE = "site/en/ask-early/index.html"


def test_a_site_is_built_and_the_last_line_says_so(project: Project) -> None:
    done = project.build()
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("2 lessons in 2 languages, ")
    assert " pages and " in done.out
    assert re.search(r", \d+\.\d\d s( and \d+\.\d\d s for the search index)?\n$", done.out)
    assert "<h1" in project.read(PAGE)


def test_an_edit_writes_what_shows_it_and_no_more(project: Project) -> None:
    project.build()
    before = project.tree()
    project.put("content/en/01-a.md", lesson(1, "Ask early", "ask-early", "Other words."))
    done = project.build()
    changed = {path for path, content in project.tree().items() if before.get(path) != content}
    assert "en/ask-early/index.html" in changed
    assert "en/write-it-down/index.html" not in changed
    assert f"{len([p for p in changed if p.endswith('.html')])} pages" in done.out


def test_what_is_gone_from_the_content_is_gone_from_the_site(project: Project) -> None:
    project.build()
    project.folder.joinpath("content/en/02-b.md").unlink()
    done = project.build()
    assert "deleted" in done.out
    assert not project.folder.joinpath("site/en/write-it-down").exists()


def test_an_error_is_said_and_nothing_is_written(project: Project) -> None:
    project.build()
    before = project.tree()
    project.put("content/en/01-a.md", lesson(1, "Changed", "changed", "[x](gone.md)"))
    done = project.build()
    assert done.code == 1
    assert done.err.startswith("content/en/01-a.md:10:")
    assert ": error[broken-link]: " in done.err
    assert "nothing written, 1 error" in done.out
    assert project.tree() == before


def test_a_project_without_a_site_yet_gets_none_if_there_is_an_error(project: Project) -> None:
    project.put("content/en/01-a.md", lesson(body="[x](gone.md)"))
    assert project.build().code == 1
    assert not project.folder.joinpath("site").exists()


def test_warnings_are_said_and_count_only_if_asked(project: Project) -> None:
    project.put("content/en/01-a.md", lesson(1, "A", "a", "## One\n\n#### Two"))
    assert project.build().code == 0
    done = project.build("--strict")
    assert done.code == 1
    assert "warning[heading-order]" in done.err
    assert project.folder.joinpath("site/en/a/index.html").exists()


def test_a_check_finds_the_same_and_writes_nothing(project: Project) -> None:
    # Untranslated: a check also guesses what may be wrong with a translation.
    project.put("content/en/02-b.md", lesson(2, "B", "b", "[x](gone.md)\n\n## One\n\n#### Two"))
    built, checked = project.build(), project.run("check")
    assert checked.err == built.err
    assert checked.code == 1
    assert not project.folder.joinpath("site").exists()


def test_a_check_finds_mistakes_in_templates(project: Project) -> None:
    project.put("templates/lesson.html", "{{ page.titel }}")
    for _ in range(2):
        done = project.run("check", "--clean")
        assert (done.code, "error[template-error]" in done.err) == (1, True)
    project.folder.joinpath("templates/lesson.html").unlink()
    assert project.run("check").code == 0


def test_a_page_that_cannot_be_rendered_stops_the_build(project: Project) -> None:
    project.build()
    before = project.tree()
    project.put("templates/lesson.html", "{{ page.titel }}")
    assert project.build().code == 1
    assert project.tree() == before


def test_problems_as_json_are_the_data_and_the_summary_is_not(project: Project) -> None:
    project.put("content/en/01-a.md", lesson(1, "A", "a", "[x](gone.md)"))
    done = project.build("--format", "json")
    problems = [each for each in json.loads(done.out) if each["severity"] == "error"]
    assert [(each["code"], each["path"]) for each in problems] == [
        ("broken-link", "content/en/01-a.md")
    ]
    assert "nothing written" in done.err


def test_problems_as_annotations_name_files_from_here(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.folder.parent)
    project.put("content/en/01-a.md", lesson(1, "A", "a", "[x](gone.md)"))
    done = project.build("--format", "github")
    assert done.out.startswith("::error file=course/content/en/01-a.md,line=10,")


def test_colours_show_the_line(project: Project) -> None:
    project.put("content/en/01-a.md", lesson(1, "A", "a", "See [x](gone.md)."))
    done = project.run("--color", "always", "build")
    assert "\x1b[" in done.err
    assert "See [x](gone.md)." in done.err
    again = project.run("--color", "always", "build")
    assert again.err == done.err


def test_drafts_are_shown_if_asked(project: Project) -> None:
    project.put(
        "content/en/02-b.md", lesson(2, "B", "b").replace("slug: b", "slug: b\nstatus: draft")
    )
    project.build()
    assert not project.folder.joinpath("site/en/b").exists()
    project.build("--drafts")
    assert project.folder.joinpath("site/en/b/index.html").exists()
    project.build()
    assert not project.folder.joinpath("site/en/b").exists()


def test_another_base_url_may_be_given(project: Project) -> None:
    project.build("--base-url", "https://other.example/x")
    assert '"https://other.example/x/en/ask-early/"' in project.read(PAGE)
    project.build("--base-url=")
    assert "canonical" not in project.read(PAGE)


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org/", "https://", "https://a/?b"])
def test_a_base_url_that_is_none_is_wrong_usage(project: Project, url: str) -> None:
    done = project.build("--base-url", url)
    assert done.code == 2
    assert done.err.startswith("error: --base-url")


def test_the_site_may_go_elsewhere(project: Project, tmp_path: Path) -> None:
    project.build("--output", str(tmp_path / "public"))
    project.build()
    assert tree(tmp_path / "public") == project.tree()


def test_the_same_input_gives_the_same_bytes_anywhere(project: Project, tmp_path: Path) -> None:
    project.build()
    other = tmp_path / "elsewhere" / "course"
    shutil.copytree(project.folder / "content", other / "content")
    shutil.copy(project.folder / "lessongen.yaml", other)
    assert main(["--project", str(other), "build", "--jobs", "2"]) == 0
    assert tree(other / "site") == project.tree()


def test_a_clean_build_ignores_what_is_known_and_gives_the_same(project: Project) -> None:
    project.build()
    before = project.tree()
    times = {path: os.stat(project.folder / "site" / path).st_mtime_ns for path in before}
    done = project.build("--clean")
    assert "nothing to write" in done.out
    assert project.tree() == before
    assert times == {path: os.stat(project.folder / "site" / path).st_mtime_ns for path in before}


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_several_processes_give_the_same_site(project: Project, tmp_path: Path, jobs: str) -> None:
    for number in range(3, 12):
        project.put(f"content/en/{number:02}-x.md", lesson(number, f"X {number}", f"x-{number}"))
    project.put("content/en/02-b.md", lesson(2, "B", "b", "[x](gone.md) \xa0"))
    project.run("check", "--clean", "--jobs", "1")
    first = project.run("check", "--clean", "--jobs", "1")
    done = project.run("check", "--clean", "--jobs", jobs)
    assert (done.code, done.err) == (first.code, first.err)
    project.put("content/en/02-b.md", lesson(2, "B", "b"))
    project.build("--clean", "--jobs", jobs, "--output", str(tmp_path / "many"))
    project.build("--clean", "--jobs", "1", "--output", str(tmp_path / "one"))
    assert tree(tmp_path / "many") == tree(tmp_path / "one")


# --- the cache ---------------------------------------------------------------


def test_any_damage_to_the_cache_is_harmless(project: Project) -> None:
    project.build()
    expected = project.tree()
    project.put("content/en/01-a.md", lesson(1, "Ask early", "ask-early", "Other words."))
    for name in ("memo", "state", "unchanged-build", "lock", ".gitignore"):
        file = project.folder / ".lessongen" / name
        for damage in (b"", b"x" * 100, file.read_bytes()[:-7], file.read_bytes()[7:]):
            file.write_bytes(damage)
            assert project.build().code == 0, (name, damage[:10])
    project.put("content/en/01-a.md", lesson(1, "Ask early", "ask-early"))
    project.build()
    assert project.tree() == expected


def test_without_a_cache_everything_still_works(project: Project) -> None:
    project.put(".lessongen", "somebody's file")
    first = project.build()
    assert (first.code, first.err) == (0, "")
    before = project.tree()
    again = project.build()
    assert "nothing to write" in again.out
    assert project.tree() == before
    assert project.read(".lessongen") == "somebody's file"


def test_a_cache_of_an_older_engine_is_not_used(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build()
    monkeypatch.setattr("lessongen.shell.engine.sys.version", "another Python")
    assert "nothing to write" in project.build().out
    monkeypatch.undo()


def test_a_failed_build_does_not_forget_what_was_parsed(project: Project) -> None:
    project.build()
    memo = project.folder / ".lessongen" / "memo"
    size = memo.stat().st_size
    project.put("lessongen.yaml", "base_url: nonsense\n")
    assert project.build().code == 1
    assert memo.stat().st_size >= size


def test_two_builds_at_once_do_not_disturb_each_other(project: Project) -> None:
    for number in range(3, 30):
        project.put(f"content/en/{number:02}-x.md", lesson(number, f"X {number}", f"x-{number}"))
    command = [sys.executable, "-m", "lessongen", "--project", str(project.folder), "build"]
    environment = {**os.environ, "PYTHONPATH": "src"}
    for options in (["--clean"], []):
        running = [
            subprocess.Popen([*command, *options], env=environment, stdout=-1, stderr=-1, text=True)
            for _ in range(3)
        ]
        for process in running:
            _, err = process.communicate()
            assert (process.returncode, err) == (0, "")
    together = project.tree()
    shutil.rmtree(project.folder / "site")
    project.build("--clean")
    assert together == project.tree()


# --- files that are not ours, or not right -----------------------------------


def test_a_foreign_file_stops_the_build_and_stays(project: Project) -> None:
    project.put(PAGE, "mine")
    time.sleep(0.05)  # for long enough that the build may remember what it saw
    for _ in range(2):
        done = project.build()
        assert done.code == 1
        assert done.err.startswith("site/en/ask-early/index.html:1:1: error[foreign-file]: ")
    assert project.tree() == {"en/ask-early/index.html": b"mine"}
    project.folder.joinpath(PAGE).unlink()
    assert project.build().code == 0


def test_a_foreign_file_that_does_not_matter_stays(project: Project) -> None:
    project.put("site/CNAME", "example.org")
    project.put("site/.gitignore", "*")
    project.build()
    project.build("--clean")
    assert project.read("site/CNAME") == "example.org"


def test_an_error_of_the_output_cannot_be_switched_off(project: Project) -> None:
    project.put("lessongen.yaml", "problems: {foreign-file: off, route-collision: off}\n")
    project.put(PAGE, "mine")
    assert project.build().code == 1
    assert project.read(PAGE) == "mine"


def test_a_page_changed_by_hand_is_made_again(project: Project) -> None:
    project.build()
    expected = project.read(PAGE)
    project.put(PAGE, "by hand")
    assert "1 page written" in project.build().out
    assert project.read(PAGE) == expected


def test_a_stale_page_changed_by_hand_is_left_with_a_warning(project: Project) -> None:
    project.build()
    project.put("site/en/write-it-down/index.html", "by hand")
    project.folder.joinpath("content/en/02-b.md").unlink()
    for _ in range(2):
        done = project.build()
        assert "site/en/write-it-down/index.html:1:1: warning[stale-file]" in done.err
        assert project.read("site/en/write-it-down/index.html") == "by hand"
        time.sleep(0.05)
    project.folder.joinpath("site/en/write-it-down/index.html").unlink()
    assert project.build().err == ""


def test_an_image_is_copied_once_and_never_held_whole(project: Project) -> None:
    project.put("content/a.png", PNG)
    project.put("content/en/01-a.md", lesson(1, "A", "a", "![Alt](../a.png)"))
    assert project.build().code == 0
    (image,) = project.folder.glob("site/assets/a.*.png")
    assert image.read_bytes() == PNG
    assert 'width="7"' in project.read("site/en/a/index.html")


def test_hostile_files_are_problems_and_never_a_traceback(project: Project) -> None:
    content = project.folder / "content" / "en"
    project.put("content/en/03-c.md", b"\xff\xfe\x00")
    project.put("content/en/04-d.md", "")
    project.put("content/en/a\nb.md", "x")
    project.put("content/en/\x1b[31m.md", "x")
    content.joinpath("05-e.md").mkdir()
    content.joinpath("06-f.md").symlink_to("/etc/passwd")
    content.joinpath("07-g.md").symlink_to("nowhere")
    os.mkfifo(content / "08-h.md")
    (content / os.fsdecode(b"\xff.md")).write_text("x", encoding="utf-8")
    done = project.build()
    assert done.code == 1
    assert done.out.startswith("2 lessons")
    assert "\x1b" not in done.err
    assert "Traceback" not in done.err
    for words in (
        "content/en/03-c.md:1:1: error[unreadable-file]: this file is not UTF-8 text but UTF-16",
        "content/en/05-e.md:1:1: error[unreadable-file]",
        "content/en/06-f.md:1:1: error[outside-project]",
        "content/en/07-g.md:1:1: error[unreadable-file]",
        "content/en/08-h.md:1:1: error[unreadable-file]",
        "content/en/a\\x0ab.md:1:1: error[unreadable-file]",
        "content/en/\\x1b[31m.md:1:1: error[unreadable-file]",
        "content/en/\\udcff.md:1:1: error[unreadable-file]",
    ):
        assert words in done.err
    assert json.loads(project.build("--format", "json").out)


def test_no_secret_is_read_through_a_link(project: Project, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: secret\n---\nsecret\n", encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(PNG)
    en = project.folder / "content" / "en"
    en.joinpath("secret.md").symlink_to(tmp_path / "secret.md")
    en.joinpath("secret.png").symlink_to(tmp_path / "secret.png")
    project.put("content/en/01-a.md", lesson(1, "A", "a", "![x](secret.png)"))
    done = project.build()
    assert done.err.count("error[outside-project]") == 2
    assert not project.folder.joinpath("site").exists()


# --- wrong usage -------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--project", "nowhere", "build"], 'there is no folder "nowhere"'),
        (["--project", ".", "build"], "no folder content/"),
        (["--project", "course", "build", "--output", "course"], "holds the project itself"),
        (["--project", "course", "build", "--output", "course/content/x"], "lies in content/"),
        (["--project", "course", "build", "--output", "course/lessongen.yaml"], "is a file"),
    ],
)
def test_wrong_usage_is_said_in_one_line(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(project.folder.parent)
    done = call(*options, capsys=capsys)
    assert done.code == 2
    assert done.err.startswith("error: ")
    assert words in done.err
    assert done.err.count("\n") == 1


def test_a_clock_that_says_nonsense_is_wrong_usage(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    done = project.build()
    assert (done.code, "SOURCE_DATE_EPOCH" in done.err) == (2, True)


def test_an_output_that_cannot_be_written_is_said_in_one_line(project: Project) -> None:
    project.put("file", "x")
    done = project.build("--output", str(project.folder / "file" / "site"))
    assert done.code == 2
    assert done.err.startswith("error: cannot write")


def test_a_file_that_is_saved_during_the_build_is_built_as_saved(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = ProjectFiles.read
    saved: list[str] = []

    def read_and_save(self: ProjectFiles, path: str) -> object:
        if path == "content/en/01-a.md" and not saved:
            saved.append(path)
            project.put(path, lesson(1, "Saved meanwhile", "saved"))
        return original(self, path)

    monkeypatch.setattr(ProjectFiles, "read", read_and_save)
    assert project.build("--jobs", "1").code == 0
    assert "Saved meanwhile" in project.read("site/en/saved/index.html")
    assert not project.folder.joinpath(PAGE).exists()
