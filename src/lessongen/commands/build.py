"""`lessongen build`: content becomes a site."""

from typing import Any

import click

from lessongen.commands.options import Common, output_option, problem_options
from lessongen.shell.calls import Call


@click.command()
@output_option
@problem_options
@click.pass_obj
def build(common: Common, /, **options: Any) -> int:  # noqa: ANN401 what click has parsed
    """Build the site.

    Nothing is written if there is an error: the old site stays whole.
    """
    return call_of("build", common, options)


def call_of(command: str, common: Common, options: dict[str, Any]) -> int:
    """Build or check as the options say; the exit code comes back."""
    from lessongen.commands.run import run  # the whole pipeline, not needed for --help

    call = Call(command)
    call.project, call.color = common.project, common.color
    for name, value in options.items():
        if value is not None:
            setattr(call, name, value)
    return run(call, common.started)
