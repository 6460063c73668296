import os
from pathlib import Path

import pytest

from lessongen.build.digest import digest_of_bytes
from lessongen.shell.output_files import (
    all_folders,
    find_leftovers,
    find_obstacles,
    find_output,
    look_at,
    reachable,
    read_listed,
)
from lessongen.shell.scan import signature
from lessongen.shell.usage import UsageError


def put(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    put(tmp_path / "project" / "content" / "en" / "a.md")
    return tmp_path / "project"


def test_the_output_is_a_folder_of_the_project(project: Path) -> None:
    assert find_output(str(project), None) == str(project / "site")


def test_it_may_be_anywhere_else(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.parent)
    assert find_output(str(project), "public") == str(project.parent / "public")
    assert find_output(str(project), "project/site") == str(project / "site")


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("project", "holds the project"),
        (".", "holds the project"),
        ("/", "holds the project"),
        ("project/content", "lies in content/"),
        ("project/content/en", "lies in content/"),
        ("project/templates/x", "lies in templates/"),
        ("project/.lessongen", "lies in .lessongen/"),
        ("project/.git/x", "lies in .git/"),
        ("link", "holds the project"),
        ("link/content", "lies in content/"),
        ("file", "is a file"),
    ],
)
def test_a_folder_that_would_mix_with_the_project_is_wrong_usage(
    project: Path, monkeypatch: pytest.MonkeyPatch, output: str, words: str
) -> None:
    monkeypatch.chdir(project.parent)
    Path("link").symlink_to("project")
    put(Path("file"))
    with pytest.raises(UsageError, match=words):
        find_output("project", output)


def test_without_a_manifest_nothing_is_listed(tmp_path: Path) -> None:
    assert read_listed(str(tmp_path)) == {}


def test_a_manifest_that_is_no_text_lists_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / ".lessongen-manifest").write_bytes(b"\xff\xfe\n11  good\n")
    assert read_listed(str(tmp_path)) == {"good": frozenset({"11"})}


def test_a_manifest_that_is_a_pipe_blocks_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".lessongen-manifest")
    assert read_listed(str(tmp_path)) == {}


def test_what_is_there_has_its_digest_and_what_is_not_has_none(tmp_path: Path) -> None:
    put(tmp_path / "a")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("a")
    os.mkfifo(tmp_path / "pipe")
    present = look_at(str(tmp_path), ["a", "folder", "link", "pipe", "gone", "a/below"], {})
    assert present.digests == {"a": digest_of_bytes(b"x"), "link": "", "pipe": ""}


def test_what_looks_as_it_did_is_not_read_again(tmp_path: Path) -> None:
    file = put(tmp_path / "a")
    known = {"a": (signature(file.lstat()), "known")}
    assert look_at(str(tmp_path), ["a"], known).digests == {"a": "known"}
    put(file, "longer")
    assert look_at(str(tmp_path), ["a"], known).digests == {"a": digest_of_bytes(b"longer")}


def test_a_file_where_a_folder_is_needed_is_an_obstacle(tmp_path: Path) -> None:
    put(tmp_path / "en")
    assert find_obstacles(str(tmp_path), ["en/a/index.html", "es/index.html"]) == {
        "en": "en/a/index.html"
    }


def test_a_link_where_a_folder_is_needed_is_an_obstacle_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "site" / "es").mkdir(parents=True)
    (tmp_path / "site" / "en").symlink_to("es")
    (tmp_path / "site" / "fr").symlink_to(tmp_path)
    found = find_obstacles(str(tmp_path / "site"), ["en/a/index.html", "fr/a", "es/b"])
    assert found == {"en": "en/a/index.html", "fr": "fr/a"}


def test_files_in_a_folder_where_a_file_is_needed_are_obstacles(tmp_path: Path) -> None:
    put(tmp_path / "old" / "x")
    put(tmp_path / "old" / "deep" / "y")
    (tmp_path / "old" / "link").symlink_to("deep")
    assert find_obstacles(str(tmp_path), ["old"]) == {
        "old/x": "old",
        "old/deep/y": "old",
        "old/link": "old",
    }


def test_real_folders_and_places_still_free_are_no_obstacle(tmp_path: Path) -> None:
    put(tmp_path / "en" / "a" / "index.html")
    assert find_obstacles(str(tmp_path), ["en/a/index.html", "en/b/c/d", "empty"]) == {}


def test_nothing_is_reached_through_a_link(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "a")
    put(tmp_path / "site" / "es" / "a")
    (tmp_path / "site" / "en").symlink_to("../elsewhere")
    paths = ["en/a", "es/a", "top"]
    assert reachable(str(tmp_path / "site"), paths) == ("es/a", "top")


def test_leftovers_are_known_by_their_names(tmp_path: Path) -> None:
    put(tmp_path / ".lessongen-tmp-2")
    put(tmp_path / ".lessongen-tmp-1")
    put(tmp_path / "en" / ".lessongen-tmp-3")
    put(tmp_path / "en" / "index.html")
    (tmp_path / ".lessongen-tmp-folder").mkdir()
    folders = sorted(all_folders(str(tmp_path)))
    assert folders == ["", ".lessongen-tmp-folder", "en"]
    assert list(find_leftovers(str(tmp_path), [*folders, "gone"])) == [
        ".lessongen-tmp-1",
        ".lessongen-tmp-2",
        "en/.lessongen-tmp-3",
    ]
