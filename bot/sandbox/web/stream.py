"""Server-Sent Events: the whole state on connecting and after every change, at most every 50 ms."""

import asyncio
import json
from collections.abc import AsyncIterator

from bot.sandbox.telegram import Telegram
from bot.sandbox.web.snapshot import snapshot

COALESCE = 0.05
PING = 15.0


async def events(telegram: Telegram, closing: asyncio.Event) -> AsyncIterator[bytes]:
    """The events of one page until it goes or the server does."""
    changed = asyncio.Event()
    forget = telegram.on_change(changed.set)
    try:
        while not closing.is_set():
            changed.clear()
            yield b"event: state\ndata: " + json.dumps(snapshot(telegram.world), ensure_ascii=False).encode() + b"\n\n"
            await asyncio.sleep(COALESCE)
            while not changed.is_set():
                try:
                    async with asyncio.timeout(PING):
                        await changed.wait()
                except TimeoutError:
                    yield b": ping\n\n"
    finally:
        forget()
