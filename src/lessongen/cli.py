"""The command `lessongen`: what was called, and what it came to.

Nothing is imported here at the top that takes time: a build with nothing to do is over before
the first library is loaded.
"""

import gc
import os
import sys
import time

TYPE_CHECKING = False  # typing takes 6 ms to load
if TYPE_CHECKING:
    from collections.abc import Sequence

    from lessongen.shell.calls import Call
    from lessongen.shell.unchanged import Record

WRONG_USAGE = 2
INTERRUPTED = 130


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run the command line and return its exit code.

    Without arguments it is the process's own command line, and the process ends here.
    """
    started = time.perf_counter()
    # A process that lives this short has little garbage; most of what it makes, it needs. To look
    # for it costs a cold build 6 % of its time and saves 6 % of its memory. (`serve` looks again.)
    thresholds = gc.get_threshold()
    gc.set_threshold(0)
    try:
        if argv is None:
            _leave(_run(sys.argv[1:], started))
        return _run(list(argv or ()), started)
    finally:
        gc.set_threshold(*thresholds)


def _leave(code: int) -> None:
    """End the process at once: to take a large one apart, piece by piece, takes 10 ms."""
    from lessongen.shell.console import flush

    flush()
    os._exit(code)


def _run(arguments: list[str], started: float) -> int:
    from lessongen.shell.console import say
    from lessongen.shell.usage import UsageError

    try:
        return _dispatch(arguments, started)
    except UsageError as error:
        from lessongen.shell.terminal import shown

        say(f"error: {shown(str(error))}\n", error=True)
        return WRONG_USAGE
    except KeyboardInterrupt:
        say("\n", error=True)
        return INTERRUPTED


def _dispatch(arguments: list[str], started: float) -> int:
    from lessongen.shell.calls import plain_call

    call = plain_call(arguments)
    if call is not None and "_LESSONGEN_COMPLETE" not in os.environ:
        return _build_or_check(call, started)
    if "tr" in arguments:
        from lessongen.shell.unchanged_status import repeat_status

        code = repeat_status(arguments)
        if code is not None:
            return code
    from lessongen import __version__
    from lessongen.commands.group import run_group

    return run_group(arguments, started=started, version=__version__)


def _build_or_check(call: "Call", started: float) -> int:
    """The shortest of three ways: nothing changed, words changed, or anything may have."""
    from lessongen.shell.unchanged import look, repeat

    seen = look(call)
    if seen is not None:
        record, changed = seen
        code = _amend(call, record, changed, started) if changed else repeat(call, record, started)
        if code is not None:
            return code
    from lessongen.commands.run import run

    return run(call, started)


def _amend(call: "Call", record: "Record", changed: tuple[str, ...], started: float) -> int | None:
    if call.command != "build" or not record.numbers:
        return None
    from lessongen.shell.amend import amend

    return amend(call, record, changed, started)
