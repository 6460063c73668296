"""A finished build, as everybody sees it: what is served, and what is wrong."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from lessongen.model.problem import Problem, has_errors
from lessongen.model.site import Node, Site
from lessongen.rendering.templates import Renderer
from lessongen.serving.pages import Pages


class Shown(NamedTuple):
    """A document's page, and the key that its versions in all languages share."""

    key: str
    node: Node


class Preview(NamedTuple):
    """A page with the new text of its file, which the build does not know yet."""

    content: bytes
    source: str  # the file's path
    digest: str  # of the file as it was read
    read: float  # when, by the monotonic clock


class Build(NamedTuple):
    """One state of the running project; each later one has a higher number.

    `site` and `pages` are those of the last build without errors, `problems` those of the files
    as they are now. `previews` are pages with what was saved since. `trouble` says what no
    problem can: that the project is gone, or that lessongen itself has failed.
    """

    number: int = 0
    site: Site | None = None
    pages: Pages | None = None
    problems: tuple[Problem, ...] = ()
    trouble: str = ""
    renderer: Renderer | None = None
    digests: Mapping[str, str] = MappingProxyType({})  # of the files that the pages are made from
    looked: float = 0.0  # when that look at them began
    previews: Mapping[str, Preview] = MappingProxyType({})
    shown: Mapping[str, Shown] = MappingProxyType({})  # by the path of the page in the site

    @property
    def has_errors(self) -> bool:
        """Whether what is served is older than the files."""
        return bool(self.trouble) or has_errors(self.problems)

    def sources_of(self, path: str) -> tuple[str, ...]:
        """The files that a page is about: a document and what it translates, or all it lists."""
        shown = self.shown.get(path)
        if shown is not None:
            return tuple(dict.fromkeys((shown.node.document.path, shown.node.source)))
        if self.pages is None or path not in self.pages:
            return ()
        return self.pages.artifact(path).sources

    def address_of(self, path: str) -> str | None:
        """The address of a document's page, "/es/x/"; None if it has none."""
        for _, node in self.shown.values():
            if node.document.path == path and not node.borrowed:
                return node.route.permalink
        return None


def shown_by_path(site: Site) -> Mapping[str, Shown]:
    """The documents' pages by their paths in the site."""
    return {
        node.route.path: Shown(key, node)
        for edition in site.editions.values()
        for key, node in edition.nodes.items()
    }
