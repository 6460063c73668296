"""A running server in this process, for tests that look at it as browsers and programs do."""

import http.client
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.routing import BaseRoute

from lessongen.serving.live import Live
from lessongen.serving.running import Desk, Wish, no_desk, running
from lessongen.shell.session import Order
from tests.shell.builders import lesson

PATIENCE = 20.0  # seconds for what happens at once on a machine with nothing else to do

FILES: Mapping[str, str | bytes] = {
    "lessongen.yaml": "problems: {no-base-url: off}\n",
    "content/en/index.md": (
        "---\ntitle: A course\nsummary: Short.\nsections: [{key: self, title: Self}]\n---\nHi.\n"
    ),
    "content/en/01-a.md": lesson(1, "A", "a", body="First words.\n\nSecond words."),
    "content/en/02-b.md": lesson(2, "B", "b", body="## Heading\n\nWords of B."),
    "content/es/01-a.md": (
        "---\ntitle: La A\nslug: la-a\nsummary: De A.\ntakeaways: [Uno., Dos., Tres.]\n---\n"
        "Palabras.\n\nOtras palabras.\n"
    ),
}


class Reply(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Serving(NamedTuple):
    """A server on this machine."""

    live: Live
    address: str  # ends in "/"
    root: Path
    token: str

    @property
    def port(self) -> int:
        """The port it listens on."""
        return urlsplit(self.address).port or 0

    @property
    def host(self) -> str:
        """Its name, as a `Host` header says it."""
        return f"127.0.0.1:{self.port}"

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """The answer to a request, sent exactly so."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            sent = {"Host": self.host, **(headers or {})}
            if body is not None:
                sent.setdefault("Content-Length", str(len(body)))
            for name, value in sent.items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            return Reply(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def post(self, path: str, body: bytes = b"{}", **other: str) -> Reply:
        """The answer to what one of the server's own pages would send, but for `other` headers."""
        headers = {
            "Origin": f"http://{self.host}",
            "X-Lessongen-Token": self.token,
            "Content-Type": "application/json",
            **{name.replace("_", "-"): value for name, value in other.items()},
        }
        return self.ask(path, method="POST", body=body, headers=headers)

    def write(self, path: str, text: str) -> None:
        """Save a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Change some words of a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def shows(self, path: str, words: str) -> None:
        """Wait until the page at a path has the words."""
        until(lambda: words in self.ask(path).text, f"{words!r} at {path}")


@contextmanager
def served(
    root: Path, *, drafts: bool = False, desk: Desk = no_desk, port: int = 0
) -> Iterator[Serving]:
    """The project in a folder, served by threads of this process."""
    wish = Wish(
        order=Order(project=str(root), drafts=drafts),
        host="127.0.0.1",
        port=port,
        opens=False,
        color="never",
    )
    tokens: list[str] = []

    def noting(live: Live, token: str) -> Sequence[BaseRoute]:
        tokens.append(token)
        return desk(live, token)

    with running(wish, noting) as ready:
        thread = Thread(target=ready.server.serve_on, args=(ready.listening,))
        thread.start()
        try:
            yield Serving(ready.live, ready.address, root, tokens[0])
        finally:
            ready.server.end()
            thread.join()


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds."""
    end = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < end, f"waited in vain for {what}"
        sleep(0.005)
