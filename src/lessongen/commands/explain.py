"""`lessongen explain`: why a page would be written, and what it is made from."""

import click

from lessongen.commands.options import Common, output_option


@click.command()
@click.argument("place", metavar="PATH-OR-URL")
@output_option
@click.pass_obj
def explain(common: Common, /, place: str, output: str | None) -> int:
    """Say what a page is made from, and why it would be written now.

    PATH-OR-URL is a file of the project, a file of the site, or an address.
    """
    from lessongen.commands.explaining import explain_place  # the whole pipeline

    return explain_place(common.project, place, output)
