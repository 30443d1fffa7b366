"""A small house for things that go wrong: quick to start, with a clock that is moved."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

import storage.outbox
from bot.domain.facts import Fact, Note
from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.settings import Settings
from tests.databases import databases
from tests.journeys.stage import MORNING, TOKEN, Actor, Stage, staged
from tests.process.nursery import WordRouter

PATIENCE = 30.0
MOMENTS = 15


class House:
    """The bot, Anna and Ben who have started it, and their group."""

    def __init__(self, stage: Stage, url: str) -> None:
        self.stage = stage
        self.telegram = stage.telegram
        self.faults = stage.telegram.faults
        self.url = url
        self._moments = 0
        self.anna: Actor = stage.actor("Anna", started=True)
        self.ben: Actor = stage.actor("Ben", started=True)
        self.group = self.telegram.group("Harbour", creator=self.anna.person, members=[self.ben.person])

    async def until(self, happened: Callable[[], bool]) -> None:
        """Until something is to be seen; meanwhile time passes."""
        async with asyncio.timeout(PATIENCE):
            while not happened():
                await self._passes()

    async def rest(self) -> None:
        """Until nothing is left to do; meanwhile time passes."""
        async with asyncio.timeout(PATIENCE):
            while True:
                waiting = self.telegram.pending()  # looked at first: what is confirmed meanwhile is a row by then
                at = await self.stage.bot.next_work_at()
                if at is None and not waiting:
                    return
                if at is not None and at > self.stage.clock.now():
                    self.stage.clock.move(at - self.stage.clock.now())
                    self.stage.bot.pulse.clock_moved()
                await self._passes()

    async def _passes(self) -> None:
        """A moment; now and then, half a second on the clock, for those who rest by it."""
        self._moments += 1
        if self._moments % MOMENTS == 0:
            self.stage.clock.move(timedelta(seconds=0.5))
            self.stage.bot.pulse.clock_moved()
        await asyncio.sleep(0.002)

    async def put(self, chat_id: int, fact: Fact, **more: Any) -> None:
        """Something to be told, as an action puts it."""
        async with self.stage.bot.house.database.transaction() as tx:
            await storage.outbox.put(tx, self.stage.clock.now(), chat_id, fact, **more)
        self.stage.bot.pulse.ring()

    async def tell(self, chat_id: int, key: str = "cancelled", **more: Any) -> None:
        await self.put(chat_id, Note(key), **more)

    def query(self, words: str, *values: Any) -> list[Any]:
        """Rows of the live database."""
        return databases().query(self.url, words, *values)

    def outcome(self) -> str:
        """What became of the latest row of the outbox."""
        return str(self.query("SELECT state FROM outbox ORDER BY id DESC LIMIT 1")[0][0])

    def in_group(self) -> list[str]:
        """What the bot has written in the group."""
        return [one.text for one in self.telegram.groups[-1].messages if one.sender_id == self.telegram.world.bot.id]


@asynccontextmanager
async def housed(settings: Settings) -> AsyncIterator[House]:
    """The small house, with the bot running in this process."""
    telegram = Telegram(Clock(MORNING, frozen=True), token=TOKEN, username="kringle_bot", name="Kringle")
    async with staged(settings, router=WordRouter(), telegram=telegram) as stage:
        made = House(stage, settings.database_url)
        made.group.add_bot(by=made.anna.person)
        await made.rest()
        yield made


@pytest.fixture
async def house(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    monkeypatch.setenv("TESTED_BOT", "here")
    async with housed(settings) as made:
        yield made
