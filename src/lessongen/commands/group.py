"""The full command line, by click: commands are imported when somebody calls them."""

from collections.abc import Sequence
from importlib import import_module

import click

from lessongen.commands.options import Common, global_options

_COMPLETION = """\b
Completion by the Tab key, in bash (zsh and fish likewise):
  eval "$(_LESSONGEN_COMPLETE=bash_source lessongen)"
"""
# In the order in which they are listed.
COMMANDS = ("build", "check", "serve", "new", "move", "tr", "explain", "schema")


class LazyGroup(click.Group):
    """A group whose commands stand in modules of their names."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """The names, in our order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"lessongen.commands.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command


def run_group(arguments: Sequence[str], *, started: float, version: str) -> int:
    """Run the command line and return its exit code."""

    @click.group(cls=LazyGroup, context_settings={"max_content_width": 100}, epilog=_COMPLETION)
    @global_options
    @click.version_option(version, prog_name="lessongen", message="%(prog)s %(version)s")
    @click.pass_context
    def lessongen(ctx: click.Context, project: str, color: str) -> None:
        """Turn a folder of Markdown lessons into a site in two or more languages."""
        typed = tuple(arguments)
        ctx.obj = Common(project=project, color=color, started=started, arguments=typed)

    try:
        code = lessongen.main(list(arguments), prog_name="lessongen", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        _show(error, arguments)
        return error.exit_code
    except SystemExit as leaving:  # shell completion ends like this
        return leaving.code if isinstance(leaving.code, int) else 0
    return code if isinstance(code, int) else 0


def _show(error: click.ClickException, arguments: Sequence[str]) -> None:
    """Say what is wrong with a command line; those of `tr` also in another language."""
    told = ""
    if "tr" in arguments:
        from lessongen.commands.tr_errors import told_error

        told = told_error(error, arguments)
    if told:
        click.echo(told, err=True, nl=False)
    else:
        error.show()
