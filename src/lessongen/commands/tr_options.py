"""What several of the `tr` commands take."""

from collections.abc import Callable
from typing import Any

import click

from lessongen.commands.options import Common
from lessongen.commands.tr_output.layout import Look
from lessongen.shell.console import wants_color
from lessongen.shell.unchanged_status import terminal_width
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words, languages, read_words, term

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

lang_option = click.option(
    "--lang", metavar="LANG", help=term("The language of the translation; else the only one.")
)
ui_option = click.option(
    "--ui", metavar="LANG", help=term("The language to say it in; else that of the system.")
)
by_option = click.option(
    "--by", metavar="NAME", help=term("Who says so; else the name that git knows, or your login.")
)
drafts_option = click.option(
    "--drafts", is_flag=True, help=term("Also drafts and what has a future date.")
)
unit_option = click.option(
    "--unit",
    "units",
    metavar="N,…",
    multiple=True,
    help=term("Only these paragraphs, by the numbers that `tr show` prints, or by their ids."),
)


def words_of(ui: str | None) -> Words:
    """The words that somebody wants to read; raises `UsageError` for a language we do not speak."""
    if ui and ui.partition("-")[0].lower() not in languages():
        names = ", ".join(languages())
        raise UsageError(f'--ui: "{ui}" is none of the languages that tr speaks: {names}')
    return read_words(ui or "")


def look_of(common: Common) -> Look:
    """How wide the terminal is, and whether it shows colours."""
    return Look(width=terminal_width(), color=wants_color(common.color))


def unit_names(units: tuple[str, ...]) -> tuple[str, ...]:
    """The names in `--unit 3,5 --unit f22b8270`."""
    return tuple(name.strip() for each in units for name in each.split(",") if name.strip())
