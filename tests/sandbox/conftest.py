"""A frozen clock, a Telegram, Anna and Ben, a circle with the bot in it, and the bot's way in over real HTTP."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest
from bots_door import Api

from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import Served, serve


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
