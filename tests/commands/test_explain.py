from pathlib import Path

import pytest

from tests.commands.builders import Project
from tests.shell.builders import lesson

PAGE = "site/en/ask-early/index.html"


@pytest.mark.parametrize(
    "place",
    [
        "/en/ask-early/",
        "/en/ask-early",
        "/en/ask-early/#why",
        "en/ask-early/index.html",
        "en/ask-early",
        "https://example.org/course/en/ask-early/",
        "https://example.org/course/en/ask-early/?x=1#y",
        "http://localhost:8000/en/ask-early/",
        "site/en/ask-early/index.html",
        "site/en/ask-early",
        "site/en/ask-early/",
    ],
)
def test_a_page_is_named_by_address_or_file(
    project: Project, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(project.folder)
    project.build()
    done = project.run("explain", place)
    assert (done.code, done.err) == (0, "")
    address, file, sources, state = done.out.splitlines()
    assert (address, file) == ("/en/ask-early/", "  file: en/ask-early/index.html")
    assert sources.startswith("  made from: content/en/01-a.md")
    assert state == "  unchanged"


def test_the_chooser_is_a_page_too(project: Project) -> None:
    project.build()
    assert project.run("explain", "/").out.startswith("/\n  file: index.html\n")


@pytest.mark.parametrize("place", ["content/en/01-a.md", "./content/en/01-a.md"])
def test_a_source_is_explained_by_the_pages_made_from_it(project: Project, place: str) -> None:
    project.build()
    done = project.run("explain", place)
    assert "/en/ask-early/\n" in done.out
    assert "/es/pregunta-pronto/\n" in done.out
    assert "/en/write-it-down/\n  file" not in done.out or "content/en/01-a.md" in done.out


def test_a_source_may_be_named_from_where_one_stands(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.folder / "content" / "en")
    assert "/en/ask-early/" in project.run("explain", "01-a.md").out


def test_before_the_first_build_everything_is_new(project: Project) -> None:
    assert "would be written: it is new\n" in project.run("explain", "/en/ask-early/").out


def test_after_an_edit_it_says_what_differs(project: Project) -> None:
    project.build()
    project.put("content/en/01-a.md", lesson(1, "Ask earlier", "ask-early"))
    assert "title" in reasons(project, "/en/ask-early/")
    neighbour = reasons(project, "/en/write-it-down/")
    assert neighbour
    assert "title" not in neighbour
    project.build()
    assert reasons(project, "/en/ask-early/") == []


def reasons(project: Project, place: str) -> list[str]:
    """Why a page would be written."""
    _, _, why = project.run("explain", place).out.partition("would be written: ")
    return why.strip().split(", ") if why else []


def test_a_page_changed_by_hand_is_said_to_be(project: Project) -> None:
    project.build()
    project.put(PAGE, "by hand")
    assert "would be written: changed by hand\n" in project.run("explain", "/en/ask-early/").out


def test_explaining_changes_nothing(project: Project) -> None:
    project.build()
    project.put("content/en/01-a.md", lesson(1, "New", "new"))
    before = project.tree()
    project.run("explain", "/en/new/")
    assert project.tree() == before
    assert "written" in project.build().out


def test_a_page_that_will_be_deleted_is_said_to_be(project: Project) -> None:
    project.build()
    project.folder.joinpath("content/en/02-b.md").unlink()
    done = project.run("explain", "/en/write-it-down/")
    assert (done.code, "would be deleted" in done.err) == (2, True)


def test_what_is_nothing_here_is_wrong_usage_with_a_hint(project: Project) -> None:
    done = project.run("explain", "content/en/01-b.md")
    assert done.code == 2
    assert 'did you mean "content/en/0' in done.err
    assert project.run("explain", "").code in (0, 2)


def test_with_errors_there_is_nothing_to_explain(project: Project) -> None:
    project.put("content/en/01-a.md", lesson(body="[x](gone.md)"))
    done = project.run("explain", "/en/ask-early/")
    assert (done.code, "error[broken-link]" in done.err) == (1, True)


def test_another_output_folder_may_be_meant(project: Project, tmp_path: Path) -> None:
    project.build()
    other = str(tmp_path / "other")
    assert "it is new" in project.run("explain", "/en/ask-early/", "--output", other).out
