"""A stage for conversations: the whole bot against the look-alike, a clock that is moved, and people who say and tap.

`await anna.says(…)` and `await anna.taps(…)` return when the bot has done everything that followed.
"""

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import Kringle, running
from bot.matching import load_engine
from bot.sandbox.clock import Clock
from bot.sandbox.people import CallbackPress
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve
from bot.settings import Settings, load_settings
from bot.trial import come_to_rest
from tests.databases import databases
from tests.overheard import OVERHEARD
from tests.process.nursery import WordRouter
from tests.process.remote import RemoteBot, nursery

MORNING = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)  # a Tuesday
TOKEN = "42:sandbox-token"
PATIENCE = 90.0  # real seconds before a test says that the bot is stuck; more than a busy machine ever needs


class Stage:
    """Telegram, the bot and the clock."""

    def __init__(self, telegram: Telegram, clock: Clock, settings: Settings, router: Any = None) -> None:
        self.telegram = telegram
        self.clock = clock
        self.settings = settings
        self.router = router
        self.kringle: Kringle | None = None
        self._open = AsyncExitStack()
        self.cast: dict[str, Actor] = {}
        self.logs: list[Path] = []

    @property
    def bot(self) -> Kringle:
        assert self.kringle is not None, "the bot is not running"
        return self.kringle

    def actor(self, name: str, **more: Any) -> "Actor":
        """A person, made the first time they are named."""
        if name not in self.cast:
            first, _, last = name.partition(" ")
            person = self.telegram.person(first, last_name=last or None, username=f"{first.lower()}_t", **more)
            self.cast[name] = Actor(self, person)
        return self.cast[name]

    async def start(self) -> None:
        """Starts the bot, and waits until it has done what was waiting for it."""
        if os.environ.get("TESTED_BOT") == "process":
            await self._start_process()
            return
        bot = running(self.settings, now=self.clock.now, router=self.router or load_engine())
        self.kringle = await self._open.enter_async_context(bot)
        await self.settle()

    async def _start_process(self) -> None:
        """The bot in a process of its own, with a clock that is told."""
        folder = Path(tempfile.mkdtemp(prefix="kringle-"))
        remote = RemoteBot(nursery(), self.settings, self.clock, folder, engine=not isinstance(self.router, WordRouter))
        self.logs.append(folder / "bot.log")
        await remote.start()
        self._open.push_async_callback(remote.stop)
        self.kringle = remote  # type: ignore[assignment]
        await self.settle()

    async def stop(self) -> None:
        """Stops the bot; Telegram, the people and the clock go on without it."""
        self.kringle = None
        await self._open.aclose()
        self._open = AsyncExitStack()

    async def restart(self, **span: float) -> None:
        """Stops the bot and starts it again, some time later."""
        await self.stop()
        self.clock.move(timedelta(**span))
        await self.start()

    async def settle(self) -> None:
        """Until nothing is left to handle or to tell; the clock is moved where the pace asks for patience."""
        async with asyncio.timeout(PATIENCE):
            await come_to_rest(self.bot, self.telegram)

    async def until_true(self, happened: Callable[[], bool]) -> None:
        """Until something is to be seen, while other things may still be under way."""
        async with asyncio.timeout(PATIENCE):
            while not happened():
                await asyncio.sleep(0.002)

    async def later(self, **span: float) -> None:
        """Moves the clock and lets happen what is due."""
        await self.settle()
        self.clock.move(timedelta(**span))
        await self.bot.clock_moved()
        await self.settle()

    async def until(self, hour: str, zone: str = "UTC", days: int = 0) -> None:
        """Moves the clock to the next time it is `HH:MM` in a zone, and some days on."""
        local = self.clock.now().astimezone(ZoneInfo(zone))
        wanted = local.replace(hour=int(hour[:2]), minute=int(hour[3:]), second=0, microsecond=0)
        wanted += timedelta(days=days + (wanted <= local))
        await self.later(seconds=(wanted.astimezone(UTC) - self.clock.now()).total_seconds())


class Actor:
    """A person with a telephone, who waits for the bot after each thing they do."""

    def __init__(self, stage: Stage, person: Any) -> None:
        self.stage = stage
        self.person = person

    @property
    def id(self) -> int:
        return int(self.person.id)

    async def says(self, text: str, chat: Any = None, **more: Any) -> Any:
        said = self.person.says(text, chat=chat, **more)
        await self.stage.settle()
        return said

    async def edits(self, message: Any, text: str) -> None:
        self.person.edits(message, text)
        await self.stage.settle()

    async def sends(self, kind: str, chat: Any = None) -> None:
        self.person.sends(kind, chat=chat)
        await self.stage.settle()

    async def taps(self, label: str, *, chat: Any = None, message: Any = None) -> str | None:
        """Taps the newest button of that label; returns the notice that the bot shows."""
        press: CallbackPress = self.person.taps(label, chat=chat, message=message)
        await self.stage.settle()
        answer = await press.answered()
        return answer.text if answer else None

    async def presses(self, data: str, message: Any) -> str | None:
        """Sends callback data by hand."""
        press: CallbackPress = self.person.presses(data, message)
        await self.stage.settle()
        answer = await press.answered()
        return answer.text if answer else None

    @property
    def chat(self) -> list[Any]:
        return list(self.person.chat)

    def heard(self) -> list[str]:
        """What the bot has written to them in private, oldest first, as it stands now."""
        return [message.text for message in self.chat if message.sender_id != self.person.id]

    @property
    def last(self) -> str:
        """The bot's latest private message."""
        return self.heard()[-1] if self.heard() else ""

    def sees(self, words: str) -> bool:
        """Whether any private message of the bot has these words."""
        return any(words in text for text in self.heard())

    def message(self, words: str) -> Any:
        """The bot's latest private message that has these words."""
        return [one for one in self.chat if one.sender_id != self.person.id and words in one.text][-1]

    def buttons(self) -> list[str]:
        """The labels under the bot's latest private message."""
        newest = [message for message in self.chat if message.sender_id != self.person.id][-1]
        return [button.text for row in newest.buttons for button in row]


def plain(html: str) -> str:
    """HTML as people read it."""
    return unescape(re.sub(r"<[^>]+>", "", html))


@asynccontextmanager
async def staged(settings: Settings, *, router: Any = None, telegram: Telegram | None = None) -> AsyncIterator[Stage]:
    """The bot, running; before an empty house, or in a Telegram that was saved."""
    if telegram is None:
        telegram = Telegram(Clock(MORNING, frozen=True), token=TOKEN, username="kringle_bot", name="Kringle")
    clock = telegram.clock
    async with serve(telegram) as served:
        databases().make(settings.database_url)
        values = settings.model_dump() | {"token": TOKEN, "api_url": served.address}
        stage = Stage(telegram, clock, load_settings(**values), router)
        for person in telegram.people:
            stage.cast[person.name] = Actor(stage, person)
        try:
            await stage.start()
            yield stage
        finally:
            await stage.stop()
        OVERHEARD.search(telegram, *stage.logs)
        for log in stage.logs:
            shutil.rmtree(log.parent)
