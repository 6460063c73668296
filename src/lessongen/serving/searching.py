"""The search index, made when somebody who looks at the site searches in it."""

from collections.abc import Mapping
from threading import Lock
from types import MappingProxyType

from lessongen.model.site import Site
from lessongen.rendering.search_texts import search_texts
from lessongen.shell.indexer import IndexingError
from lessongen.shell.search_index import make_site_index

FOLDER = "pagefind/"
_NOTHING: Mapping[str, bytes] = MappingProxyType({})


class Search:
    """The files of the index of the site that was searched last."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._site: Site | None = None
        self._texts: object = None
        self._files = _NOTHING

    def read(self, site: Site, path: str) -> bytes | None:
        """A file of the site's index, which takes long if its texts have changed; None: no file."""
        with self._lock:
            if self._site is not site:
                texts = tuple(search_texts(site))
                if texts != self._texts:
                    self._files = _index_of(site)
                    self._texts = texts
                self._site = site
            return self._files.get(path.removeprefix(FOLDER))


def _index_of(site: Site) -> Mapping[str, bytes]:
    try:
        made = make_site_index(site)
    except (IndexingError, OSError):  # `build` says why; here the page says that it cannot search
        return _NOTHING
    return made.files if made else _NOTHING
