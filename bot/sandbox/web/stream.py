"""Server-Sent Events: the whole state on connecting and after every change, at most every 50 ms."""

import asyncio
import json
from collections.abc import AsyncIterator

from bot.sandbox.telegram import Telegram
from bot.sandbox.web.snapshot import snapshot

COALESCE = 0.05
PING = 15.0


class Streams:
    """The event streams of all pages, ended together."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.closed = False
        self.open: set[asyncio.Event] = set()

    async def events(self) -> AsyncIterator[bytes]:
        """The events of one page until it goes or the server does."""
        changed = asyncio.Event()
        self.open.add(changed)
        forget = self.telegram.on_change(changed.set)
        try:
            while not self.closed:
                changed.clear()
                state = json.dumps(snapshot(self.telegram.world), ensure_ascii=False)
                yield b"event: state\ndata: " + state.encode("utf-8", "replace") + b"\n\n"
                await asyncio.sleep(COALESCE)
                while not changed.is_set():
                    try:
                        async with asyncio.timeout(PING):
                            await changed.wait()
                    except TimeoutError:
                        yield b": ping\n\n"
        finally:
            forget()
            self.open.discard(changed)

    def close(self) -> None:
        self.closed = True
        for changed in self.open:
            changed.set()
