"""The addresses of the server. The site comes from memory: no path of an address is ever opened.

Below `/_serve/` is what the author's parts of pages need, below `/_translate/` the translator's
desk. `/sw.js` is a service worker that removes itself: a stale page would hide what was saved.
Everything else is the site.
"""

from collections.abc import Sequence
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lessongen.serving.answers import Answer, Answers
from lessongen.serving.author import Server
from lessongen.serving.guards import Guard, Hosts
from lessongen.serving.live import Live
from lessongen.serving.requests import author_routes
from lessongen.serving.tabs import Tabs


def make_app(
    live: Live,
    *,
    token: str,
    name: str,
    hosts: Hosts,
    desk_routes: Sequence[BaseRoute] = (),
) -> tuple[Guard, Tabs]:
    """The application, and the open pages, which must be told when the server ends.

    `name` tells this run of the server from others, `token` proves that a request comes from
    one of its own pages.
    """
    server = Server(name=name, token=token)
    answers = Answers(live, server)
    tabs = Tabs(live, answers, server)

    async def site(request: Request) -> Response:
        return await _site(answers, request.url.query, request.scope["path"])

    routes = (*author_routes(live, tabs, server), *desk_routes, Route("/{path:path}", site))
    app = Starlette(routes=routes)
    app.state.token = token
    return Guard(app, hosts=hosts, token=token), tabs


async def _site(answers: Answers, query: str, path: str) -> Response:
    answer = answers.known(path)
    if answer is None:
        answer = await run_in_threadpool(answers.answer, path)
    return _response(answer, query)


def _response(answer: Answer, query: str) -> Response:
    headers = {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Content-Security-Policy": "object-src 'none'; base-uri 'none'; frame-ancestors 'self'",
    }
    if answer.location:
        headers["Location"] = quote(answer.location) + (f"?{query}" if query else "")
    return Response(answer.content, answer.status, headers, media_type=answer.media_type)
