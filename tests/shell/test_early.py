"""Processes that read documents, started before anybody knows which there are."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lessongen.build.codec import encode
from lessongen.build.digest import digest_of_bytes
from lessongen.model.settings import Settings
from lessongen.shell.cache import Cache
from lessongen.shell.calls import Call
from lessongen.shell.early import EarlyOrder, EarlyReaders, early_readers, read_new
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.shell.session import Order, Session
from lessongen.shell.workers import Forked

PATH = "content/en/01-start.md"
TEXT = "---\ntitle: Start\n---\nWords.\n"


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_text(TEXT, encoding="utf-8")
    return tmp_path


def readers_of(project: Path, *, clean: bool = False) -> EarlyReaders | None:
    call = Call(command="build")
    call.project, call.clean, call.jobs = str(project), clean, 2
    readers = early_readers(call)
    if readers is not None:
        readers.end()
    return readers


def test_there_are_some_where_nothing_is_remembered(project: Path) -> None:
    assert readers_of(project) is not None
    (project / ".lessongen").mkdir()
    (project / ".lessongen/memo").touch()
    assert readers_of(project) is None
    assert readers_of(project, clean=True) is not None


def test_a_folder_that_is_no_project_has_nothing_to_read(tmp_path: Path) -> None:
    assert readers_of(tmp_path) is None


def order_for(project: Path, content: bytes) -> tuple[str, str, str, object]:
    settings = Settings(languages=("en", "es"))
    return (str(project), PATH, digest_of_bytes(content), encode(settings))


def test_a_document_is_read_as_it_lies_there(project: Path) -> None:
    read, units = read_new(order_for(project, TEXT.encode()))
    assert read.value.front.title == "Start"
    assert read.problems == ()
    assert [unit for unit in units if "Words." in str(unit)]


def test_a_session_gives_all_documents_to_those_who_are_there(project: Path) -> None:
    given: list[EarlyOrder] = []

    class Noted(Forked[EarlyOrder, Any]):
        """Readers that say what they were given."""

        def give(self, items: Sequence[EarlyOrder], **how: Any) -> None:  # noqa: ANN401 passed on
            given.extend(items)
            super().give(items, **how)

    (project / "content/en/02-bad.md").write_bytes(b"\xff")
    with Session(Order(project=str(project)), Cache(str(project)), Noted(read_new, 0)) as session:
        read = session.read_site()
    assert [path for _, path, *_ in given] == [PATH, "content/en/02-bad.md"]
    assert read.value.documents[0].front.title == "Start"
    assert "unreadable-file" in {each.code for each in read.problems}


def test_what_has_to_be_looked_at_closely_is_left_to_others(project: Path) -> None:
    order = order_for(project, TEXT.encode())
    (project / PATH).write_text(TEXT + "More.\n", encoding="utf-8")
    with pytest.raises(ChangedWhileReadingError):
        read_new(order)
    (project / PATH).write_bytes(b"\xff")
    with pytest.raises(UnicodeDecodeError):
        read_new(order_for(project, b"\xff"))
    (project / PATH).unlink()
    with pytest.raises(OSError, match="No such file"):
        read_new(order)
