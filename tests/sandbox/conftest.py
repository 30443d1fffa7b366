"""A frozen clock, a Telegram, Anna and Ben, a circle with the bot in it, and the bot's way in over real HTTP."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from botapi_schema import OFFICIAL, faults

from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import Served, serve


class Refused(Exception):
    """An answer with ok: false."""

    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__(answer["description"])
        self.code: int = answer["error_code"]
        self.description: str = answer["description"]
        self.parameters: dict[str, Any] = answer.get("parameters", {})


@dataclass
class Api:
    """The bot's side: calls over HTTP, every answer held against the official description."""

    http: httpx.AsyncClient
    token: str

    async def __call__(self, method: str, **params: Any) -> Any:
        answer = (await self.http.post(f"/bot{self.token}/{method}", json=params)).json()
        if not answer["ok"]:
            raise Refused(answer)
        if OFFICIAL:
            assert not faults(OFFICIAL["methods"][method]["returns"], answer["result"])
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The code and description of a refusal."""
        with pytest.raises(Refused) as caught:
            await self(method, **params)
        return f"{caught.value.code} {caught.value.description}"

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """What is waiting, confirmed at once."""
        found: list[dict[str, Any]] = await self("getUpdates", **params)
        if found:
            await self("getUpdates", offset=found[-1]["update_id"] + 1)
        return found


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 10, 1, 9, tzinfo=UTC), frozen=True)


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(clock, token="42:sandbox-token", username="kringle_bot", name="Kringle")


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    return telegram.person("Anna", last_name="Berg", username="anna_berg", started=True)


@pytest.fixture
def ben(telegram: Telegram) -> Person:
    return telegram.person("Ben")


@pytest.fixture
def circle(telegram: Telegram, anna: Person, ben: Person) -> Group:
    """A supergroup of Anna, its owner, Ben and the bot; nothing of how it came to be is waiting."""
    group = telegram.group("Harbour Circle", creator=anna, members=[ben])
    group.add_bot(by=anna)
    telegram.world.updates.items.clear()
    return group


@pytest.fixture
async def served(telegram: Telegram) -> AsyncIterator[Served]:
    async with serve(telegram) as where:
        yield where


@pytest.fixture
async def http(served: Served) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=served.address, timeout=10) as client:
        yield client


@pytest.fixture
def api(http: httpx.AsyncClient, telegram: Telegram) -> Api:
    return Api(http, telegram.token)
