"""The pages that are open in browsers, and telling them that they changed."""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool

from lessongen.serving.answers import Answers
from lessongen.serving.author import Server
from lessongen.serving.build import Build
from lessongen.serving.live import Live

_ALIVE = 15.0  # seconds after which a silent stream says that it is still there


class Tab:
    """One open page: its address, and what it is to be told, in its own event loop."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.loop = asyncio.get_running_loop()
        self.news: asyncio.Queue[str | None] = asyncio.Queue()

    def tell(self, news: str | None) -> None:
        """Tell it from any thread; None: the server ends."""
        try:
            self.loop.call_soon_threadsafe(self.news.put_nowait, news)
        except RuntimeError:  # the loop is closed
            return


class Tabs:
    """All open pages. Each hears at once, and after every build, which version it should show."""

    def __init__(self, live: Live, answers: Answers, server: Server) -> None:
        self._live = live
        self._answers = answers
        self._server = server
        self._open: set[Tab] = set()
        live.listeners.append(self.announce)
        live.addresses = self.addresses

    def __len__(self) -> int:
        return len(self._open)

    def addresses(self) -> frozenset[str]:
        """What people look at."""
        return frozenset(tab.address for tab in tuple(self._open))

    def announce(self, build: Build) -> None:
        """Tell every page its version in this build: pages are made before they are asked for."""
        tabs = tuple(self._open)
        news = {address: self._news(build, address) for address in {tab.address for tab in tabs}}
        for tab in tabs:
            tab.tell(news[tab.address])

    def close(self) -> None:
        """End all streams."""
        for tab in tuple(self._open):
            tab.tell(None)

    async def stream(self, address: str) -> AsyncIterator[str]:
        """Server-sent events for the page at an address."""
        tab = Tab(address)
        self._open.add(tab)
        try:
            yield "retry: 500\n\n"
            yield await run_in_threadpool(self._news, self._live.current, address)
            while not self._live.wake.is_closed:
                try:
                    news = await asyncio.wait_for(tab.news.get(), _ALIVE)
                except TimeoutError:
                    news = ":\n\n"
                if news is None:
                    return
                yield news
        finally:
            self._open.discard(tab)

    def _news(self, build: Build, address: str) -> str:
        version = self._answers.answer(address).version
        told = {"server": self._server.name, "build": build.number, "version": version}
        return f"data: {json.dumps(told)}\n\n"
