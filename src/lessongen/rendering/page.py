"""A page before it is rendered."""

from collections.abc import Iterable

from lessongen.model.site import Node
from lessongen.model.value import value
from lessongen.model.view import PageView
from lessongen.model.view_frames import SiteView


@value
class Page:
    """A view, the file it goes to, and the project paths that it is made from."""

    output: str
    view: PageView
    sources: tuple[str, ...] = ()


@value
class SitePage:
    """A page with all that it takes to render it."""

    output: str
    view: PageView
    site: SiteView  # the same value for all pages of a language
    template: str
    sources: tuple[str, ...] = ()


def sources_of(nodes: Iterable[Node]) -> tuple[str, ...]:
    """The files that the nodes are made from, the sources of translations too, each once."""
    paths: dict[str, None] = {}
    for node in nodes:
        paths[node.document.path] = None
        paths[node.source] = None
    return tuple(paths)
