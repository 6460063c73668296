import os
from pathlib import Path

from lessongen.build.digest import digest_of_bytes
from lessongen.shell.digests import UNREADABLE, Digests
from lessongen.shell.scan import Signature, signature
from lessongen.shell.state import Seen

LATER = 10_000_000_000  # ns: long enough for everything to have settled


def look(folder: Path) -> dict[str, Signature]:
    return {path.name: signature(path.stat()) for path in sorted(folder.iterdir())}


def digests(folder: Path, known: dict[str, Seen] | None = None, now: int | None = None) -> Digests:
    files = look(folder)
    if now is None:
        now = max((each[2] for each in files.values()), default=0) + LATER
    return Digests(str(folder), files, known or {}, now)


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)
    found = digests(tmp_path)
    assert found["a"] == digest_of_bytes(b"x" * 3_000_000)
    assert (list(found), len(found), "a" in found, "b" in found) == (["a"], 1, True, False)


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    known = {"a": (look(tmp_path)["a"], "known")}
    assert digests(tmp_path, known)["a"] == "known"


def test_a_file_that_looks_different_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    known = {"a": (look(tmp_path)["a"], "known")}
    (tmp_path / "a").write_bytes(b"yy")
    assert digests(tmp_path, known)["a"] == digest_of_bytes(b"yy")


def test_a_file_whose_time_was_set_back_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"x")
    info = file.stat()
    known = {"a": (signature(info), "known")}
    other = tmp_path / "other"
    other.write_bytes(b"y")
    os.utime(other, ns=(info.st_atime_ns, info.st_mtime_ns))
    other.replace(file)
    assert digests(tmp_path, known)["a"] == digest_of_bytes(b"y")


def test_what_was_read_is_known_to_the_next_build(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    found = digests(tmp_path)
    digest = found["a"]
    assert found.seen() == {"a": (look(tmp_path)["a"], digest)}


def test_a_file_as_young_as_the_build_is_not_trusted_next_time(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    changed = look(tmp_path)["a"][2]
    found = digests(tmp_path, now=changed + 1_000_001)
    assert found["a"]
    assert found.seen() == {}


def test_where_clocks_count_seconds_files_must_be_older(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    second = 1_000_000_000
    changed = look(tmp_path)["a"][2]
    coarse = digests(tmp_path, now=(changed // second + 1) * second)
    fine = digests(tmp_path, now=(changed // second + 1) * second + 100_000_000)
    for found in (coarse, fine):
        assert found["a"]
    assert coarse.seen() == {}
    assert list(fine.seen()) == ["a"]


def test_what_nobody_asked_for_stays_known_as_long_as_it_looks_the_same(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"x")
    known = {name: (look(tmp_path)[name], "known") for name in "ab"} | {"gone": ((1, 2, 3, 4), "k")}
    (tmp_path / "b").write_bytes(b"longer")
    assert list(digests(tmp_path, known).seen()) == ["a"]


def test_a_file_that_cannot_be_read_has_no_digest_and_is_not_remembered(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    found = digests(tmp_path)
    (tmp_path / "a").unlink()
    assert found["a"] == UNREADABLE
    assert found.seen() == {}
