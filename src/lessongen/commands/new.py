"""`lessongen new`: a project or a lesson to begin with."""

import click

from lessongen.commands.options import Common


@click.group()
def new() -> None:
    """Make a new project, or a new lesson."""


@new.command()
@click.argument("directory", metavar="DIR")
def site(directory: str) -> int:
    """Make a small course in two languages in the folder DIR."""
    from lessongen.commands.new_site import make_site

    return make_site(directory)


# A title may begin with a hyphen; a mistyped option then counts as a second title.
@new.command(context_settings={"ignore_unknown_options": True})
@click.argument("title")
@click.option("--section", metavar="N", help="Number, key or title; else that of the last lesson.")
@click.pass_obj
def lesson(common: Common, /, title: str, section: str | None) -> int:
    """Make a draft of a lesson at the end of the series."""
    from lessongen.commands.new_lesson import make_lesson  # the whole parser

    return make_lesson(common.project, title, section)
