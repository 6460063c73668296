"""A build or a check of a project that is opened, and read again if it changes meanwhile."""

from lessongen.shell.cache import Cache
from lessongen.shell.calls import Call
from lessongen.shell.console import is_terminal, say
from lessongen.shell.early import EarlyReaders
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.shell.output_files import find_output
from lessongen.shell.project_files import find_project
from lessongen.shell.session import Order, Session
from lessongen.shell.usage import UsageError

_ATTEMPTS = 5


def attempt(call: Call, early: EarlyReaders | None, started: float) -> int:
    """Build or check the project, and say what came of it: the exit code comes back.

    `early` get ready to read its documents, if it has nothing but new ones. Raises `UsageError`
    for a folder that is no project, an output folder that cannot be, and other wishes that
    nobody can meet.
    """
    root = find_project(call.project)
    output = find_output(root, call.output)
    cache = Cache(root)
    cache.lock(wait=call.command == "build", on_wait=_say_that_we_wait)
    try:
        for _ in range(_ATTEMPTS):
            try:
                return _attempt(call, cache, early, output, started)
            except ChangedWhileReadingError as change:
                changed = str(change)  # somebody saves in the middle of it: begin again
                early = None
    finally:
        cache.release()
    raise UsageError(f'"{changed}" changes all the time; try again when it rests')


def _attempt(
    call: Call, cache: Cache, early: EarlyReaders | None, output: str, started: float
) -> int:
    order = Order(
        project=call.project,
        drafts=call.drafts,
        base_url=call.base_url,
        jobs=call.jobs,
        clean=call.clean,
        guesses=call.command == "check",
    )
    with Session(order, cache, early) as session:
        session.begin_reading()
        # Only now: while other processes parse, this one loads what comes after.
        from lessongen.commands.building import build_or_check

        return build_or_check(call, session, output, started)


def _say_that_we_wait() -> None:
    if is_terminal(error=True):
        say("waiting for another build of this project ...\n", error=True)
