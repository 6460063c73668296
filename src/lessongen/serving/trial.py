"""Rendering the pages that nobody looks at, when there is time, to find templates that fail."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from time import perf_counter

from lessongen.model.problem import Problem
from lessongen.serving.pages import File, Pages

_RENDERED = (".html", ".json", ".xml")
_LONG = 0.05  # seconds: a page that takes longer waits until nobody saves


class Trial:
    """Which pages of the newest build have been rendered, and what went wrong."""

    def __init__(self) -> None:
        self._pages: Pages | None = None
        self._keys: Mapping[str, str] = {}
        self._passed: set[str] = set()  # keys: what was rendered once, renders again
        self._seconds: dict[str, float] = {}  # what a page took
        self._waiting: list[str] = []
        self._failed: dict[str, Problem] = {}

    @property
    def failures(self) -> Collection[Problem]:
        """What is wrong with templates, as far as pages have been tried."""
        return self._failed.values()

    def begin(self, pages: Pages) -> Collection[Problem]:
        """Turn to the pages of another build; what still fails of those that failed comes back.

        Before anything else is known of the pages, so that a problem that stays does not flicker.
        """
        again = [path for path in self._failed if path in pages]
        self._pages, self._failed, self._waiting = pages, {}, []
        for path in again:
            problem = pages.read(path).problem
            if problem is not None and problem not in self._failed.values():
                self._failed[path] = problem
        return self.failures

    def plan(self, keys: Mapping[str, str]) -> None:
        """Try the pages that differ from those that were tried before; the quickest first."""
        self._keys = keys
        self._passed &= set(keys.values())
        self._seconds = {path: took for path, took in self._seconds.items() if path in keys}
        pages = self._pages
        self._waiting = sorted(
            (
                path
                for path, key in keys.items()
                if key not in self._passed and pages is not None and _is_rendered(pages, path)
            ),
            key=lambda path: (-self._seconds.get(path, 0.0), path),
        )

    @property
    def is_over(self) -> bool:
        """Whether all pages have been tried."""
        return not self._waiting

    @property
    def is_long(self) -> bool:
        """Whether the next page takes long."""
        return bool(self._waiting) and self._seconds.get(self._waiting[-1], 0.0) > _LONG

    def step(self) -> None:
        """Try one page."""
        path = self._waiting.pop()
        if self._pages is None:
            return
        started = perf_counter()
        with suppress(Exception):  # a bug of ours is shown where the page is asked for
            self._note(path, self._pages.read(path))
        self._seconds[path] = perf_counter() - started

    def _note(self, path: str, file: File) -> None:
        if file.problem is None:
            self._passed.add(self._keys[path])
        elif file.problem not in self._failed.values():
            self._failed[path] = file.problem


def _is_rendered(pages: Pages, path: str) -> bool:
    """Whether a template makes it, or may have a part in it."""
    return path in pages and path.endswith(_RENDERED)
