"""The whole bot in the sandbox: a look-alike of Telegram, a page of telephones, a clock that can be moved."""

import asyncio
import contextlib
import logging
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot.app import Kringle, running
from bot.sandbox.clock import Clock
from bot.sandbox.story import ASK, DAYS, ZONE, Story, this_morning
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve
from bot.settings import load_settings

log = logging.getLogger(__name__)

TOKEN = "42:sandbox-token"  # noqa: S105 -- the sandbox's own, worth nothing outside of it
READY = "Kringle's sandbox is ready: {address}/\nPress Ctrl-C to stop; it goes on from here next time.\n"
SAVE_EVERY = 1.0  # seconds, at most, between a change and its copy on disk


async def come_to_rest(kringle: Kringle, telegram: Telegram) -> None:
    """Until everything is handled and told; moves the clock on where the pace asks for patience."""
    clock, seen = telegram.clock, None
    while True:
        pending = telegram.pending()  # before and after: what was confirmed meanwhile may not have been seen as work
        at = await kringle.next_work_at()
        if not (pending or telegram.pending()):
            if at is None:
                return
            if at == seen and (ahead := at - clock.now()) > timedelta(0):
                clock.move(ahead)
                kringle.pulse.clock_moved()
            seen = at  # only when it is said twice: the first time, something nearer may just have come in
        await asyncio.sleep(0.002)


async def sandbox(host: str, port: int, data: Path, *, story: bool) -> None:
    """Serves the page until cancelled, and goes on where it was left. Raises OSError when the port is taken."""
    world = data / "telegram.json"
    fresh, telegram = await asyncio.to_thread(_open, world)
    settings = load_settings(token=TOKEN, api_url="http://127.0.0.1", database_url=_database(data), zone=ZONE)
    started: list[Kringle] = []

    async def clock_moved() -> None:
        for kringle in started:
            await kringle.clock_moved()

    shown = {"zone": ZONE, "guide": {"ask": ASK}}
    async with serve(telegram, host, port, on_clock_moved=clock_moved, shown=shown) as served:
        settings = settings.model_copy(update={"api_url": served.address})
        async with running(settings, now=telegram.clock.now) as kringle:
            started.append(kringle)
            if fresh:
                await _begin(telegram, kringle, story=story)
                telegram.save(world)
            sys.stdout.write(READY.format(address=served.address))
            sys.stdout.flush()
            try:
                await keep_saving(telegram, world)
            finally:
                await _rest_briefly(kringle, telegram)
                telegram.save(world)


def _open(world: Path) -> tuple[bool, Telegram]:
    """The Telegram of the folder, and whether it is a new one."""
    world.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if world.exists():
        return False, Telegram.load(world, token=TOKEN)
    for left in world.parent.glob("kringle.db*"):  # of a first start that was cut off in the middle of the story
        left.unlink()
    clock = Clock(this_morning(Clock().now()) - DAYS)
    return True, Telegram(clock, token=TOKEN, username="kringle_bot", name="Kringle")


def _database(data: Path) -> str:
    return f"sqlite+aiosqlite:///{(data / 'kringle.db').resolve()}"


async def _begin(telegram: Telegram, kringle: Kringle, *, story: bool) -> None:
    """Plays the story; without it, an empty circle of four who have not joined yet."""
    morning: datetime = telegram.clock.now() + DAYS

    async def rest() -> None:
        await come_to_rest(kringle, telegram)

    await Story(telegram, rest, kringle.clock_moved).play(morning, joined=story)


async def keep_saving(telegram: Telegram, world: Path, every: float = SAVE_EVERY) -> None:
    """Saves `telegram` after it changed, at most each `every` seconds; until cancelled."""
    changed = asyncio.Event()
    telegram.on_change(changed.set)
    while True:
        await changed.wait()
        await asyncio.sleep(every)
        changed.clear()
        telegram.save(world)


async def _rest_briefly(kringle: Kringle, telegram: Telegram) -> None:
    """What was begun is finished, so that the page and the database agree next time."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(3.0):
            await come_to_rest(kringle, telegram)
