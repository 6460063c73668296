import os
from pathlib import Path

import pytest

from lessongen.shell.records import remove_record, write_records
from lessongen.shell.usage import UsageError

PATH = "content/es/.sync/articles/rest.sync"
TEXT = "%% lessongen-sync 1 lesson=articles/rest lang=es\n\n%% f22b8270 2026-05-02 Ana\np| Rest.\n"


def _file(root: Path) -> Path:
    return root / PATH


def test_a_record_is_written_with_its_folders(tmp_path: Path) -> None:
    (written,) = write_records(str(tmp_path), {PATH: TEXT})
    assert (written.path, written.before, written.after) == (PATH, None, TEXT.encode())
    assert _file(tmp_path).read_bytes().decode() == TEXT
    assert [each.name for each in _file(tmp_path).parent.iterdir()] == ["rest.sync"]


def test_a_record_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    write_records(str(tmp_path), {PATH: TEXT})
    before = _file(tmp_path).stat()
    assert write_records(str(tmp_path), {PATH: TEXT}) == ()
    assert _file(tmp_path).stat().st_ino == before.st_ino


def test_line_ends_and_permissions_stay(tmp_path: Path) -> None:
    write_records(str(tmp_path), {PATH: TEXT})
    _file(tmp_path).write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    _file(tmp_path).chmod(0o640)
    (written,) = write_records(str(tmp_path), {PATH: TEXT.replace("Ana", "Luis")})
    assert written.copy == ""
    assert (
        _file(tmp_path).read_bytes() == TEXT.replace("Ana", "Luis").replace("\n", "\r\n").encode()
    )
    assert _file(tmp_path).stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "damage",
    [
        b"a note of mine\n",
        b"\xff\xfe\x00",
        b"<<<<<<< ours\n",
        b"%% not-a-digest 2026-05-02 Ana\np| A text that counts.\n",
    ],
)
def test_what_cannot_be_read_is_kept(tmp_path: Path, damage: bytes) -> None:
    write_records(str(tmp_path), {PATH: TEXT})
    damaged = TEXT.encode() + damage
    for number in ("", ".2"):
        _file(tmp_path).write_bytes(damaged)
        copy = f"{PATH}{number}~"
        (written,) = write_records(str(tmp_path), {PATH: TEXT})
        assert (written.copy, written.before) == (copy, damaged)
        assert (tmp_path / copy).read_bytes() == damaged
        assert _file(tmp_path).read_bytes().decode() == TEXT


def test_a_failure_leaves_the_old_record_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_records(str(tmp_path), {PATH: TEXT})

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UsageError, match="No space left"):
        write_records(str(tmp_path), {PATH: TEXT.replace("Ana", "Luis")})
    assert _file(tmp_path).read_bytes().decode() == TEXT
    assert [each.name for each in _file(tmp_path).parent.iterdir()] == ["rest.sync"]


@pytest.mark.parametrize("link", [".sync", ".sync/articles", PATH.removeprefix("content/es/")])
def test_nothing_is_written_through_a_link(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    place = tmp_path / "content/es" / link
    place.parent.mkdir(parents=True)
    place.symlink_to(outside / "target" if link.endswith(".sync") and "/" in link else outside)
    with pytest.raises(UsageError, match="link"):
        write_records(str(tmp_path), {PATH: TEXT})
    assert list(outside.iterdir()) == []


def test_a_record_can_be_removed_twice(tmp_path: Path) -> None:
    write_records(str(tmp_path), {PATH: TEXT})
    remove_record(str(tmp_path), PATH)
    remove_record(str(tmp_path), PATH)
    assert not _file(tmp_path).exists()
