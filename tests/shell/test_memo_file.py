import os
from pathlib import Path

import pytest

from lessongen.model.document import Takeaway
from lessongen.model.source import Span
from lessongen.shell.memo_file import MemoFile

VALUE = (Takeaway(text="one"), Span(path="x", line=3), "ñ" * 100)


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> str:
    return str(tmp_path / "memo")


def opened(path: str, stamp: str = "me", *, writable: bool = True, fresh: bool = False) -> MemoFile:
    return MemoFile(path, stamp, writable=writable, fresh=fresh)


def fill(path: str, **values: object) -> None:
    memo = opened(path)
    for key, value in values.items():
        memo.put(key, value)
    memo.save(complete=True)


def keys_in(path: str, *keys: str) -> list[str]:
    memo = opened(path, writable=False)
    found = [key for key in keys if memo.get(key) is not None]
    memo.close()
    return found


def test_values_come_back_in_the_next_build(path: str) -> None:
    fill(path, a=VALUE, b="text")
    memo = opened(path)
    assert memo.get("a") == VALUE
    assert memo.get("b") == "text"
    assert memo.get("c") is None


def test_values_come_back_in_the_same_build(path: str) -> None:
    memo = opened(path)
    memo.put("a", VALUE)
    assert memo.get("a") == VALUE


def test_what_is_not_saved_is_not_there(path: str) -> None:
    memo = opened(path)
    memo.put("a", VALUE)
    memo.close()
    assert keys_in(path, "a") == []
    assert os.listdir(os.path.dirname(path)) == []


def test_values_are_added_to_those_of_earlier_builds(path: str) -> None:
    fill(path, a=1)
    memo = opened(path)
    memo.get("a")
    memo.put("b", 2)
    memo.save(complete=True)
    assert keys_in(path, "a", "b") == ["a", "b"]


def test_a_complete_build_drops_what_it_did_not_ask_for(path: str) -> None:
    fill(path, a=1, b=2)
    memo = opened(path)
    memo.get("b")
    memo.save(complete=True)
    assert keys_in(path, "a", "b") == ["b"]


def test_a_build_that_failed_drops_nothing(path: str) -> None:
    fill(path, a=1, b=2)
    memo = opened(path)
    memo.put("c", 3)
    memo.save(complete=False)
    assert keys_in(path, "a", "b", "c") == ["a", "b", "c"]


def test_a_build_that_found_everything_writes_nothing(path: str) -> None:
    fill(path, a=1)
    before = os.stat(path)
    memo = opened(path)
    memo.get("a")
    memo.save(complete=True)
    after = os.stat(path)
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_another_stamp_finds_nothing_and_takes_the_place(path: str) -> None:
    fill(path, a=1)
    memo = opened(path, "you")
    assert memo.get("a") is None
    memo.put("b", 2)
    memo.save(complete=True)
    assert keys_in(path, "a", "b") == []
    assert opened(path, "you", writable=False).get("b") == 2


def test_a_fresh_memo_forgets_what_was_there(path: str) -> None:
    fill(path, a=1)
    memo = opened(path, fresh=True)
    assert memo.get("a") is None
    memo.put("b", 2)
    memo.save(complete=True)
    assert keys_in(path, "a", "b") == ["b"]


def test_nothing_is_written_where_that_is_not_allowed(path: str) -> None:
    memo = opened(path, writable=False)
    memo.put("a", 1)
    assert memo.get("a") == 1
    memo.save(complete=True)
    assert not os.path.exists(path)


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    memo = opened(str(tmp_path / "nowhere" / "memo"))
    memo.put("a", 1)
    memo.save(complete=True)
    assert memo.get("a") == 1


def test_an_abandoned_value_is_not_carried_along_for_ever(path: str) -> None:
    for number in range(30):
        memo = opened(path)
        memo.put("a", f"{number}" * 50_000)
        memo.save(complete=True)
    assert opened(path, writable=False).get("a") == "29" * 50_000
    assert os.path.getsize(path) < 600_000


def test_a_rewritten_memo_keeps_all_that_is_needed(path: str) -> None:
    fill(path, old="x" * 900_000, a=VALUE)
    memo = opened(path)
    memo.get("a")
    memo.put("b", (VALUE,))
    memo.save(complete=True)
    assert os.path.getsize(path) < 5_000
    memo = opened(path, writable=False)
    assert (memo.get("a"), memo.get("b"), memo.get("old")) == (VALUE, (VALUE,), None)


def test_large_memos_do_not_wait_in_memory(path: str) -> None:
    memo = opened(path)
    for number in range(5):
        memo.put(str(number), str(number) * 700_000)
    memo.save(complete=True)
    memo = opened(path, writable=False)
    assert [memo.get(str(number)) for number in range(5)] == [str(n) * 700_000 for n in range(5)]


def test_a_damaged_value_is_as_good_as_absent_and_the_others_stay(path: str) -> None:
    fill(path, a="first value", b="second value")
    content = Path(path).read_bytes()
    Path(path).write_bytes(content.replace(b"first value", b"fIrst value"))
    assert keys_in(path, "a", "b") == ["b"]


def test_no_flipped_byte_gives_a_wrong_value(path: str) -> None:
    fill(path, a=VALUE, b="text")
    whole = Path(path).read_bytes()
    for at in range(len(whole)):
        flipped = bytearray(whole)
        flipped[at] ^= 0x41
        Path(path).write_bytes(flipped)
        memo = opened(path, writable=False)
        assert memo.get("a") in (None, VALUE), at
        assert memo.get("b") in (None, "text"), at
        memo.close()


def test_no_truncation_gives_a_wrong_value(path: str) -> None:
    fill(path, a=VALUE, b="text")
    whole = Path(path).read_bytes()
    for length in range(len(whole)):
        Path(path).write_bytes(whole[:length])
        memo = opened(path, writable=False)
        assert memo.get("a") in (None, VALUE), length
        memo.close()


def test_a_build_that_is_killed_before_it_saved_leaves_the_old_values(path: str) -> None:
    fill(path, a=1)
    memo = opened(path)
    memo.put("b", "x" * 2_000_000)  # so much that it goes to the file at once
    os.close(memo._file)  # and now the process is gone
    assert keys_in(path, "a", "b") == ["a"]
    fill_again = opened(path)
    fill_again.get("a")
    fill_again.put("c", 3)
    fill_again.save(complete=True)
    assert keys_in(path, "a", "c") == ["a", "c"]


def test_a_reader_is_not_disturbed_by_a_writer(path: str) -> None:
    fill(path, a=VALUE, big="x" * 900_000)
    reader = opened(path, writable=False)
    writer = opened(path)
    writer.put("b", 1)
    writer.save(complete=True)
    assert reader.get("a") == VALUE
    reader.close()
