"""A theatre in which the story is played against bots that die."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve
from bot.settings import load_settings
from tests.crash.story import Step, Story
from tests.databases import databases
from tests.journeys.stage import Stage
from tests.overheard import OVERHEARD
from tests.process.remote import Died, Nursery, RemoteBot, nursery

TUESDAY = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
TOKEN = "42:sandbox-token"


class Theatre:
    """Telegram in this process, bots in processes of their own, one after the other."""

    def __init__(self, stage: Stage, bot: RemoteBot) -> None:
        self.stage = stage
        self.bot = bot
        self.every: tuple[int, bool] = (0, True)

    async def start(self) -> None:
        """A bot that dies again at a commit of its own, if bots do in this play."""
        left, after = self.every
        while True:
            try:
                await self.bot.start()
                await self.bot.arm(left, after=after)
                return
            except Died:
                continue

    async def settle(self) -> None:
        """Until nothing is left to do, however often the bot must be started for that."""
        while True:
            try:
                await self.stage.settle()
                return
            except Died:
                await self.start()

    async def plays(self, step: Step) -> None:
        """One step of the story, and all that follows from it."""
        _, what = step
        if callable(what):
            what(Story(self.stage.telegram))
            await self.settle()
            return
        await self.settle()
        self.stage.clock.move(timedelta(**what))
        while True:
            try:
                await self.bot.clock_moved()
                break
            except Died:
                await self.start()
        await self.settle()


@asynccontextmanager
async def theatre(nest: Nursery, folder: Path, kept: Path | None = None) -> AsyncIterator[Theatre]:
    """An empty house, or one in which the story has been played up to some point."""
    folder.mkdir(parents=True, exist_ok=True)
    url = databases().address(folder)
    databases().make(url)
    clock = Clock(TUESDAY, frozen=True)
    telegram = Telegram(clock, token=TOKEN, username="kringle_bot", name="Kringle")
    if kept is not None:
        databases().copy(databases().address(kept), url)
        telegram = Telegram.load(kept / "telegram.json", clock, token=TOKEN)
    async with serve(telegram) as served:
        settings = load_settings(token=TOKEN, api_url=served.address, database_url=url)
        stage = Stage(telegram, clock, settings)
        bot = RemoteBot(nest, settings, clock, folder)
        stage.kringle = bot  # type: ignore[assignment]
        try:
            yield Theatre(stage, bot)
        finally:
            await bot.kill()
        OVERHEARD.search(telegram, folder / "bot.log")


@pytest.fixture
def nest() -> Nursery:
    return nursery()
