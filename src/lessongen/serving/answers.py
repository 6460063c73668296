"""What the server answers for an address: a file of the site, for its author."""

import traceback
from mimetypes import guess_type
from threading import Lock
from types import MappingProxyType
from typing import NamedTuple

from lessongen.build.digest import digest_of_bytes
from lessongen.model.problem import Problem, sort_problems
from lessongen.model.value import replaced, value
from lessongen.serving.addresses import file_of, not_found
from lessongen.serving.author import (
    Server,
    bar,
    problem_dialog,
    with_author_parts,
    without_page,
)
from lessongen.serving.build import Build
from lessongen.serving.live import Live
from lessongen.serving.pages import Pages
from lessongen.serving.searching import FOLDER, Search
from lessongen.shell.report import line_reader

_HTML = "text/html; charset=utf-8"
_TYPES = MappingProxyType(
    {
        ".css": "text/css; charset=utf-8",
        ".html": _HTML,
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".xml": "application/xml",
    }
)
_MOST_HELD = 200  # answers, until the next build
_OK, _ELSEWHERE, _NOT_FOUND, _FAILED, _NOT_YET = 200, 307, 404, 500, 503


class Answer(NamedTuple):
    """A response: status, bytes, type; where it sends the browser; what it shows, in short."""

    status: int
    content: bytes = b""
    media_type: str = _HTML
    location: str = ""
    version: str = ""


class Answers:
    """The answers of the newest build, each made once."""

    def __init__(self, live: Live, server: Server) -> None:
        self._live = live
        self._server = server
        self._lock = Lock()
        self._maker: _Maker | None = None
        self._known: dict[str, Answer] = {}

    def known(self, address: str) -> Answer | None:
        """The answer if it was made before, for this very build."""
        with self._lock:
            is_new = self._maker is not None and self._maker.build is self._live.current
            return self._known.get(address) if is_new else None

    def answer(self, address: str) -> Answer:
        """The answer for the path of an address, which starts with "/"; it may take a moment."""
        known = self.known(address)
        if known is not None:
            return known
        maker = self._newest()
        try:
            answer = maker.answer(address)
        except Exception:  # noqa: BLE001 our own bug is shown as what it is
            answer = maker.failed(traceback.format_exc())
        with self._lock:
            if self._maker is maker and len(self._known) < _MOST_HELD:
                self._known[address] = answer
        return answer

    def _newest(self) -> "_Maker":
        with self._lock:
            build, root = self._live.current, self._live.root
            if self._maker is None or self._maker.build is not build:
                self._maker = _Maker(
                    build=build,
                    server=self._server,
                    search=self._live.search,
                    root=root,
                    dialog=problem_dialog(build, line_reader(root)),
                )
                self._known = {}
            return self._maker


@value
class _Maker:
    """Makes the answers of one build; `dialog` shows its problems."""

    build: Build
    server: Server
    search: Search
    root: str
    dialog: str

    def answer(self, address: str) -> Answer:
        pages, site = self.build.pages, self.build.site
        if pages is None:
            return self.page(b"", _NOT_YET)
        path = file_of(pages, site, address)
        if path is not None:
            return self._file(pages, path, _OK)
        if site is not None and address.startswith(f"/{FOLDER}"):
            content = self.search.read(site, address[1:])
            if content is not None:
                return Answer(_OK, content, _type_of(address))
        if not address.endswith("/") and file_of(pages, site, address + "/"):
            return Answer(status=_ELSEWHERE, location=address + "/")
        path = not_found(pages, address)
        return self.page(b"", _NOT_FOUND) if path is None else self._file(pages, path, _NOT_FOUND)

    def failed(self, trouble: str) -> Answer:
        """What to show instead of a page that cannot be made for a reason of our own."""
        build = self.build._replace(trouble=trouble)
        dialog = problem_dialog(build, line_reader(self.root))
        return replaced(self, build=build, dialog=dialog).page(b"", _FAILED)

    def _file(self, pages: Pages, path: str, status: int) -> Answer:
        early = self.build.previews.get(path)
        if early is not None:
            return self.page(early.content, status, path)
        try:
            file = pages.read(path)
        except OSError:  # the file that it is a copy of is gone, as the next build will know
            return self.page(b"", _NOT_FOUND)
        if not path.endswith(".html"):
            version = digest_of_bytes(file.content)
            return Answer(status, file.content, _type_of(path), version=version)
        if file.problem is None or file.problem in self.build.problems:
            return self.page(file.content, status, path)
        # Found out by looking at this very page: the list that all pages share lacks it.
        problems = sort_problems((*self.build.problems, file.problem))
        build = self.build._replace(problems=problems)
        dialog = problem_dialog(build, line_reader(self.root))
        alone = replaced(self, build=build, dialog=dialog)
        return alone.page(file.content, status, path)

    def page(self, html: bytes, status: int, path: str = "") -> Answer:
        """A page with the author's parts; without a page, the problems that are the reason."""
        build = self.build
        if not html:
            status = _NOT_YET if build.has_errors and status != _FAILED else status
            html = without_page("Nothing to show yet" if build.has_errors else "Not found")
        sources = build.sources_of(path)
        here = tuple(problem for problem in build.problems if _is_of(problem, sources))
        parts = bar(build, path, sources, here) + self.dialog
        version = digest_of_bytes(html + parts.encode())
        content = with_author_parts(html, parts, self.server, version)
        return Answer(status, content, version=version)


def _is_of(problem: Problem, sources: tuple[str, ...]) -> bool:
    return any(span.path in sources for span in (problem.span, *problem.related))


def _type_of(path: str) -> str:
    ending = path[path.rfind(".") :].lower()
    return _TYPES.get(ending) or guess_type(path)[0] or "application/octet-stream"
