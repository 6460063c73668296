import os
import socket
from pathlib import Path

import pytest

from lessongen.shell.scan import Scan, scan_project


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """A project in a folder with something beside it."""
    put(tmp_path / "outside" / "secret.md")
    put(tmp_path / "project" / "content" / "en" / "01-a.md")
    return tmp_path / "project"


def put(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def scanned(project: Path) -> Scan:
    return scan_project(str(project))


def found(project: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """The files, and the problems by code and path."""
    scan = scanned(project)
    return sorted(scan.files), [(each.code, each.span.path) for each in scan.problems]


A = "content/en/01-a.md"


def test_everything_that_can_matter_is_found(project: Path) -> None:
    put(project / "lessongen.yaml")
    put(project / "templates" / "pieces" / "map.html")
    put(project / "content" / "es" / ".sync" / "01-a.sync")
    put(project / "content" / "images" / "a b.png")
    put(project / "notes.txt")
    put(project / "site" / "index.html")
    put(project / ".lessongen" / "memo")
    assert found(project) == (
        [
            A,
            "content/es/.sync/01-a.sync",
            "content/images/a b.png",
            "lessongen.yaml",
            "templates/pieces/map.html",
        ],
        [],
    )


def test_folders_are_remembered_so_that_new_files_show(project: Path) -> None:
    put(project / "content" / "en" / "articles" / "x.md")
    assert sorted(scanned(project).folders) == ["content", "content/en", "content/en/articles"]


@pytest.mark.parametrize(
    "name", [".01-a.md.swp", ".#01-a.md", "#01-a.md#", "01-a.md~", ".DS_Store", ".git/x.md"]
)
def test_what_editors_and_systems_leave_is_ignored(project: Path, name: str) -> None:
    put(project / "content" / "en" / name)
    assert found(project) == ([A], [])


def test_the_dangling_link_by_which_emacs_locks_a_file_is_ignored(project: Path) -> None:
    (project / "content" / "en" / ".#01-a.md").symlink_to("ana@host.1234:56")
    assert found(project) == ([A], [])


def test_a_name_that_only_begins_like_a_leftover_is_a_name(project: Path) -> None:
    put(project / "content" / "en" / "#1.md")
    assert "content/en/#1.md" in found(project)[0]


# --- links -------------------------------------------------------------------


def test_a_link_within_the_content_is_followed(project: Path) -> None:
    (project / "content" / "en" / "02-b.md").symlink_to("01-a.md")
    (project / "content" / "es").symlink_to("en")
    files, problems = found(project)
    assert problems == []
    assert files == [A, "content/en/02-b.md", "content/es/01-a.md", "content/es/02-b.md"]
    assert scanned(project).links["content/es"] == "en"


@pytest.mark.parametrize("target", ["../../../outside/secret.md", "../../../outside"])
def test_a_link_out_of_the_content_is_refused(project: Path, target: str) -> None:
    (project / "content" / "en" / "x").symlink_to(target)
    assert found(project) == ([A], [("outside-project", "content/en/x")])


def test_a_link_to_another_part_of_the_project_is_refused_too(project: Path) -> None:
    put(project / "notes.md")
    (project / "content" / "en" / "notes.md").symlink_to("../../notes.md")
    assert found(project) == ([A], [("outside-project", "content/en/notes.md")])


def test_a_link_through_a_link_counts_by_where_it_ends(project: Path) -> None:
    (project / "content" / "en" / "one").symlink_to(project.parent / "outside")
    (project / "content" / "en" / "two.md").symlink_to("one/secret.md")
    assert found(project)[1] == [
        ("outside-project", "content/en/one"),
        ("outside-project", "content/en/two.md"),
    ]


@pytest.mark.parametrize("name", ["content", "templates"])
def test_a_whole_folder_that_is_a_link_out_of_the_project_is_refused(
    tmp_path: Path, name: str
) -> None:
    put(tmp_path / "outside" / "en" / "secret.md")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / name).symlink_to("../outside")
    assert found(tmp_path / "project") == ([], [("outside-project", name)])


def test_the_settings_may_not_be_a_link_out_of_the_project(project: Path) -> None:
    (project / "lessongen.yaml").symlink_to("../outside/secret.md")
    assert found(project) == ([A], [("outside-project", "lessongen.yaml")])


def test_a_content_folder_may_be_a_link_within_the_project(tmp_path: Path) -> None:
    put(tmp_path / "lessons" / "en" / "01-a.md")
    (tmp_path / "content").symlink_to("lessons")
    assert found(tmp_path) == ([A], [])


def test_a_project_that_is_reached_by_a_link_is_no_trouble(project: Path) -> None:
    (project.parent / "here").symlink_to("project")
    (project / "content" / "en" / "02-b.md").symlink_to("01-a.md")
    assert found(project.parent / "here") == ([A, "content/en/02-b.md"], [])


def test_a_link_that_leads_nowhere_is_a_problem(project: Path) -> None:
    (project / "content" / "en" / "x.md").symlink_to("gone.md")
    assert found(project) == ([A], [("unreadable-file", "content/en/x.md")])


@pytest.mark.parametrize("target", [".", "..", "../en", "loop"])
def test_a_link_in_a_circle_is_a_problem_and_no_endless_walk(project: Path, target: str) -> None:
    (project / "content" / "en" / "loop").symlink_to(target)
    files, problems = found(project)
    assert files == [A]
    assert problems == [("unreadable-file", "content/en/loop")]


def test_two_folders_that_link_to_each_other_are_no_endless_walk(project: Path) -> None:
    put(project / "content" / "es" / "01-a.md")
    (project / "content" / "en" / "es").symlink_to("../es")
    (project / "content" / "es" / "en").symlink_to("../en")
    _, problems = found(project)
    assert {code for code, _ in problems} == {"unreadable-file"}


def test_links_that_multiply_come_to_an_end(project: Path) -> None:
    for number in range(12):
        folder = project / "content" / f"d{number}"
        folder.mkdir()
        for name in "abc":
            (folder / name).symlink_to(f"../d{number + 1}")
    (project / "content" / "d12").mkdir()
    scan = scanned(project)
    assert len(scan.folders) < 200
    assert "more than 100 links" in scan.problems[-1].message


# --- things that are no files ------------------------------------------------


def test_a_folder_with_the_name_of_a_page_is_a_problem(project: Path) -> None:
    put(project / "content" / "en" / "02-b.md" / "03-c.md")
    assert found(project) == ([A], [("unreadable-file", "content/en/02-b.md")])


def test_a_pipe_is_a_problem_and_never_opened(project: Path) -> None:
    os.mkfifo(project / "content" / "en" / "pipe.md")
    assert found(project) == ([A], [("unreadable-file", "content/en/pipe.md")])


def test_a_link_to_a_pipe_is_a_problem_and_never_opened(project: Path) -> None:
    os.mkfifo(project / "content" / ".pipe")
    (project / "content" / "en" / "pipe.md").symlink_to("../.pipe")
    assert found(project) == ([A], [("unreadable-file", "content/en/pipe.md")])


def test_a_socket_is_a_problem(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "content" / "en")  # names of sockets must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.md")
        assert found(project) == ([A], [("unreadable-file", "content/en/s.md")])


def test_settings_that_are_a_folder_are_a_problem(project: Path) -> None:
    (project / "lessongen.yaml").mkdir()
    assert found(project) == ([A], [("unreadable-file", "lessongen.yaml")])


# --- names -------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", [b"a\nb.md", b"a\x1b[31m.md", b"\xff\xfe.md", b"a\\b.md", b"a\x7f.md", b"a\tb.md"]
)
def test_a_name_that_no_address_can_hold_is_a_problem(project: Path, name: bytes) -> None:
    (project / "content" / "en" / os.fsdecode(name)).write_text("x", encoding="utf-8")
    assert found(project) == ([A], [("unreadable-file", f"content/en/{os.fsdecode(name)}")])


