"""`lessongen schema`: the JSON Schema of the front matter, for editors."""

import click

from lessongen.shell.console import say

KINDS = ("series", "lesson", "article", "page")


@click.command()
@click.option("--kind", type=click.Choice(KINDS), help="Of one kind of document only.")
def schema(kind: str | None) -> int:
    """Print the JSON Schema of the front matter, for editors."""
    import json

    from lessongen.parsing.schema import front_matter_schema

    # Any: click has checked that it is one of the kinds.
    found = front_matter_schema(kind)  # type: ignore[arg-type]
    say(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    return 0
