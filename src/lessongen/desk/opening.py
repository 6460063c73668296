"""Opening the desk of a project, for one look or one piece of work."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from lessongen.desk.desk import Desk
from lessongen.shell.cache import Cache
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.shell.project_files import find_project
from lessongen.shell.session import Order, Session
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words

R = TypeVar("R")

_ATTEMPTS = 5


@contextmanager
def opened_desk(
    project: str,
    words: Words,
    *,
    drafts: bool = True,
    writes: bool = False,
    on_wait: Callable[[], None] = lambda: None,
) -> Iterator[Desk]:
    """The desk of a project, as its files are now; for `writes`, nobody else writes meanwhile.

    It is for one look or one piece of work: what is written shows when it is opened again.
    `on_wait` is called once if somebody else is building the project.
    """
    cache = Cache(find_project(project))
    cache.lock(wait=writes, on_wait=on_wait)
    try:
        with Session(Order(project=project, drafts=drafts), cache) as session:
            yield Desk(session, words, drafts=drafts)
            session.progress.clear()
            state = session.known._replace(files=session.files.digests.seen())
            session.save(state, complete=False)
    finally:
        cache.release()


def retried(work: Callable[[], R], words: Words) -> R:
    """What the work comes to; it begins again when somebody saves a file in the middle of it.

    Raises `UsageError` for a file that is saved all the time.
    """
    for _ in range(_ATTEMPTS):
        try:
            return work()
        except ChangedWhileReadingError as change:
            changed = str(change)
    message = '"%(path)s" changes all the time; try again when it rests'
    raise UsageError(words.say(message, path=changed))
