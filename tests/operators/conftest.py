"""The small house of the faults, and the door that an operator's tools knock at."""

from datetime import timedelta

import httpx
import pytest
from starlette.applications import Starlette

from bot.runtime.receiving import Receiver
from bot.runtime.web import Door, routes
from tests.faults.conftest import House, house

__all__ = ["house"]


class Desk:
    """Asks for health and figures."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def health(self) -> tuple[int, dict[str, object]]:
        answer = await self._client.get("/health")
        return answer.status_code, answer.json()

    async def figures(self) -> dict[str, float]:
        """Every figure by its name and labels."""
        text = (await self._client.get("/metrics")).text
        lines = [line.rpartition(" ") for line in text.splitlines() if not line.startswith("#")]
        return {name: float(value) for name, _, value in lines}


def desk_of(house: House, *, polls: bool) -> Desk:
    bot = house.stage.bot
    door = Door(bot.house.database, Receiver(bot.house.database, 42, bot.pulse), bot.pulse, None, polls=lambda: polls)
    transport = httpx.ASGITransport(Starlette(routes=routes(door, None)))
    return Desk(httpx.AsyncClient(transport=transport, base_url="http://door"))


@pytest.fixture
async def desk(house: House) -> Desk:
    return desk_of(house, polls=True)


def pass_time(house: House, **span: float) -> None:
    """The clock moves; nothing is waited for."""
    house.stage.clock.move(timedelta(**span))
    house.stage.bot.pulse.clock_moved()
