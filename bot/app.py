"""Composition root: opens, wires, runs and closes the house. The only file that knows everyone."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from threading import Thread

from telegram import Bot

import storage.due
import storage.secret
from bot.domain.signing import Signer
from bot.domain.zones import parse_zone
from bot.matching import Engine, load_engine
from bot.runtime.dispatching import Dispatcher
from bot.runtime.duties import Duties, Loop, listen, pass_on, put_down
from bot.runtime.matching import Matcher
from bot.runtime.polling import Poller
from bot.runtime.pulse import Now, Pulse
from bot.runtime.receiving import Receiver
from bot.runtime.sending import Sender
from bot.runtime.telegram import build, connect, introduce, tls
from bot.runtime.ticking import Ticker
from bot.runtime.web import Door, serving
from bot.settings import Settings, split_address
from handlers.contents import ALLOWED_UPDATES
from handlers.turn import House
from storage.address import DatabaseAway, is_shared
from storage.database import Database
from storage.migrate import make_ready
from storage.sqlite import ProcessLock

log = logging.getLogger(__name__)

STOP_LIMIT = 2.5  # seconds that what is under way has to finish before it is broken off
BREAK_LIMIT = 0.5  # seconds that it then has to come to its end


def wall_clock() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


class Kringle:
    """The running bot."""

    def __init__(self, house: House, pulse: Pulse, ticker: Ticker, dispatcher: Dispatcher, matcher: Matcher,
                 sender: Sender) -> None:  # fmt: skip
        self.house = house
        self.pulse = pulse
        self.ticker = ticker
        self._dispatcher = dispatcher
        self._matcher = matcher
        self._sender = sender

    async def clock_moved(self) -> None:
        """The clock was moved: what is due by now is done."""
        self.pulse.clock_moved()
        await self.ticker.tick()

    async def next_work_at(self) -> datetime | None:
        """None when everything is handled and told; otherwise when to look again: now, or when the pace allows it."""
        now = self.pulse.now()
        if self._is_busy():
            return now
        async with self.house.database.reading() as tx:
            to_handle, to_tell = await storage.due.to_do(tx)
        if to_handle or self._is_busy():
            return now
        return self._sender.next_at or now if to_tell else None

    def _is_busy(self) -> bool:
        return not (self._dispatcher.is_idle and self._matcher.is_idle and self._sender.is_idle)


@asynccontextmanager
async def running(settings: Settings, *, now: Now = wall_clock, router: Engine | None = None) -> AsyncIterator[Kringle]:
    """The bot at work while the block runs. Raises DatabaseError, ModelError, InvalidToken or OSError at the start."""
    async with AsyncExitStack() as stack:
        if not is_shared(settings.database_url):
            lock = ProcessLock(settings.database_url)
            lock.acquire()
            stack.callback(lock.release)
        await asyncio.to_thread(make_ready, settings.database_url)
        database = Database(settings.database_url)
        stack.push_async_callback(database.close)
        engine = router if router is not None else await asyncio.to_thread(load_engine)
        async with database.transaction() as tx:
            signer = Signer(await storage.secret.signing_key(tx))
        pulse = Pulse(now)
        database.on_dropped = pulse.figures.sent
        application = build(settings)
        await connect(application.bot, pulse)
        await application.initialize()
        stack.push_async_callback(application.shutdown)
        house = House(database, settings, signer, engine, application.bot)
        receiver = Receiver(database, application.bot.id, pulse)
        dispatcher = Dispatcher(application, house, pulse)
        matcher = Matcher(database, engine, pulse)
        sender = Sender(house, pulse)
        ticker = Ticker(database, pulse, settings.tick)
        updates = _updates(application.bot, settings, receiver, database, pulse)
        work: dict[str, Loop] = {"updates": updates, "matcher": matcher.run, "sender": sender.run, "ticker": ticker.run}
        kept_going = {name: partial(_kept_going, loop, pulse) for name, loop in work.items()}
        duties = Duties(database, settings.lease, kept_going, dispatcher.claimed)
        polls = partial(_polls, settings, duties)
        door = Door(database, receiver, pulse, _secret(settings), polls)
        await _open(stack, settings, door)
        loops: list[Loop] = [dispatcher.run, duties.run]
        if database.is_shared:
            loops += [partial(pass_on, database, pulse), partial(listen, database, pulse, duties)]
        await duties.look()
        tasks = [asyncio.create_task(_kept_going(loop, pulse)) for loop in loops]
        stack.push_async_callback(put_down, tasks, STOP_LIMIT, BREAK_LIMIT)
        _read_places()
        if duties.has("ticker"):
            await ticker.tick()
        yield Kringle(house, pulse, ticker, dispatcher, matcher, sender)


def _updates(bot: Bot, settings: Settings, receiver: Receiver, database: Database, pulse: Pulse) -> Loop:
    """Tells Telegram how updates shall come; where they do not come by themselves, asks for them."""
    token = settings.token.get_secret_value() if settings.token else ""
    poller = Poller(f"{settings.api_url}/bot{token}", ALLOWED_UPDATES, receiver, pulse, tls())

    async def run() -> None:
        introducing = introduce(bot, settings, pulse, database)
        await asyncio.gather(introducing, asyncio.Event().wait() if settings.webhook_url else poller.run())

    return run


def _polls(settings: Settings, duties: Duties) -> bool:
    return not settings.webhook_url and duties.has("updates")


def _secret(settings: Settings) -> str | None:
    return settings.webhook_secret.get_secret_value() if settings.webhook_secret else None


async def _open(stack: AsyncExitStack, settings: Settings, door: Door) -> None:
    if settings.webhook_url:
        await stack.enter_async_context(serving(door, settings.webhook_url, *split_address(settings.listen)))
    if settings.health:
        await stack.enter_async_context(serving(door, None, *split_address(settings.health)))


def _read_places() -> None:
    """Reads the places before somebody asks for one: a second of work, which a stop does not wait for."""
    Thread(target=parse_zone, args=("Bristol",), name="places", daemon=True).start()


async def _kept_going(loop: Loop, pulse: Pulse) -> None:
    """Runs a loop that must not end by a fault that it did not expect: the fault is logged, the loop begins anew."""
    while True:
        try:
            await loop()
            return
        except DatabaseAway as error:
            log.warning("a part of the bot waits for its database: %s", error)
        except Exception:
            log.critical("a part of the bot failed and is begun anew", exc_info=True)
        await pulse.rest(1.0)


async def run(settings: Settings) -> None:
    """The bot against Telegram, until cancelled."""
    async with running(settings) as kringle:
        log.info("serving as @%s", kringle.house.bot.username)
        settle()
        await asyncio.Event().wait()


def settle() -> None:
    """What is there by now stays to the end: Python's collector need not look through it again and again, which takes
    up to 80 ms each time. For a process that serves nothing else."""
    gc.collect()
    gc.freeze()
