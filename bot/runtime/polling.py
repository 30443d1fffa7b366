"""Asks Telegram for updates and keeps them before the next question confirms them. Nothing ends it but us."""

import asyncio
import logging
from typing import Any

import httpx

from bot.runtime.pulse import Pulse
from bot.runtime.receiving import Receiver

log = logging.getLogger(__name__)

LONG_POLL = 25  # seconds that Telegram may wait for an update
READ_LIMIT = 35.0
HARD_LIMIT = 45.0
FIRST_REST, LONGEST_REST = 0.5, 30.0
REST_AFTER = {401: 15.0, 404: 15.0, 409: 3.0}


class Refused(Exception):
    """Telegram answered, and not with updates. `rest` is how long to wait, None to let it grow."""

    def __init__(self, status: int, description: str, rest: float | None) -> None:
        super().__init__(f"{status} {description}")
        self.rest = rest


class Poller:
    """The only poller of its token in this process."""

    def __init__(self, address: str, allowed: list[str], receiver: Receiver, pulse: Pulse) -> None:
        self._address = f"{address}/getUpdates"
        self._allowed = allowed
        self._receiver = receiver
        self._pulse = pulse

    async def run(self) -> None:
        """Polls until cancelled."""
        offset: int | None = None
        rest = FIRST_REST
        timeout = httpx.Timeout(10.0, read=READ_LIMIT)
        async with httpx.AsyncClient(timeout=timeout) as client:
            while True:
                try:
                    async with asyncio.timeout(HARD_LIMIT):
                        updates = await self._ask(client, offset)
                    await self._receiver.keep(updates)
                except (httpx.HTTPError, Refused, TimeoutError, ValueError) as error:
                    wait = error.rest if isinstance(error, Refused) and error.rest is not None else rest
                    log.warning("getUpdates failed, again in %.1f s: %s %s", wait, type(error).__name__, error)
                    rest = min(rest * 2, LONGEST_REST)
                    await self._pulse.rest(wait)
                    continue
                rest = FIRST_REST
                self._pulse.received_at = self._pulse.now()
                ids = [update["update_id"] for update in updates if isinstance(update.get("update_id"), int)]
                if ids:
                    offset = max(ids) + 1

    async def _ask(self, client: httpx.AsyncClient, offset: int | None) -> list[dict[str, Any]]:
        question: dict[str, Any] = {"timeout": LONG_POLL, "limit": 100, "allowed_updates": self._allowed}
        if offset is not None:
            question["offset"] = offset
        answer = await client.post(self._address, json=question)
        body = answer.json()
        if not isinstance(body, dict):
            raise Refused(answer.status_code, "not a JSON object", None)
        if not body.get("ok"):
            retry_after = (body.get("parameters") or {}).get("retry_after")
            rest = float(retry_after) if retry_after else REST_AFTER.get(answer.status_code)
            raise Refused(answer.status_code, str(body.get("description")), rest)
        result = body["result"]
        return [update for update in result if isinstance(update, dict)]
