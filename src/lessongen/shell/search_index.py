"""The search index of a site: made when its texts have changed, remembered in between.

    texts of the site --key--> files of the index, remembered in .lessongen/search
                      `------> else the indexer runs, a program of its own: indexer.py

A build runs it before its pages are made. `explain` is content with what is remembered, `check`
with knowing that there can be an index; `serve` makes one when somebody searches.
"""

import time
from collections.abc import Mapping
from functools import partial
from operator import attrgetter

from lessongen.build.digest import digest_of_bytes
from lessongen.model.problem import Outcome, Problem
from lessongen.model.search import IndexFile, SearchText
from lessongen.model.site import Site
from lessongen.model.source import Span
from lessongen.model.value import fields_of, value
from lessongen.rendering.search_texts import search_html, search_texts
from lessongen.shell.cache import Cache
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.shell.indexer import IndexingError, find_indexer, indexer_files, make_index
from lessongen.shell.memo_file import MemoFile

_FOLDER = "pagefind/"
_NAME = "search"
_LAST = "last"
_SETTINGS = "lessongen.yaml"

Files = tuple[IndexFile, ...]


@value
class MadeIndex:
    """An index as the indexer made it."""

    key: str  # of the texts
    files: Mapping[str, bytes]


def make_site_index(site: Site) -> MadeIndex | None:
    """The index of a site; None without an indexer. Takes long, and touches no project.

    Raises `IndexingError`.
    """
    program = find_indexer()
    return _made(program, tuple(search_texts(site))) if program and _is_searched(site) else None


class SearchIndex:
    """The indexes that one project remembers."""

    def __init__(self, cache: Cache, *, fresh: bool) -> None:
        self._cache = cache
        self._fresh = fresh
        self._memo: MemoFile | None = None
        self.seconds = 0.0  # that the indexer ran

    def files_of(self, site: Site, *, run: bool) -> Outcome[Files | None]:
        """The files of the site's index; None if there can be none.

        Without `run` they are those of the last index, which may be of older texts.
        """
        program = find_indexer()
        if not program or not _is_searched(site):
            return self.availability(site)
        texts = tuple(search_texts(site))
        key = _key(program, texts) if run else _known(self._memory().get(_LAST))
        known = self._remembered(key)
        if known is not None or not run:
            return Outcome(value=known or ())
        started = time.perf_counter()
        try:
            return Outcome(value=self._remember(_made(program, texts)))
        except (IndexingError, OSError) as error:
            return Outcome(value=None, problems=(_search_failed(error),))
        finally:
            self.seconds = time.perf_counter() - started

    def availability(self, site: Site) -> Outcome[Files | None]:
        """Whether an index could be made, for those who write no site: no files, or None."""
        if not _is_searched(site):
            return Outcome(value=None)
        if not find_indexer():
            return Outcome(value=None, problems=(_no_search(),))
        return Outcome(value=())

    def save(self) -> None:
        """Let the next build find the index."""
        if self._memo is not None:
            self._memo.save(complete=True)

    def close(self) -> None:
        """Leave everything as the last `save` left it."""
        if self._memo is not None:
            self._memo.close()

    def _memory(self) -> MemoFile:
        if self._memo is None:
            self._memo = self._cache.memo(_NAME, fresh=self._fresh, name=_NAME)
        return self._memo

    def _remembered(self, key: str) -> Files | None:
        memory = self._memory()
        listed = memory.get(f"files {key}")
        if not isinstance(listed, tuple) or not all(memory.keep(digest) for _, digest in listed):
            return None
        if memory.get(_LAST) != key:
            memory.put(_LAST, key)
        return self._files(listed)

    def _remember(self, made: MadeIndex) -> Files:
        memory = self._memory()
        listed = tuple((path, digest_of_bytes(content)) for path, content in made.files.items())
        for (_, digest), content in zip(listed, made.files.values(), strict=True):
            if not memory.keep(digest):
                memory.put(digest, content)
        memory.put(f"files {made.key}", listed)
        memory.put(_LAST, made.key)
        return self._files(listed)

    def _files(self, listed: tuple[tuple[str, str], ...]) -> Files:
        return tuple(
            IndexFile(path=_FOLDER + path, digest=digest, read=partial(self._read, digest))
            for path, digest in listed
        )

    def _read(self, digest: str) -> bytes:
        content = self._memory().get(digest)
        if not isinstance(content, bytes):  # somebody has damaged the file: begin again without
            self._cache.remove(_NAME)
            raise ChangedWhileReadingError(f".lessongen/{_NAME}")
        return content


def _is_searched(site: Site) -> bool:
    return any("search" in edition.listings for edition in site.editions.values())


def _made(program: str, texts: tuple[SearchText, ...]) -> MadeIndex:
    pages = ((text.path, search_html(text)) for text in texts)
    return MadeIndex(key=_key(program, texts), files=make_index(program, pages))


# What two texts are compared by.
_COMPARED = attrgetter(*(name for name, each in fields_of(SearchText).items() if each.compare))


def _key(program: str, texts: tuple[SearchText, ...]) -> str:
    """What an index depends on, as one short text: every build asks for it, of all texts."""
    seen = repr((tuple(indexer_files(program)), [_COMPARED(text) for text in texts]))
    return digest_of_bytes(seen.encode("utf-8", "surrogatepass"))


def _known(key: object) -> str:
    return key if isinstance(key, str) else ""


def _no_search() -> Problem:
    return Problem(
        code="no-search",
        severity="note",
        message="Pagefind is not installed: the search page has no search box, only an index"
        " from A to Z",
        span=Span(path=_SETTINGS),
        hint='pip install "lessongen[search]"',
    )


def _search_failed(error: Exception) -> Problem:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return Problem(
        code="search-failed",
        severity="warning",
        message=f"Pagefind made no search index: {reason}",
        span=Span(path=_SETTINGS),
        hint="the search page has no search box; install lessongen[search] again",
    )
