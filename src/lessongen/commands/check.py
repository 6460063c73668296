"""`lessongen check`: every check, nothing written."""

from typing import Any

import click

from lessongen.commands.build import call_of
from lessongen.commands.options import Common, problem_options


@click.command()
@problem_options
@click.pass_obj
def check(common: Common, /, **options: Any) -> int:  # noqa: ANN401 what click has parsed
    """Make every check, and write nothing."""
    return call_of("check", common, options)
