from pathlib import Path

import pytest

from lessongen.build.digest import digest_of_bytes
from lessongen.shell.contents import Contents


@pytest.fixture(name="output")
def _output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output folder; ten bytes may be held in memory."""
    monkeypatch.setattr("lessongen.shell.contents._MOST_HELD", 10)
    return tmp_path / "site"


def add(contents: Contents, path: str, content: bytes) -> None:
    contents.take(path, contents.put(path, content))


def test_a_little_is_held_in_memory(output: Path) -> None:
    contents = Contents(str(output), {})
    add(contents, "a", b"12345")
    assert contents.held == {"a": b"12345"}
    assert contents.digests == {"a": digest_of_bytes(b"12345")}
    assert not output.exists()


def test_more_waits_in_the_output_folder(output: Path) -> None:
    contents = Contents(str(output), {})
    for name in "abc":
        add(contents, name, name.encode() * 6)
    assert list(contents.held) == ["a"]
    assert {name: Path(beside).read_bytes() for name, beside in contents.waiting.items()} == {
        "b": b"bbbbbb",
        "c": b"cccccc",
    }
    assert all(path.name.startswith(".lessongen-tmp-") for path in output.iterdir())


def test_what_is_there_already_is_not_kept(output: Path) -> None:
    contents = Contents(str(output), {"a": digest_of_bytes(b"there")})
    add(contents, "a", b"there")
    assert (contents.held, contents.waiting) == ({}, {})
    assert contents.digests == {"a": digest_of_bytes(b"there")}


def test_nothing_stays_that_was_dropped(output: Path) -> None:
    contents = Contents(str(output), {})
    for name in "abc":
        add(contents, name, b"x" * 9)
    contents.drop()
    assert not output.exists()


def test_a_folder_that_was_there_stays(output: Path) -> None:
    output.mkdir()
    contents = Contents(str(output), {})
    add(contents, "a", b"x" * 11)
    contents.drop()
    assert list(output.iterdir()) == []
