"""What stands behind the page in these tests: the look-alike of Telegram and a bot of a few lines, in one thread."""

import asyncio
import threading
from concurrent.futures import Future
from contextlib import suppress
from datetime import UTC, datetime

from scripted import Scripted

from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve

MORNING = datetime(2026, 3, 3, 8, 12, tzinfo=UTC)


class Lookalike:
    """In a thread of its own, because the browser is driven by blocking calls."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.telegram = Telegram(Clock(MORNING, frozen=True))
        self.script = Scripted(self.telegram)
        self.bot = self.loop.create_task(self.script.run())
        self.port = 0
        self.address = ""
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        self.start()

    def start(self) -> None:
        """Serve, on the same port as before."""
        up: Future[None] = Future()
        self.stopping = asyncio.Event()
        self.serving = asyncio.run_coroutine_threadsafe(self._serve(up), self.loop)
        up.result(10)

    async def _serve(self, up: "Future[None]") -> None:
        async with serve(self.telegram, port=self.port) as served:
            self.port, self.address = served.port, served.address
            up.set_result(None)
            await self.stopping.wait()

    def stop(self) -> None:
        """Stop serving; the world stays."""
        self.loop.call_soon_threadsafe(self.stopping.set)
        self.serving.result(10)

    def close(self) -> None:
        if not self.serving.done():
            self.stop()
        asyncio.run_coroutine_threadsafe(self._dismiss_bot(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
        self.loop.close()

    async def _dismiss_bot(self) -> None:
        self.bot.cancel()
        with suppress(asyncio.CancelledError):
            await self.bot
