"""What is wrong with a `tr` command line, in the language of whoever typed it."""

import re
from collections.abc import Sequence

import click

from lessongen.shell.words import ENGLISH, Words, read_words

_TR = "lessongen tr"
_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


def words_typed(arguments: Sequence[str]) -> Words:
    """The words that a command line asks for, before it is understood."""
    wishes = [word.partition("=")[2] for word in arguments if word.startswith("--ui=")]
    if "--ui" in arguments[:-1]:
        wishes.append(arguments[list(arguments).index("--ui") + 1])
    return read_words(wishes[0] if wishes else "")


def told_error(error: click.ClickException, arguments: Sequence[str]) -> str:
    """The message of a wrong `tr` call in another language than English; else nothing."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path.removesuffix(" status") if context else _TR
    if not path.startswith(_TR):
        return ""
    words = words_typed(arguments)
    if words.locale == ENGLISH:
        return ""
    hint = words.say("Help: %(command)s", command=f"{path} --help")
    told = words.say("error: %(what)s", what=_what(error, words))
    return f"{told}\n{hint}\n"


def _what(error: click.ClickException, words: Words) -> str:
    if isinstance(error, click.NoSuchOption):
        told = words.say("there is no option %(name)s", name=error.option_name)
        near = next(iter(error.possibilities or ()), "")
        return f"{told}; {words.say('did you mean %(name)s?', name=near)}" if near else told
    if isinstance(error, click.BadOptionUsage):
        return words.say("%(name)s needs a value", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return words.say("%(name)s is missing", name=name)
    if isinstance(error, click.BadParameter):
        return _bad_value(error, words)
    extra = _EXTRA.search(error.format_message())
    if extra:
        return words.say("nobody knows what to do with %(name)s", name=extra[1])
    return error.format_message()


def _bad_value(error: click.BadParameter, words: Words) -> str:
    """Which values an option takes."""
    name = ", ".join(error.param.opts) if error.param else ""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        choices = ", ".join(map(str, kind.choices))
        return words.say("%(name)s takes one of: %(choices)s", name=name, choices=choices)
    if isinstance(kind, click.IntRange):
        message = "%(name)s takes a number from %(least)s to %(most)s"
        return words.say(message, name=name, least=kind.min, most=kind.max)
    return error.format_message()
