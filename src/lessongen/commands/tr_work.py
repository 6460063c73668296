"""What the `tr` commands do alike: open the desk, do their work there, tell of what went wrong."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from lessongen.desk.desk import Desk
from lessongen.desk.opening import opened_desk, retried
from lessongen.desk.outcome import Refusal, Settled
from lessongen.shell.console import is_terminal, say
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words

R = TypeVar("R")


def at_desk(
    project: str,
    words: Words,
    work: Callable[[Desk], R],
    *,
    drafts: bool = True,
    writes: bool = False,
) -> R:
    """What the work comes to; it begins again when somebody saves a file in the middle of it."""

    def once() -> R:
        with opened_desk(
            project, words, drafts=drafts, writes=writes, on_wait=lambda: _say_that_we_wait(words)
        ) as desk:
            return work(desk)

    return retried(once, words)


def refuse_unknown(settled: Settled, words: Words) -> None:
    """Raises `UsageError` if a paragraph was named that there is not."""
    for refusal in settled.refused:
        if refusal.reason == "unknown":
            message = 'this lesson has no paragraph "%(name)s"; `lessongen tr show` numbers them'
            raise UsageError(words.say(message, name=refusal.name))


def tell_refusals(refused: Iterable[Refusal], message: str, words: Words) -> None:
    """Say of each why nothing was done about it; the message has a place for the `number`."""
    for refusal in refused:
        say(words.say(message, number=refusal.name) + "\n", error=True)


def asked(question: str, words: Words) -> bool:
    """Whether somebody at the terminal says yes; no answer is a no."""
    yes, no = words.say("y"), words.say("N")
    while True:
        say(f"{question} [{yes}/{no}]: ")
        try:
            answer = input().strip().casefold()
        except EOFError:
            return False
        if answer in ("", no.casefold(), words.say("no")):
            return False
        if answer in (yes, words.say("yes")):
            return True


def tell_copies(all_settled: Iterable[Settled], words: Words) -> None:
    """Name the copies of records in which something could not be read."""
    for settled in all_settled:
        for path in settled.written.copies:
            message = "%(path)s: what could not be read of the record is kept here"
            say(words.say(message, path=path) + "\n", error=True)


def _say_that_we_wait(words: Words) -> None:
    if is_terminal(error=True):
        say(words.say("waiting for another build of this project ...") + "\n", error=True)
