from pathlib import Path

import pytest

from lessongen.shell.source_writer import create_file, replace_files
from lessongen.shell.usage import UsageError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_file_is_made_with_its_folder(tmp_path: Path) -> None:
    create_file(str(tmp_path), "content/en/a.md", b"x")
    assert (tmp_path / "content" / "en" / "a.md").read_bytes() == b"x"


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    create_file(str(tmp_path), "a.md", b"x")
    with pytest.raises(UsageError, match="is there already"):
        create_file(str(tmp_path), "a.md", b"y")
    assert (tmp_path / "a.md").read_bytes() == b"x"


def test_what_cannot_be_made_is_said_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path in ("file/a.md", "x" * 300):
        with pytest.raises(UsageError, match="cannot write"):
            create_file(str(tmp_path), path, b"x")


def test_files_get_new_contents_and_keep_their_permissions(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / "a").chmod(0o640)
    replace_files(str(tmp_path), {"a": b"new a", "b": b"new b"})
    assert (tmp_path / "a").read_bytes() == b"new a"
    assert (tmp_path / "b").read_bytes() == b"new b"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["a", "b"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("folder/real")
    replace_files(str(tmp_path), {"link": b"new"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "folder" / "real").read_bytes() == b"new"


def test_if_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(UsageError, match="cannot write"):
        replace_files(str(tmp_path), {"a": b"new", "gone/b": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_if_one_cannot_take_its_place_the_others_go_back(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(UsageError, match="cannot write"):
        replace_files(str(tmp_path), {"a": b"new", "b": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]
