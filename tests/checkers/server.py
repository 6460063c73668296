"""A small web server for a finished site, below a sub-path, with the site's own headers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit


@contextmanager
def serve(folder: Path, *, below: str, away: Event | None = None) -> Iterator[str]:
    """Serve a folder on this machine only; give its address, which ends in the sub-path.

    While `away` is set, every connection is dropped: to a browser, there is no network.
    """
    rules = read_headers(folder / "_headers")
    away = away or Event()
    handler = partial(_Handler, directory=str(folder), below=below, rules=rules, away=away)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{below}"
        server.shutdown()
        thread.join()


def read_headers(path: Path) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the headers of each path pattern of a `_headers` file, as static hosts read it."""
    rules: dict[str, tuple[tuple[str, str], ...]] = {}
    pattern = ""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for line in lines:
        if line.startswith("/"):
            pattern = line.strip()
            rules.setdefault(pattern, ())
        elif ":" in line and not line.lstrip().startswith("#"):
            name, _, value = line.strip().partition(":")
            rules[pattern] += ((name, value.strip()),)
    return rules


class _Handler(SimpleHTTPRequestHandler):
    """Answers below one path only, so that a link that climbs out of it is seen."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self,
        request: object,
        client_address: object,
        server: object,
        *,
        directory: str,
        below: str,
        rules: Mapping[str, tuple[tuple[str, str], ...]],
        away: Event,
    ) -> None:
        self._below = below
        self._away = away
        self._rules = rules
        super().__init__(request, client_address, server, directory=directory)  # type: ignore[arg-type]

    def parse_request(self) -> bool:
        if self._away.is_set():
            self.close_connection = True
            return False
        return super().parse_request()

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self._below)
        below = path.removeprefix(self._below) if inside else "outside the sub-path"
        return super().translate_path("/" + below)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        path = "/" + urlsplit(self.path).path.removeprefix(self._below)
        for pattern, headers in self._rules.items():
            if fnmatchcase(path, pattern):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name there)
        """Say nothing: what is asked for is not news."""
