"""What the author's parts of pages ask for: news, problems, source lines, the editor."""

import json
import os
from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import BaseRoute, Route

from lessongen.serving.author import Server, headline, with_author_parts, without_page
from lessongen.serving.lines import lined_page
from lessongen.serving.live import Live
from lessongen.serving.opening import editor_command, find_file, start
from lessongen.serving.problem_list import problem_items
from lessongen.serving.tabs import Tabs
from lessongen.shell.report import line_reader

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "files")
_MOST = 10_000_000  # of lines and columns
_FILES = {
    "author.css": "text/css; charset=utf-8",
    "author.js": "text/javascript; charset=utf-8",
    "sw.js": "text/javascript; charset=utf-8",
}


def author_routes(live: Live, tabs: Tabs, server: Server) -> Sequence[BaseRoute]:
    """The routes below `/_serve/`, and the worker that removes itself."""

    async def events(request: Request) -> Response:
        return _events(tabs, request.query_params.get("path", "/"))

    def lined(request: Request) -> Response:
        return _lined(live, request.query_params.get("path", "/"))

    async def open_file(request: Request) -> Response:
        return await _open(live, await request.body())

    return (
        Route("/_serve/events", events),
        Route("/_serve/lined", lined),
        Route("/_serve/open", open_file, methods=["POST"]),
        Route("/_serve/problems/", lambda _: _problems(live, server)),
        Route("/_serve/{name}", lambda request: _file(request.path_params["name"])),
        Route("/sw.js", lambda _: _file("sw.js")),
    )


def _events(tabs: Tabs, address: str) -> Response:
    return StreamingResponse(
        tabs.stream(address), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
    )


def _lined(live: Live, address: str) -> Response:
    """The page with the places of its blocks; as plain text, so that nothing in it ever runs."""
    html = lined_page(live.current, live.root, address)
    return PlainTextResponse(html, 200 if html else 404)


def _problems(live: Live, server: Server) -> Response:
    """All problems, on a page that needs no script."""
    build = live.current
    words = headline(build) or "No problems"
    found = problem_items(build.problems, line_reader(live.root))
    html = without_page(words).replace(b"</main>", found.encode() + b"</main>")
    return HTMLResponse(with_author_parts(html, "", server, ""))


def _file(name: str) -> Response:
    if name not in _FILES:
        return PlainTextResponse("not found\n", 404)
    return FileResponse(os.path.join(_FOLDER, name), media_type=_FILES[name])


async def _open(live: Live, body: bytes) -> Response:
    """Starts the editor; 400 for what is no request, 404 for no file, 409 if it cannot start."""
    asked = _asked(body)
    if asked is None:
        return JSONResponse({"message": "this names no place in a file"}, 400)
    path, line, column = asked
    file = find_file(live.root, path)
    if file is None:
        return JSONResponse({"message": f"{path} is no file of this project's content"}, 404)
    command = editor_command(os.environ, file, line, column)
    trouble = command.trouble or await run_in_threadpool(start, command, live.root)
    if trouble:
        return JSONResponse({"message": f"{path}:{line}: {trouble}"}, 409)
    return Response(status_code=204)


def _asked(body: bytes) -> tuple[str, int, int] | None:
    try:
        asked = json.loads(body)
        path, line, column = asked["path"], int(asked.get("line", 1)), int(asked.get("column", 1))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if not isinstance(path, str) or not (0 < line < _MOST and 0 < column < _MOST):
        return None
    return path, line, column
