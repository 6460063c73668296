"""`lessongen serve`: the site for its author, built again whenever a file changes."""

import click

from lessongen.commands.options import Common


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="N",
    help="0: any free one.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Where to listen; 0.0.0.0 lets everybody in your network in.",
)
@click.option("--drafts", is_flag=True, help="Also drafts and what has a future date.")
@click.option("--open", "opens", is_flag=True, help="Open it in a browser.")
@click.pass_obj
def serve(common: Common, /, *, port: int, host: str, drafts: bool, opens: bool) -> int:
    """Build the site, serve it, and build it again whenever a file is saved.

    Open pages show what was saved, and what is wrong with it. Ctrl-C ends it.
    """
    from lessongen.serving.desk.routes import desk_routes
    from lessongen.serving.running import Wish, run  # the server, not needed for --help
    from lessongen.shell.session import Order

    order = Order(project=common.project, drafts=drafts)
    wish = Wish(order=order, host=host, port=port, opens=opens, color=common.color)
    return run(wish, desk_routes)
