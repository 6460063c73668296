"""The addresses of the desk, below `/_translate/`."""

import os
from collections.abc import Mapping, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from lessongen.serving.desk.rendering import FOLDER
from lessongen.serving.desk.responses import Responder
from lessongen.serving.live import Live

_FILES: Mapping[str, str] = {
    "desk.css": "text/css; charset=utf-8",
    "desk.js": "text/javascript; charset=utf-8",
}
_NOT_FOUND = 404


def desk_routes(live: Live, token: str) -> Sequence[BaseRoute]:
    """The translator's desk of a running project; its forms carry the token."""
    responder = Responder(live, token)

    async def posted(request: Request) -> Response:
        body = await request.body()
        return await run_in_threadpool(responder.posted, request, body)

    text = "/_translate/{locale}/{key:path}/"
    return (
        Route("/_translate/", responder.languages),
        Route("/_translate/_files/{name}", lambda request: _file(request.path_params["name"])),
        Route("/_translate/{locale}/", responder.language),
        Route("/_translate/{locale}/", posted, methods=["POST"]),
        Route(text, responder.text),
        Route(text, posted, methods=["POST"]),
    )


def _file(name: str) -> Response:
    if name not in _FILES:
        return PlainTextResponse("not found\n", _NOT_FOUND)
    return FileResponse(os.path.join(FOLDER, name), media_type=_FILES[name])