@pytest.mark.parametrize(
    ("one", "two"), [("A.md", "a.md"), ("ni\u00f1o.png", "nin\u0303o.png"), ("É.md", "é.md")]
)
def test_names_that_are_the_same_on_some_systems_are_a_problem(
    project: Path, one: str, two: str
) -> None:
    for name in (one, two):
        put(project / "content" / "en" / name)
    if len(os.listdir(project / "content" / "en")) < 3:
        return  # this is one of those systems
    scan = scanned(project)
    (problem,) = scan.problems
    second, first = sorted((f"content/en/{one}", f"content/en/{two}"), reverse=True)
    assert (problem.code, problem.severity) == ("ambiguous-name", "warning")
    assert problem.span.path == second
    assert [span.path for span in problem.related] == [first]


def test_the_same_name_in_two_folders_is_no_trouble(project: Path) -> None:
    put(project / "content" / "es" / "01-A.md")
    assert found(project)[1] == []


def test_folders_without_end_are_a_problem(project: Path) -> None:
    deep = project / "content" / "en" / Path(*["d"] * 60)
    put(deep / "x.md")
    files, problems = found(project)
    assert files == [A]
    assert [code for code, _ in problems] == ["unreadable-file"]


def test_what_is_found_does_not_depend_on_the_order_of_the_disk(project: Path) -> None:
    for name in ("c", "a", "b"):
        put(project / "content" / "en" / f"{name}.md")
    names = [path for path in scanned(project).files if path.startswith("content/")]
    assert names == sorted(names)
