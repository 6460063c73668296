"""What several commands take, and what all of them know."""

from collections.abc import Callable
from typing import Any

import click

from lessongen.model.value import value
from lessongen.shell.calls import COLORS, FORMATS, MOST_JOBS

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


@value
class Common:
    """The options before the command, when the process began, and all that was typed."""

    project: str
    color: str
    started: float
    arguments: tuple[str, ...] = ()


def global_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--project` and `--color`."""
    return _all(
        click.option(
            "--project", default=".", metavar="DIR", help="The project; else the current folder."
        ),
        click.option(
            "--color", type=click.Choice(COLORS), default="auto", help="Colours in messages."
        ),
    )(function)


def output_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--output`."""
    about = "Where the site goes; else site/ in the project."
    return click.option("--output", metavar="DIR", help=about)(function)


def problem_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """What `build` and `check` have in common."""
    return _all(
        click.option("--strict", is_flag=True, help="Warnings count as errors (exit code 1)."),
        click.option("--drafts", is_flag=True, help="Also drafts and what has a future date."),
        click.option("--base-url", metavar="URL", help="Instead of base_url in lessongen.yaml."),
        click.option(
            "--jobs",
            type=click.IntRange(1, MOST_JOBS),
            metavar="N",
            help="Processes that read; else as many as pay.",
        ),
        click.option("--clean", is_flag=True, help="Ignore what earlier builds know."),
        click.option(
            "--format",
            type=click.Choice(FORMATS),
            default="text",
            help="Problems for people, as a JSON list, or as annotations for GitHub.",
        ),
    )(function)


def _all(*decorators: Decorator) -> Decorator:
    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate
