"""A build or a check that goes the whole way."""

from lessongen.shell.calls import Call
from lessongen.shell.early import early_readers


def run(call: Call, started: float) -> int:
    """Build or check the project, and say what came of it: the exit code comes back.

    Raises `UsageError` for wishes that nobody can meet.
    """
    readers = early_readers(call)
    try:
        from lessongen.commands.attempts import attempt  # while the readers load

        return attempt(call, readers, started)
    finally:
        if readers is not None:
            readers.end()
