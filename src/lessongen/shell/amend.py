"""A build in which only words of texts have changed: pages are amended, not made anew.

    changed files --documents_among--> nothing but documents that were there before
    other processes get ready to read them; meanwhile
    we            --Opened-----------> what the last build left behind
                  --AmendedSite------> what these texts look like on their pages
    the others    --read_again-------> the documents with their new words
    then we       --amend_texts------> pages with other lines, standings
                  --write_site-------> files in site/

Whatever is uncertain is found before anything is written, and a whole build follows, as after a
disk that fails. It would write the same bytes, which is a law (`tests/laws/test_amending.py`).
"""

import os
import stat
import time
from collections.abc import Sequence
from functools import partial

from lessongen.amending.rereading import read_again
from lessongen.shell.ahead import load_readers
from lessongen.shell.calls import Call
from lessongen.shell.console import say
from lessongen.shell.scan import RECORDS, is_leftover
from lessongen.shell.summary import last_line, series_line, written_line
from lessongen.shell.unchanged import Record, words_of
from lessongen.shell.workers import Forked, spare_processes

_DOCUMENT = ".md"


def amend(call: Call, record: Record, changed: Sequence[str], started: float) -> int | None:
    """The exit code of a build that writes new words into pages; None if it takes a whole build."""
    root = os.path.abspath(call.project)
    words, paths = words_of(call, record), documents_among(changed, record, root)
    if words is None or not paths:
        return None
    children = min(len(paths), spare_processes(call.jobs))
    readers = Forked(read_again, children, get_ready=partial(load_readers, front_matter=False))
    try:
        from lessongen.shell.amended_build import amended_build  # while the readers load

        written = amended_build(call, record, changed, paths, readers)
    finally:
        readers.end()
    if written is None:
        return None
    say(words, error=call.format == "text")
    pages = sum(path.endswith(".html") for path in written)
    done = written_line(pages, len(written) - pages, record.pages - pages, 0)
    seconds = time.perf_counter() - started
    line = last_line(series_line(*record.lessons), done, record.problems, seconds=seconds)
    say(line + "\n", error=call.format != "text")
    return record.code


def documents_among(changed: Sequence[str], record: Record, root: str) -> tuple[str, ...]:
    """The documents among what looks different; none if anything beside them may have changed.

    A folder looks different where an editor puts a new file in the place of the old one: then
    its names must be what they were.
    """
    known = {file[0] for file in record.groups[0][2]}
    if record.links or not all(_is_usual(path, known, root) for path in changed):
        return ()
    return tuple(path for path in changed if path.endswith(_DOCUMENT))


def _is_usual(path: str, known: set[str], root: str) -> bool:
    """Whether it is a document, or a folder with the names that it had."""
    place = os.path.join(root, path)
    try:
        mode = os.lstat(place).st_mode
        if path.endswith(_DOCUMENT):
            return stat.S_ISREG(mode)
        return stat.S_ISDIR(mode) and _names(place, path) == _known_in(path, known)
    except OSError:
        return False


def _names(place: str, path: str) -> set[str]:
    names = os.listdir(place)
    return {f"{path}/{name}" for name in names if name == RECORDS or not is_leftover(name)}


def _known_in(path: str, known: set[str]) -> set[str]:
    return {each for each in known if each.rpartition("/")[0] == path}
