"""The help of the `tr` commands, in the language of whoever asks."""

import click

from lessongen.commands.options import Common
from lessongen.commands.tr_errors import words_typed
from lessongen.shell.words import Words, term

_EXAMPLES = (
    ("lessongen tr", term("what needs you")),
    ("lessongen tr show 7", term("what changed in lesson 7, beside the translation")),
    ("lessongen tr ok 7", term("lesson 7 is right for today’s source")),
    ("lessongen tr new 8", term("begin to translate lesson 8")),
    ("lessongen tr claim 8", term("you are at it, for 14 days")),
)
_LESSON = term("A LESSON is a number, a file name, or how its title begins.")
_USAGE = term("Usage: ")
_OPTIONS = term("Options")
_COMMANDS = term("Commands")
_FIVE = term("Five commands are enough")
_HELP = term("Show this message and exit.")


def write_help(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write what the command is for and what it takes."""
    # The language is looked for before the command line is understood: help ends everything.
    common = ctx.find_object(Common)
    words = words_typed(common.arguments if common else ())
    pieces = " ".join(command.collect_usage_pieces(ctx))
    path = ctx.command_path.removesuffix(" status")
    if isinstance(command, click.Group):
        pieces = "[LESSON]... | COMMAND [OPTIONS]"
    formatter.write_usage(path, pieces, prefix=words.say(_USAGE))
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(words.say(command.help or ""))
        if "LESSON" in pieces:
            formatter.write_paragraph()
            formatter.write_text(words.say(_LESSON))
    if isinstance(command, click.Group):
        _write_group(command, ctx, formatter, words)
        command = command.get_command(ctx, "status") or command
    _write_options(command, ctx, formatter, words)


def _write_group(
    group: click.Group, ctx: click.Context, formatter: click.HelpFormatter, words: Words
) -> None:
    with formatter.section(words.say(_FIVE)):
        formatter.write_dl([(call, words.say(purpose)) for call, purpose in _EXAMPLES])
    rows = []
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        rows.append((name, words.say(command.help or "") if command else ""))
    with formatter.section(words.say(_COMMANDS)):
        formatter.write_dl(rows)


def _write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, words: Words
) -> None:
    rows = []
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is None or not isinstance(parameter, click.Option):
            continue
        english = parameter.help or ""
        told = words.say(_HELP) if "--help" in parameter.opts else words.say(english)
        rows.append((record[0], record[1].replace(english, told) if english else told))
    with formatter.section(words.say(_OPTIONS)):
        formatter.write_dl(rows)
