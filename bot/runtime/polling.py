"""Asks Telegram for updates and keeps them before the next question confirms them. Nothing ends it but us.

An answer that cannot be read is asked for again one update at a time, so that one bad update is set aside alone.
"""

import asyncio
import json
import logging
import re
import ssl
from typing import Any

import httpx

from bot.runtime.logs import described
from bot.runtime.pulse import Pulse
from bot.runtime.receiving import Receiver, whole
from storage.address import DatabaseAway

log = logging.getLogger(__name__)

LONG_POLL = 25  # seconds that Telegram may wait for an update
HARD_LIMIT = 45.0  # seconds for one question, whatever happens to the connection
FIRST_REST, LONGEST_REST = 0.5, 30.0
REST_AFTER = {401: 15.0, 404: 15.0, 409: 3.0}
MOST = 100  # updates in one answer
NUMBER = re.compile(r'"update_id"\s*:\s*(\d{1,18})\b')


class Refused(Exception):
    """Telegram answered, and not with updates. `rest` is how long to wait, None to let it grow."""

    def __init__(self, status: int, description: str, rest: float | None = None) -> None:
        super().__init__(f"{status} {description}")
        self.rest = rest


class Unreadable(Exception):
    """Telegram answered with something that cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__("an answer that cannot be read")
        self.text = text


class Poller:
    """The only poller of its token in this process."""

    def __init__(
        self, address: str, allowed: list[str], receiver: Receiver, pulse: Pulse, trusted: ssl.SSLContext | bool = True,
        *, hard_limit: float = HARD_LIMIT,
    ) -> None:  # fmt: skip
        self._address = f"{address}/getUpdates"
        self._allowed = allowed
        self._receiver = receiver
        self._pulse = pulse
        self._trusted = trusted
        self._hard_limit = hard_limit
        self._offset: int | None = None
        self._most = MOST

    async def run(self) -> None:
        """Polls until cancelled."""
        rest = FIRST_REST
        timeout = httpx.Timeout(10.0, read=LONG_POLL + 10.0)
        async with httpx.AsyncClient(timeout=timeout, verify=self._trusted) as client:
            while True:
                try:
                    await self._poll(client)
                    rest = FIRST_REST
                except DatabaseAway as error:  # nothing was confirmed: the same updates come again
                    log.warning("updates could not be kept: %s", error)
                    await self._pulse.rest(FIRST_REST)
                except Exception as error:  # whatever it is: a bot that asks no more is dead
                    wait = error.rest if isinstance(error, Refused) and error.rest is not None else rest
                    words = str(error) if isinstance(error, Refused) else described(error)
                    log.warning("getUpdates failed, again in %.1f s: %s", wait, words)
                    rest = min(rest * 2, LONGEST_REST)
                    await self._pulse.rest(wait)

    async def _poll(self, client: httpx.AsyncClient) -> None:
        """One question: its updates are committed before the next question confirms them."""
        try:
            async with asyncio.timeout(self._hard_limit):
                found = await self._ask(client)
        except Unreadable as answer:
            await self._set_aside(answer.text)
            return
        updates = [update for update in found if isinstance(update, dict)]
        await self._receiver.keep(updates)
        self._pulse.received_at = self._pulse.now()
        numbers = [number for update in updates if (number := whole(update.get("update_id"))) is not None]
        if numbers:
            self._offset = max(numbers) + 1
            self._most = MOST
        elif found:  # the first one waiting has no number, so the next number must be its own
            self._offset = self._offset + 1 if self._offset is not None else None
            raise Refused(200, "updates without a number")

    async def _ask(self, client: httpx.AsyncClient) -> list[Any]:
        question: dict[str, Any] = {"timeout": LONG_POLL, "limit": self._most, "allowed_updates": self._allowed}
        if self._offset is not None:
            question["offset"] = self._offset
        answer = await client.post(self._address, json=question)
        try:
            body = json.loads(answer.content)
        except (ValueError, RecursionError):
            if answer.status_code == httpx.codes.OK:
                raise Unreadable(answer.content.decode(errors="replace")) from None
            raise Refused(answer.status_code, "no JSON") from None
        if isinstance(body, dict) and body.get("ok") and isinstance(body.get("result"), list):
            result: list[Any] = body["result"]
            return result
        raise _refusal(answer.status_code, body if isinstance(body, dict) else {})

    async def _set_aside(self, text: str) -> None:
        """Asks for one update at a time; one that cannot be read even then is set aside by its number."""
        if self._most == MOST:
            self._most = 1
            raise Refused(200, "an answer that cannot be read; asking for one update at a time")
        found = NUMBER.search(text)
        if found is None or int(found[1]) < (self._offset or 0):
            raise Refused(200, "an answer that cannot be read")
        await self._receiver.keep_unreadable(int(found[1]), text)
        self._offset = int(found[1]) + 1


def _refusal(status: int, body: dict[str, Any]) -> Refused:
    parameters = body.get("parameters")
    asked = parameters.get("retry_after") if isinstance(parameters, dict) else None
    rest = float(asked) if isinstance(asked, int | float) and 0 < asked < 86_400 else REST_AFTER.get(status)
    return Refused(status, str(body.get("description")), rest)
