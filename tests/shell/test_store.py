import os
from pathlib import Path

import pytest

from lessongen.shell.store import read_stored, write_stored

VALUE = {"a": (1, 2.5, None, True, "ñ\ud800"), "b": [b"x", ()]}


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> str:
    return str(tmp_path / "state")


def test_what_was_stored_is_read(path: str) -> None:
    assert write_stored(path, "me", VALUE)
    assert read_stored(path, "me") == VALUE


def test_nothing_is_read_from_nowhere(path: str) -> None:
    assert read_stored(path, "me") is None


def test_another_stamp_reads_nothing(path: str) -> None:
    write_stored(path, "me", VALUE)
    assert read_stored(path, "you") is None


def test_no_temporary_file_is_left(path: str) -> None:
    write_stored(path, "me", VALUE)
    assert os.listdir(os.path.dirname(path)) == ["state"]


def test_a_damaged_file_reads_as_nothing(path: str) -> None:
    write_stored(path, "me", VALUE)
    whole = Path(path).read_bytes()
    for at in range(len(whole)):
        flipped = bytearray(whole)
        flipped[at] ^= 0x20
        Path(path).write_bytes(flipped)
        assert read_stored(path, "me") is None, at


def test_a_truncated_file_reads_as_nothing(path: str) -> None:
    write_stored(path, "me", VALUE)
    whole = Path(path).read_bytes()
    for length in range(len(whole)):
        Path(path).write_bytes(whole[:length])
        assert read_stored(path, "me") is None, length


@pytest.mark.parametrize("content", [b"", b"\n", b"\x80\x04pickle", b"c" * 5000])
def test_foreign_files_read_as_nothing(path: str, content: bytes) -> None:
    Path(path).write_bytes(content)
    assert read_stored(path, "me") is None


def test_a_folder_of_the_name_is_no_trouble(path: str) -> None:
    Path(path).mkdir()
    assert read_stored(path, "me") is None
    assert not write_stored(path, "me", VALUE)


def test_a_link_is_neither_followed_to_read_nor_to_write(path: str, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    write_stored(str(target), "me", VALUE)
    before = target.read_bytes()
    Path(path).symlink_to(target)
    assert read_stored(path, "me") is None
    assert write_stored(path, "me", 1)
    assert target.read_bytes() == before
    assert read_stored(path, "me") == 1


def test_a_pipe_does_not_block(path: str) -> None:
    os.mkfifo(path)
    assert read_stored(path, "me") is None
