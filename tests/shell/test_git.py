import os
import subprocess
from pathlib import Path

import pytest

from lessongen.shell.git import Git

WHO = ("-c", "user.name=Ana María", "-c", "user.email=ana@example.org")


@pytest.fixture(autouse=True)
def _nobodys_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *WHO, *words], cwd=folder, check=True, capture_output=True)


def _commit(folder: Path, path: str, text: str, subject: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", subject)


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """A project in a folder of a repository."""
    _git(tmp_path, "init", "--quiet")
    _commit(tmp_path, "course/content/en/año 1.md", "One.\nTwo.\n", "First: the lesson")
    return tmp_path / "course"


def test_without_git_there_are_no_answers(tmp_path: Path) -> None:
    git = Git(str(tmp_path))
    assert not git.is_there()
    assert git.committed(["a.md"]) == {}
    assert git.blame("a.md") == {}
    assert git.revisions("a.md") == ()


def test_a_repository_without_a_commit_knows_nothing(tmp_path: Path) -> None:
    _git(tmp_path, "init", "--quiet")
    assert not Git(str(tmp_path)).is_there()


def test_a_machine_without_git_knows_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert not Git(str(project)).is_there()
    assert Git(str(project)).user_name() == ""


def test_committed_files_are_found_below_the_project(project: Path) -> None:
    (project / "content/en/año 1.md").write_text("Three.\n", encoding="utf-8")
    found = Git(str(project)).committed(["content/en/new.md", "content/en/año 1.md", "content"])
    assert found == {"content/en/año 1.md": b"One.\nTwo.\n"}


def test_a_line_is_blamed_on_its_newest_commit(project: Path) -> None:
    _commit(project, "content/en/año 1.md", "One.\nTwo and a half.\n", "Second: a half")
    (project / "content/en/año 1.md").write_text("Three.\n", encoding="utf-8")
    lines = Git(str(project)).blame("content/en/año 1.md")
    assert {text: commit.subject for text, commit in lines.items()} == {
        "One.": "First: the lesson",
        "Two and a half.": "Second: a half",
    }
    assert lines["One."].author == "Ana María"


def test_revisions_come_newest_first(project: Path) -> None:
    _commit(project, "content/en/año 1.md", "Two.\n", "Second")
    assert [each.subject for each in Git(str(project)).revisions("content/en/año 1.md")] == [
        "Second",
        "First: the lesson",
    ]


def test_a_file_is_read_as_it_was_in_each_commit(project: Path) -> None:
    path = "content/en/año 1.md"
    first = Git(str(project)).head()
    _commit(project, path, "Two.\n", "Second")
    git = Git(str(project))
    names = [first, git.head(), "HEAD~9"]
    assert git.versions(path, names) == {names[0]: b"One.\nTwo.\n", names[1]: b"Two.\n"}
    assert [each.subject for each in git.revisions(path, at=first)] == ["First: the lesson"]
    assert git.versions("content/none.md", names) == {}


def test_nothing_that_a_repository_names_is_run(project: Path) -> None:
    trap = project.parent / "trap"
    trap.write_text("#!/bin/sh\ntouch $(dirname $0)/sprung\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    (project / ".gitattributes").write_text("*.md filter=x diff=x\n", encoding="utf-8")
    settings = ("core.pager", "core.fsmonitor", "filter.x.clean", "filter.x.smudge")
    for name in (*settings, "diff.x.textconv", "diff.x.command", "diff.external"):
        _git(project, "config", name, str(trap))
    git = Git(str(project))
    path = "content/en/año 1.md"
    (project / path).write_text("Three.\n", encoding="utf-8")
    assert git.is_there()
    assert git.committed([path])
    assert git.blame(path)
    assert git.revisions(path)
    git.user_name()
    assert not (project.parent / "sprung").exists()
