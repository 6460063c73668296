"""`/pagefind/`: the search index, which only the search pages load."""

from collections.abc import Iterator, Mapping, Sequence

from lessongen.model.artifact import Artifact
from lessongen.model.search import IndexFile

# What pages call it by, among the theme's files: `site.assets["pagefind.js"]`.
_SCRIPT = {"pagefind.js": "pagefind/pagefind.js"}


def paths_of(index: Sequence[IndexFile] | None) -> Mapping[str, str]:
    """The path of what a search page loads; nothing where there is no index."""
    return {} if index is None else _SCRIPT


def artifacts(index: Sequence[IndexFile] | None) -> Iterator[Artifact]:
    """The files of the index, as they are."""
    for file in index or ():
        yield Artifact(path=file.path, data={"file": file.digest}, produce=file.read)
