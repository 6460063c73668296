import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from lessongen.build.digest import digest_of_bytes
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.shell.project_files import ProjectFiles, find_project, is_asset
from lessongen.shell.usage import UsageError
from tests.shell.builders import PNG, make_project, open_files

A = "content/en/01-a.md"


def files_of(tmp_path: Path, files: Mapping[str, str | bytes] | None = None) -> ProjectFiles:
    """A project with a lesson and these files."""
    make_project(tmp_path, {A: "a", **(files or {})})
    return open_files(tmp_path)


def test_a_text_is_exactly_what_the_file_holds(tmp_path: Path) -> None:
    text = "\ufefftítulo\r\nx\x00\r\n"
    make_project(tmp_path, {A: text})
    read = open_files(tmp_path).read(A)
    assert read.problems == ()
    assert read.value.text == text
    assert read.value.digest == digest_of_bytes(text.encode())


def test_the_name_is_that_of_the_folder(tmp_path: Path) -> None:
    make_project(tmp_path / "my course", {A: "a"})
    assert open_files(tmp_path / "my course").name == "my course"
    assert open_files(tmp_path / "my course" / ".").name == "my course"


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"---\ntitle: x\n---\n\xff", 4, "not UTF-8 text"),
        (b"\xe9t\xe9", 1, "not UTF-8 text"),
        ("título".encode("utf-16"), 1, "UTF-16"),
        (b"ok\n\xc3", 2, "not UTF-8 text"),
    ],
)
def test_what_is_no_utf8_is_a_problem_with_its_line(
    tmp_path: Path, content: bytes, line: int, words: str
) -> None:
    make_project(tmp_path, {A: content})
    read = open_files(tmp_path).read(A)
    assert read.value.text == ""
    (problem,) = read.problems
    assert (problem.code, problem.severity, problem.span.line) == ("unreadable-file", "error", line)
    assert words in problem.message


def test_a_file_that_changes_during_the_build_starts_it_again(tmp_path: Path) -> None:
    files = files_of(tmp_path)
    assert files.digests[A]
    (tmp_path / A).write_text("b", encoding="utf-8")
    with pytest.raises(ChangedWhileReadingError):
        files.read(A)


def test_a_file_that_vanishes_during_the_build_starts_it_again(tmp_path: Path) -> None:
    files = files_of(tmp_path)
    (tmp_path / A).unlink()
    for read in (files.read, files.read_bytes):
        with pytest.raises(ChangedWhileReadingError):
            read(A)


def test_the_digest_is_that_of_the_text_that_was_read(tmp_path: Path) -> None:
    files = files_of(tmp_path)
    (tmp_path / A).write_text("b", encoding="utf-8")  # nobody has asked for the digest yet
    assert files.read(A).value.digest == digest_of_bytes(b"b") == files.digests[A]


def test_a_file_that_became_a_folder_is_a_problem(tmp_path: Path) -> None:
    files = files_of(tmp_path)
    (tmp_path / A).unlink()
    (tmp_path / A).mkdir()
    assert [each.code for each in files.read(A).problems] == ["unreadable-file"]
    assert files.read_bytes(A) == b""
    assert [each.code for each in files.problems] == ["unreadable-file"]


def test_a_file_that_became_a_pipe_blocks_nobody(tmp_path: Path) -> None:
    files = files_of(tmp_path)
    (tmp_path / A).unlink()
    os.mkfifo(tmp_path / A)
    assert files.read(A).value.text == ""


def test_problems_of_the_walk_are_problems_of_the_files(tmp_path: Path) -> None:
    make_project(tmp_path, {A: "a"})
    (tmp_path / "content" / "en" / "x.md").symlink_to("gone")
    assert [each.code for each in open_files(tmp_path).problems] == ["unreadable-file"]


# --- assets ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/en/photo.jpg", True),
        ("content/files/x.yaml", True),
        ("content/en/comments.yaml", True),
        ("content/people.yaml", False),
        ("content/tags.yaml", False),
        ("content/glossary.csv", False),
        ("content/en/comments/01-a.yaml", False),
        ("content/en/.sync/01-a.sync", False),
        ("content/en/01-a.md", False),
        ("content/README.MD", False),
        ("templates/base.html", False),
        ("lessongen.yaml", False),
    ],
)
def test_an_asset_is_what_is_no_text_of_ours(path: str, *, expected: bool) -> None:
    assert is_asset(path) == expected


def test_an_image_is_measured_and_digested(tmp_path: Path) -> None:
    files = files_of(tmp_path, {"content/en/a.png": PNG})
    asset = files.assets["content/en/a.png"]
    assert (asset.width, asset.height, asset.size) == (7, 5, len(PNG))
    assert asset.digest == digest_of_bytes(PNG)
    assert list(files.assets) == ["content/en/a.png"]
    assert A not in files.assets


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"<svg", b"\xff\xd8\xff\xe0\x00"])
def test_a_damaged_image_has_no_size_in_pixels(tmp_path: Path, content: bytes) -> None:
    files = files_of(tmp_path, {"content/a.png": content, "content/a.svg": content})
    for path in ("content/a.png", "content/a.svg"):
        assert (files.assets[path].width, files.assets[path].height) == (0, 0)


def test_what_is_no_image_is_not_measured(tmp_path: Path) -> None:
    files = files_of(tmp_path, {"content/a.pdf": PNG})
    assert files.assets["content/a.pdf"].width == 0


# --- theme -------------------------------------------------------------------


def test_the_bundled_theme_is_there(tmp_path: Path) -> None:
    theme = files_of(tmp_path).theme
    assert "base.html" in theme.templates
    assert "<html" in theme.templates["base.html"]
    assert theme.assets["style.css"]
    assert not [name for name in theme.templates if name.startswith(("assets/", "messages/"))]


def test_a_template_of_the_project_takes_the_place_of_the_bundled_one(tmp_path: Path) -> None:
    files = files_of(
        tmp_path,
        {
            "templates/base.html": "mine",
            "templates/new.html": "new",
            "templates/assets/style.css": "body{}",
            "templates/assets/pic.png": PNG,
        },
    )
    assert files.theme.templates["base.html"] == "mine"
    assert files.theme.templates["new.html"] == "new"
    assert "lesson.html" in files.theme.templates
    assert files.theme.assets["style.css"] == b"body{}"
    assert files.theme.assets["pic.png"] == PNG


def test_messages_of_both_layers_come_in_order(tmp_path: Path) -> None:
    files = files_of(tmp_path, {"templates/messages/es.po": "mine"})
    bundled, own = files.catalog_texts("es")
    assert "msgid" in bundled
    assert own == "mine"
    assert len(files.catalog_texts("en")) == 1
    assert files.catalog_texts("tlh") == ()


def test_a_template_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    files = files_of(tmp_path, {"templates/base.html": b"\xff"})
    assert files.theme.templates["base.html"] == ""
    (problem,) = files.problems
    assert (problem.code, problem.span.path) == ("unreadable-file", "templates/base.html")


# --- projects ----------------------------------------------------------------


def test_a_project_is_a_folder_with_content(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert find_project(str(tmp_path)) == str(tmp_path)


def test_anything_else_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for folder, words in (
        (tmp_path / "gone", "there is no folder"),
        (tmp_path / "file", "there is no folder"),
        (tmp_path, "no folder content/"),
    ):
        with pytest.raises(UsageError, match=words):
            find_project(str(folder))
