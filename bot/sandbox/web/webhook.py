"""Delivers updates to the bot's webhook as Telegram does: in order per queue, until a 2xx, with growing pauses.

It speaks just enough HTTP for one POST and follows no redirects.
"""

import asyncio
import json
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.sandbox.world.updates import Update
from bot.sandbox.world.world import Webhook, World

PATIENCE = 60.0
LONGEST_PAUSE = 120.0


@dataclass(slots=True)
class _Failed:
    """When a queue is tried again (seconds since 1970 on the sandbox's clock), and how often it failed."""

    count: int = 0
    pause: float = 1.0
    due: float = 0.0


class Courier:
    """One delivery at a time per queue; different chats do not wait for each other."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.failed: dict[int, _Failed] = {}
        self.busy: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Deliver for ever."""
        forget = self.world.clock.on_move(self.world.updates.wake)
        try:
            while True:
                pause = self._start()
                try:
                    async with asyncio.timeout(pause):
                        await self.world.updates.wait()
                except TimeoutError:
                    continue
        finally:
            forget()
            for task in self.busy.values():
                task.cancel()

    def _start(self) -> float | None:
        """Begin every delivery that is due; answers the real seconds until the next one."""
        webhook = self.world.webhook
        if not webhook.url:
            self.failed.clear()
            return None
        now = self.world.clock.now().timestamp()
        self.world.updates.drop_expired(now)
        waits: list[float] = []
        seen: set[int] = set()
        for update in self.world.updates.items:
            queue = update.queue or update.id
            if queue in seen:
                continue
            seen.add(queue)
            due = self.failed.get(queue, _Failed()).due
            if due > now:
                waits.append(due - now)
            elif queue not in self.busy and len(self.busy) < webhook.max_connections:
                self.busy[queue] = asyncio.create_task(self._deliver(webhook, queue, update))
        if self.world.clock.frozen or not waits:
            return None
        return min(waits)

    async def _deliver(self, webhook: Webhook, queue: int, update: Update) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                status = await post(webhook, json.dumps(update.fields).encode())
            problem = "" if 200 <= status <= 299 else f"Wrong response from the webhook: {status}"
        except TimeoutError:
            problem = "Read timeout expired"
        except (OSError, ValueError, asyncio.IncompleteReadError) as error:
            problem = f"Connection failed: {type(error).__name__}"
        finally:
            self.busy.pop(queue, None)
        if webhook is self.world.webhook:
            self._settle(queue, update, problem)
        self.world.updates.wake()

    def _settle(self, queue: int, update: Update, problem: str) -> None:
        if not problem:
            self.world.updates.forget(update.id)
            self.failed.pop(queue, None)
            self.world.changed()
            return
        state = self.failed.setdefault(queue, _Failed())
        if state.count > 0:
            state.pause = min(LONGEST_PAUSE, state.pause * 2)
        state.due = self.world.clock.now().timestamp() + (state.pause if state.count > 0 else 0.0)
        state.count += 1
        self.world.webhook.last_error = problem
        self.world.webhook.last_error_date = self.world.time


async def post(webhook: Webhook, body: bytes) -> int:
    """POST `body` to the webhook; answers the status."""
    parts = urlsplit(webhook.url)
    secure = parts.scheme == "https"
    host, port = parts.hostname or "", parts.port or (443 if secure else 80)
    context = ssl.create_default_context() if secure else None
    reader, writer = await asyncio.open_connection(host, port, ssl=context)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        lines = [
            f"POST {path} HTTP/1.1", f"Host: {parts.netloc}", "Content-Type: application/json",
            f"Content-Length: {len(body)}", "Connection: close",
        ]  # fmt: skip
        if webhook.secret:
            lines.append(f"X-Telegram-Bot-Api-Secret-Token: {webhook.secret}")
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        await writer.drain()
        words = (await reader.readline()).split()
        return int(words[1]) if len(words) > 1 else 0
    finally:
        writer.close()
