"""All ways of saving are heard of: nothing here asks for a look."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from lessongen.serving.wake import Wake
from lessongen.serving.watching import Watcher
from tests.serving.serving import Serving, served, until
from tests.shell.builders import lesson
from tests.tools import requires

LESSON = "content/en/01-a.md"


def text_with(words: str) -> str:
    """A lesson with these words."""
    return lesson(1, body=words)


def test_written_in_place(serving: Serving) -> None:
    serving.write(LESSON, text_with("In place."))
    serving.shows("/en/a/", "In place.")


def test_written_beside_and_renamed(serving: Serving) -> None:
    beside = serving.root / "content/en/.01-a.md.tmp"
    beside.write_text(text_with("Beside."), encoding="utf-8")
    beside.replace(serving.root / LESSON)
    serving.shows("/en/a/", "Beside.")


def test_renamed_away_and_written_anew_as_vim_does(serving: Serving) -> None:
    file = serving.root / LESSON
    swap = file.with_name(".01-a.md.swp")
    swap.write_bytes(b"b0VIM 8.2")
    file.rename(file.with_name("01-a.md~"))
    file.write_text(text_with("As Vim."), encoding="utf-8")
    swap.unlink()
    serving.shows("/en/a/", "As Vim.")
    assert not serving.live.current.problems


def test_from_another_folder_by_renaming(serving: Serving) -> None:
    beside = serving.root / "somewhere.md"
    beside.write_text(text_with("From elsewhere."), encoding="utf-8")
    beside.replace(serving.root / LESSON)
    serving.shows("/en/a/", "From elsewhere.")


def test_several_at_once(serving: Serving) -> None:
    for number in range(3, 40):
        name = f"l{number}"
        serving.write(f"content/en/{number:02}-{name}.md", lesson(number, name, name))
    serving.shows("/en/l39/", "L39".lower())
    serving.shows("/en/", "l21")


def test_the_settings_the_words_and_a_template(serving: Serving) -> None:
    serving.write("lessongen.yaml", "problems: {no-base-url: off}\ndashboard: false\n")
    until(lambda: serving.ask("/translations/").status == 404, "a site without a dashboard")
    serving.write("templates/article.html", "never used\n")  # the folder is new, too
    serving.write("templates/section.html", "My section\n")
    serving.shows("/en/section-1/", "My section")
    shutil.rmtree(serving.root / "templates")
    until(lambda: "My section" not in serving.ask("/en/section-1/").text, "the bundled template")


def test_folders_that_come_and_go(serving: Serving) -> None:
    content, away = serving.root / "content", serving.root / "away"
    serving.write("content/en/articles/deep/x.md", "---\ntitle: Deep\n---\nDeep words.\n")
    serving.shows("/en/articles/deep/", "Deep words.")
    (content / "en/articles/deep").rename(content / "en/articles/deeper")
    serving.write("content/en/articles/deeper/x.md", "---\ntitle: Deep\n---\nDeeper words.\n")
    serving.shows("/en/articles/deep/", "Deeper words.")
    content.rename(away)
    until(lambda: bool(serving.live.current.trouble), "trouble")
    assert "First words." in serving.ask("/en/a/").text
    away.rename(content)
    until(lambda: not serving.live.current.trouble, "the end of trouble")
    serving.write(LESSON, text_with("Back again."))
    serving.shows("/en/a/", "Back again.")


def test_an_event_in_a_folder_that_is_watched_anew(serving: Serving) -> None:
    """A look without a reason comes late; this must not wait for it."""
    content = serving.root / "content"
    shutil.copytree(content, serving.root / "copy")
    content.rename(serving.root / "old")
    (serving.root / "copy").rename(content)
    until(lambda: not serving.live.current.trouble, "the copy")
    for number in range(3):
        serving.write(LESSON, text_with(f"Copy {number}."))
        serving.shows("/en/a/", f"Copy {number}.")


def test_a_branch_of_git(project: Path) -> None:
    requires("git")
    environment = {
        **os.environ,
        **{f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER")
           for what in ("NAME", "EMAIL")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }  # fmt: skip

    def git(*words: str) -> None:
        subprocess.run(
            ["git", *words], cwd=project, check=True, env=environment, capture_output=True
        )

    git("init", "--initial-branch=main")
    git("add", "content", "lessongen.yaml")
    git("commit", "--message=one")
    git("checkout", "-b", "other")
    (project / "content/en/02-b.md").unlink()
    (project / LESSON).write_text(text_with("On the other branch."), encoding="utf-8")
    (project / "content/en/03-c.md").write_text(lesson(3, "C", "c"), encoding="utf-8")
    git("add", "--all", "content")
    git("commit", "--message=two")
    with served(project) as serving:
        serving.shows("/en/a/", "On the other branch.")
        git("checkout", "main")
        serving.shows("/en/a/", "First words.")
        serving.shows("/en/b/", "Words of B.")
        until(lambda: serving.ask("/en/c/").status == 404, "no C")
        git("checkout", "other")
        serving.shows("/en/a/", "On the other branch.")
        until(lambda: serving.ask("/en/b/").status == 404, "no B")


def test_a_system_that_watches_nothing_says_so(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_more_watches(_: Watcher) -> bool:
        return False

    monkeypatch.setattr(Watcher, "start", no_more_watches)
    with served(project) as serving:
        assert "looked at twice a second" in capsys.readouterr().out
        serving.write(LESSON, text_with("Without events."))
        serving.shows("/en/a/", "Without events.")


def test_reading_is_no_event(project: Path) -> None:
    wake = Wake()
    watcher = Watcher(str(project), wake)
    assert watcher.start()
    try:
        (project / LESSON).read_bytes()
        (project / "content/en/.01-a.md.swp").write_bytes(b"\x00")
        assert not wake.is_due
        (project / LESSON).write_text(text_with("Written."), encoding="utf-8")
        assert wake.wait(20)
    finally:
        watcher.stop()
