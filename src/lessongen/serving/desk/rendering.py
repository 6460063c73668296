"""The desk's own templates: plain pages, nothing inline, every word in the visitor's language."""

import os
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lessongen.serving.desk.visitor import Visitor
from lessongen.shell.words import term

_SEVERITIES: Mapping[str, str] = {
    "error": term("error"),
    "warning": term("warning"),
    "note": term("note"),
}
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "files")


def render(template: str, visitor: Visitor, values: Mapping[str, object]) -> str:
    """A page of the desk, from its template and what it shows."""
    words = visitor.words
    shared = {
        "say": words.say,
        "count": words.count,
        "number": words.number,
        "severity": lambda name: words.say(_SEVERITIES[name]),
        "visitor": visitor,
    }
    return _environment().get_template(template).render({**shared, **values})


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
