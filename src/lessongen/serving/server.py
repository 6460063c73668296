"""The server as a process: its socket, its signals, its end."""

import asyncio
import errno
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from lessongen.shell.usage import UsageError

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_BACKLOG = 128
_PATIENCE = 2  # seconds that answers may take at the end


def listen(host: str, port: int) -> socket.socket:
    """A socket that browsers can reach; port 0 means any free one.

    Raises `UsageError` if the port is taken, or the host is none of this machine's.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise UsageError(f'--host: "{host}" is no address of this machine') from error
    try:
        # Else the port of a server that has just ended could not be used for a minute.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        raise UsageError(_why(error, host, port)) from error
    return listening


def address_of(listening: socket.socket, host: str) -> str:
    """What to type into a browser: "http://127.0.0.1:8000/"."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104 compared, not listened on
    return f"http://{name}:{listening.getsockname()[1]}/"


class Server(uvicorn.Server):
    """Answers until somebody wants it to end."""

    def __init__(self, app: ASGIApp, on_end: Callable[[], None]) -> None:
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=_PATIENCE,
            timeout_keep_alive=60,
        )
        super().__init__(config)
        self._on_end = on_end
        self.ended_by: int | None = None  # a signal

    def serve_on(self, listening: socket.socket) -> None:
        """Answer what comes to a socket, which is closed in the end."""
        with self._own_signals():
            asyncio.run(self.serve(sockets=[listening]))

    def end(self) -> None:
        """Answer what is being answered, then end; from any thread, or a signal."""
        self.should_exit = True
        self._on_end()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leaves signals to `serve_on`: an author's Ctrl-C is an ordinary end."""
        yield

    def _signalled(self, number: int, _: FrameType | None) -> None:
        if self.should_exit:
            self.force_exit = True
        self.ended_by = number
        self.end()

    @contextmanager
    def _own_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._signalled) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {port} is in use, perhaps by another `lessongen serve`; "
            f"end that one, or choose another port: --port {min(port + 1, 65535)} (0: any)"
        )
    if error.errno == errno.EACCES:
        return f"port {port} needs rights that you do not have; choose another one: --port 8000"
    return f'cannot listen on "{host}", port {port}: {error.strerror}'
