"""`lessongen move`: another place in the series for a lesson."""

import click

from lessongen.commands.options import Common


@click.command()
@click.argument("lesson")
@click.option(
    "--to", type=click.IntRange(min=1), required=True, metavar="N", help="Its new number."
)
@click.pass_obj
def move(common: Common, /, lesson: str, to: int) -> int:
    """Give a lesson another number; those between make room.

    LESSON is a number, a file name, or the start of a title. File names, addresses and
    translations stay as they are.
    """
    from lessongen.commands.moving import move_lesson  # the whole parser, not needed for --help

    return move_lesson(common.project, lesson, to)
