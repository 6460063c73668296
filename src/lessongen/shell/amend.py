"""A build in which only words of texts have changed: pages are amended, not made anew.

    changed files --documents_among--> nothing but documents that were there before
    a child       --read_again-------> the documents with their new words
    meanwhile we  --AmendedSite------> load what will be needed, templates above all
    then          --amend_texts------> pages with other lines, standings
                  --write_site-------> files in site/

Whatever is uncertain is found before anything is written, and a whole build follows, as after a
disk that fails. It would write the same bytes, which is a law (`tests/laws/test_amending.py`).
"""

import os
import time
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from lessongen.amending.refusal import MoreThanWordsError
from lessongen.build.digest import digest_of_bytes
from lessongen.shell.amending_files import AmendingFiles, documents_among
from lessongen.shell.cache import Cache
from lessongen.shell.calls import Call
from lessongen.shell.console import say
from lessongen.shell.files import read_file
from lessongen.shell.summary import last_line, series_line, written_line
from lessongen.shell.unchanged import PRINTS, Record, read_kept, record_name, wish_of, words_of
from lessongen.shell.workers import begin_forked, spare_processes

if TYPE_CHECKING:
    from lessongen.reading import ReadDocument
    from lessongen.shell.memo_file import MemoFile
    from lessongen.shell.state import State


class Opened:
    """What the last build left behind, while nobody else builds."""

    def __init__(self, call: Call, record: Record, root: str, cache: Cache) -> None:
        self.call = call
        self.record = record
        self.root = root
        self.cache = cache
        self.now = cache.now()
        self.output: str = record.groups[-1][0]
        self.state: State = cache.read_state()
        self.memo: MemoFile = cache.memo(self.state.engine, fresh=False)
        kept = cache.read(PRINTS)
        self.number, self.templates, self.packed = cast(
            "tuple[int, str, Mapping[str, Any]]", kept or (0, "", {})
        )

    def is_whole(self) -> bool:
        """Whether all of it is of one build, the last one."""
        record = read_kept(self.root, record_name(self.call.command), wish_of(self.call))
        return (
            record is not None
            and record.pack() == self.record.pack()
            and self.number == self.record.prints
            and self.state.output == self.output
        )

    def phrases(self) -> dict[str, str]:
        """What Babel said in earlier builds."""
        return dict(cast("Mapping[str, str]", self.memo.get("phrases") or {}))

    def read_page(self, path: str) -> str:
        """A page of the output as the last build left it; raises `OSError` for any other."""
        content = read_file(f"{self.output}/{path}")[0]
        if digest_of_bytes(content) != self.state.written[path].digest:
            raise OSError(path)
        return content.decode()


def amend(call: Call, record: Record, changed: Sequence[str], started: float) -> int | None:
    """The exit code of a build that writes new words into pages; None if it takes a whole build."""
    root = os.path.abspath(call.project)
    words, paths = words_of(call, record), documents_among(changed, record, root)
    if words is None or not paths:
        return None
    cache = Cache(root)
    if not cache.lock(wait=False):
        return None
    opened = Opened(call, record, root, cache)
    try:
        written = _amend(opened, paths, changed) if opened.is_whole() else None
    except (MoreThanWordsError, OSError, UnicodeDecodeError):
        # Nothing has been written, or what was begun is listed: the whole build finishes it.
        return None
    finally:
        opened.memo.close()
        cache.release()
    if written is None:
        return None
    say(words, error=call.format == "text")
    pages = sum(path.endswith(".html") for path in written)
    done = written_line(pages, len(written) - pages, record.pages - pages, 0)
    seconds = time.perf_counter() - started
    line = last_line(series_line(*record.lessons), done, record.problems, seconds=seconds)
    say(line + "\n", error=call.format != "text")
    return record.code


def _amend(opened: Opened, paths: Sequence[str], changed: Sequence[str]) -> Sequence[str]:
    """The paths in the output that were written.

    Raises `MoreThanWordsError` for what takes a whole build, `OSError` where somebody changes
    files meanwhile.
    """
    files = AmendingFiles(opened.root, opened.state, paths)
    read = partial(_read_again, opened=opened, files=files)
    forked = begin_forked(read, paths, min(len(paths), spare_processes(opened.call.jobs)))
    try:
        from lessongen.shell.amended_site import AmendedSite  # while others read the texts

        site = AmendedSite(opened, files)
        texts = dict(zip(paths, forked.results(helping=False), strict=True))
        return site.write(texts, changed)
    finally:
        forked.end()


def _read_again(path: str, *, opened: Opened, files: AmendingFiles) -> "ReadDocument":
    from lessongen.amending.look import Look
    from lessongen.amending.prints import Prints
    from lessongen.amending.rereading import read_again

    return read_again(path, Look(files, files.earlier, opened.memo, Prints(opened.packed)))
