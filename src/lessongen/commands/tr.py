"""`lessongen tr`: what the translations need, and the verbs of those who make them."""

from collections.abc import Sequence
from importlib import import_module

import click

from lessongen.shell.unchanged_status import VERBS
from lessongen.shell.words import term

_STATUS = "status"
_MODULES = {"unclaim": "claim"}
_FUNCTIONS = {"next": "next_step"}  # `next` itself is Python's own
# Options that take a value: the word behind them is no verb and no lesson.
_VALUES = ("--lang", "--format", "--fail-on", "--ui")
_OWN = ("--help",)


class Translations(click.Group):
    """A group that without a verb says how things stand, and whose verbs are modules."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was called, its verb in front."""
        if not any(word in _OWN for word in args[:1]):
            args = with_verb_first(args)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """The verbs, in our order."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that verb."""
        if cmd_name not in (*VERBS, _STATUS):
            return None
        module = import_module(f"lessongen.commands.tr_{_MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = getattr(module, _FUNCTIONS.get(cmd_name, cmd_name))
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help, in the language of whoever asks."""
        from lessongen.commands.tr_help import write_help

        write_help(self, ctx, formatter)


class Verb(click.Command):
    """A command that gives its help in the language of whoever asks."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help, in the language of whoever asks."""
        from lessongen.commands.tr_help import write_help

        write_help(self, ctx, formatter)


def with_verb_first(words: Sequence[str]) -> list[str]:
    """The words of a call with the verb in front; without any it is `status`.

    >>> with_verb_first(["--lang", "es", "show", "7"]), with_verb_first(["7", "show"])
    (['show', '--lang', 'es', '7'], ['status', '7', 'show'])
    """
    place = 0
    while place < len(words) and words[place].startswith("-"):
        place += 2 if words[place] in _VALUES else 1
    if place < len(words) and words[place] in (*VERBS, _STATUS):
        return [words[place], *words[:place], *words[place + 1 :]]
    return [_STATUS, *words]


@click.group(
    cls=Translations,
    help=term("What needs a translator, in lessons, paragraphs, words and minutes."),
)
def tr() -> None:
    """Without a verb: how the translations stand."""
