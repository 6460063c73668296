"""What every request has to pass, those of the translator's desk included.

A browser sends requests to this server for any page that its owner has open anywhere, so:

- `Host` must be this server's. Else a page of another site could reach it under its own name,
  once that name points here (DNS rebinding), and would be allowed to read the answers.
- What writes or starts a program is a POST below `/_serve/` or `/_translate/`, from one of our
  own pages (`Origin`), with the token that only they know: in a header, or in a field of a form.
- No body is read that is larger than anything our pages send.
"""

from collections.abc import Mapping
from hmac import compare_digest
from ipaddress import ip_address
from types import MappingProxyType
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lessongen.model.value import value

AUTHOR_PATHS = ("/_serve/", "/_translate/")
MOST_BYTES = 1 << 20  # of a request's body
TOKEN = "X-Lessongen-Token"  # noqa: S105 the name of a header

# Of the pages that are the server's own: nothing inline, nothing from elsewhere.
AUTHOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
_AUTHOR_HEADERS = MappingProxyType(
    {
        "content-security-policy": AUTHOR_POLICY,
        "cache-control": "no-store",
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
    }
)
_FORM = "application/x-www-form-urlencoded"  # all that a page can send without a script
_FIELD = "token"
_MOST_FIELDS = 100
_NO_TOKEN = (403, "this request lacks the token of the page; load the page again")
_TOO_LARGE = (413, "this is more than anybody can have typed")
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@value
class Hosts:
    """The names under which this server may be asked for.

    On the loopback only its own; where it listens to others, also any bare address: only names
    can be made to point here by somebody else.
    """

    host: str  # that it was told to listen on

    def allow(self, header: str) -> bool:
        """Whether a `Host` header names this server.

        >>> here = Hosts(host="127.0.0.1")
        >>> here.allow("localhost:8000"), here.allow("[::1]:8000"), here.allow("evil.example")
        (True, True, False)
        >>> Hosts(host="0.0.0.0").allow("192.168.1.7:8000")
        True
        """
        name = _without_port(header).lower()
        if name in _LOOPBACK or name == self.host.lower():
            return True
        return self.host not in _LOOPBACK and _is_address(name)


def _without_port(header: str) -> str:
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.rpartition(":")[0] if header.count(":") == 1 else header


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """Passes on the requests that may come through, and answers the others itself."""

    def __init__(self, app: ASGIApp, *, hosts: Hosts, token: str) -> None:
        self._app = app
        self._hosts = hosts
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":  # there are no WebSockets here
            return
        headers = _headers_of(scope)
        trouble = self._trouble(scope["method"], scope["path"], headers)
        if trouble is not None:
            await _refuse(scope, receive, send, *trouble)
            return
        body = _Body(receive)
        passed = body.receive
        if _is_form(scope["method"], headers):
            content = await body.whole()
            if content is None or not self._knows_token(content):
                trouble = _TOO_LARGE if content is None else _NO_TOKEN
                await _refuse(scope, receive, send, *trouble)
                return
            passed = _Again(content, body.receive).receive
        await self._app(scope, passed, _with_headers(scope["path"], send))

    def _knows_token(self, content: bytes) -> bool:
        """Whether a form has the token among its fields."""
        try:
            fields = parse_qs(content.decode("ascii"), max_num_fields=_MOST_FIELDS)
        except ValueError:
            return False
        found = fields.get(_FIELD, [])
        return len(found) == 1 and compare_digest(found[0].encode(), self._token.encode())

    def _trouble(
        self, method: str, path: str, headers: Mapping[str, str]
    ) -> tuple[int, str] | None:
        """Why a request is refused: status and words; None if it is not."""
        host = headers.get("host", "")
        if not self._hosts.allow(host):
            return 421, f'this is not "{host[:100]}"'
        if method in ("GET", "HEAD"):
            return None
        return self._trouble_with_post(method, path, headers)

    def _trouble_with_post(
        self, method: str, path: str, headers: Mapping[str, str]
    ) -> tuple[int, str] | None:
        if method != "POST" or not path.startswith(AUTHOR_PATHS):
            return 405, "nothing here can be changed"
        if headers.get("origin", "") != f"http://{headers.get('host', '')}":
            return 403, "this request comes from another site"
        told = headers.get(TOKEN.lower(), "").encode()
        if not _is_form(method, headers) and not compare_digest(told, self._token.encode()):
            return _NO_TOKEN
        length = headers.get("content-length", "0")
        is_small = length.isdigit() and int(length[:20]) <= MOST_BYTES
        return None if is_small else _TOO_LARGE


class _Body:
    """Counts what comes: who announces no length may send no more either."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._bytes = 0

    async def receive(self) -> Message:
        message = await self._receive()
        self._bytes += len(message.get("body", b""))
        if self._bytes > MOST_BYTES:
            raise HTTPException(*_TOO_LARGE)
        return message

    async def whole(self) -> bytes | None:
        """Everything that comes; None if it is too much."""
        parts: list[bytes] = []
        try:
            while True:
                message = await self.receive()
                parts.append(message.get("body", b""))
                if not message.get("more_body", False):
                    return b"".join(parts)
        except HTTPException:
            return None


class _Again:
    """Gives a body that was read already to whoever reads it next."""

    def __init__(self, content: bytes, after: Receive) -> None:
        self._message: Message | None = {"type": "http.request", "body": content}
        self._after = after

    async def receive(self) -> Message:
        """The body, once; then what comes after it."""
        if self._message is None:
            return await self._after()
        message, self._message = self._message, None
        return message


def _is_form(method: str, headers: Mapping[str, str]) -> bool:
    """Whether a request is a form of a page, which cannot send a header of its own."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return method == "POST" and kind == _FORM and TOKEN.lower() not in headers


def _headers_of(scope: Scope) -> dict[str, str]:
    """The headers of a request; one that comes twice and must not is as good as wrong."""
    found: dict[str, str] = {}
    for raw, content in scope["headers"]:
        name = raw.decode("latin-1")
        found[name] = (
            f"{found[name]}, {content.decode('latin-1')}"
            if name in found
            else (content.decode("latin-1"))
        )
    return found


def _with_headers(path: str, send: Send) -> Send:
    """Adds what all pages of the server's own say, unless they say it themselves."""
    if not path.startswith(AUTHOR_PATHS):
        return send

    async def send_with(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = {name.lower() for name, _ in message["headers"]}
            message["headers"] = [
                *message["headers"],
                *(
                    (name.encode(), content.encode())
                    for name, content in _AUTHOR_HEADERS.items()
                    if name.encode() not in own
                ),
            ]
        await send(message)

    return send_with


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int, words: str) -> None:
    # What the client still sends belongs to this request: nobody reads it.
    response = PlainTextResponse(words + "\n", status, {"Connection": "close"})
    await response(scope, receive, send)
