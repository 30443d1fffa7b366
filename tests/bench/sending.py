"""Ten thousand nudges fall due at nine o'clock while people type one ask a second.

    python -m tests.bench.sending [--nudges 10000] [--circle 25] [--real] [--no-beside]

The whole bot against the look-alike, whose flood control judges. The clock is moved: it stands still while there is
work and goes on to the next instant at which the pace allows some, so all times are the pace's alone. With `--real` it
runs, and the times hold the machine's work too. `work of the bot and the look-alike` says how much of a processor one
message takes: below 35 ms a single core keeps up with 28.6 a second. Beside it the same load through PTB's
AIORateLimiter, on an event loop whose time is moved, without a network.
"""

import argparse
import asyncio
import json
import os
import selectors
import statistics
import tempfile
import time
from collections import deque
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import BaseRequest, RequestData

import storage.circle
import storage.member
import storage.membership
from bot.app import Kringle, running
from bot.domain.circle import CircleDefaults
from bot.domain.member import Member
from bot.sandbox.clock import Clock
from bot.sandbox.groups import Group
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve
from bot.settings import load_settings
from storage.database import Database
from storage.migrate import migrate
from tests.process.nursery import WordRouter

TOKEN = "42:sandbox-token"
NINE = datetime(2026, 3, 3, 9, tzinfo=UTC)
ALLOWED = 30.0  # messages a second, of the look-alike's flood control
DEFAULTS = CircleDefaults("UTC", 2, timedelta(hours=2), timedelta(hours=72), timedelta(days=5))
SECOND = timedelta(seconds=1)
INSTANT = 1e-6  # seconds that a moved loop lets pass at least, as work would
TRADES = ("bookkeeper", "gardener", "plumber", "translator", "photographer", "electrician", "carpenter", "mediator")


@dataclass
class Load:
    """What is sent: to whom a nudge, and when which circle is asked something."""

    groups: list[Group]
    asks: dict[str, datetime] = field(default_factory=dict)

    def ask(self, now: datetime) -> None:
        """The next person types an ask, in another circle each time."""
        number = len(self.asks)
        group = self.groups[number % len(self.groups)]
        trade = TRADES[number // len(self.groups) % len(TRADES)]
        words = f"a {trade} for matter {number:05}"
        self.asks[words] = now
        author = group.members[-1 - number // len(self.groups) % 3]
        author.says(f"/need {words}", chat=group)


async def settle_in(telegram: Telegram, url: str, nudges: int, size: int) -> Load:
    """Circles of some size whose members are all due at nine; one in each circle follows every trade."""
    migrate(url)
    database, before = Database(url), NINE - timedelta(days=1)
    load = Load([])
    async with database.transaction() as tx:
        for number in range(0, nudges, size):
            people = [telegram.person(f"M{number + one}", started=True) for one in range(min(size, nudges - number))]
            group = telegram.group(f"Circle {number // size}", creator=people[0], members=people[1:], bot=True)
            load.groups.append(group)
            circle = await storage.circle.add(tx, before, group.id, group.title, "en", DEFAULTS)
            for one, person in enumerate(people):
                trade = TRADES[one % len(TRADES)] if one < len(TRADES) else f"trade number {one}"
                made = Member(
                    id=person.id, first_name=person.name, created_at=before, what_i_do=trade, nudge_on=True,
                    next_nudge_at=NINE, perfect_client=f"Whoever needs a {trade}",
                )  # fmt: skip
                await storage.member.add(tx, made)
                await storage.membership.join(tx, before, circle.id, person.id)
    await database.close()
    telegram.world.updates.items.clear()
    return load


async def ours(nudges: int, size: int, *, real: bool) -> dict[str, Any]:
    """The whole bot, until everything is told."""
    clock = Clock(NINE - timedelta(seconds=30), frozen=not real)
    telegram = Telegram(clock, token=TOKEN, username="kringle_bot", limits=True)
    telegram.calls = deque()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'kringle.db'}"
        load = await settle_in(telegram, url, nudges, size)
        async with serve(telegram) as served:
            settings = load_settings(token=TOKEN, api_url=served.address, database_url=url)
            async with running(settings, now=clock.now, router=WordRouter()) as kringle:  # type: ignore[arg-type]
                while await kringle.next_work_at() is not None:
                    await asyncio.sleep(0.01)
                if clock.now() < NINE:
                    clock.move_to(NINE)
                began, worked = time.perf_counter(), time.process_time()
                await kringle.clock_moved()
                tick = time.perf_counter() - began
                await _morning(telegram, kringle, load)
                worked, began = time.process_time() - worked, time.perf_counter() - began
    return _figures(telegram, load, nudges) | {
        "tick, s": round(tick, 2),
        "real seconds": round(began, 1),
        "work of the bot and the look-alike, ms a message": round(worked / len(_messages(telegram)) * 1000, 1),
    }


async def _morning(telegram: Telegram, kringle: Kringle, load: Load) -> None:
    """Until all nudges are told; an ask each second of the clock meanwhile."""
    clock, next_ask = telegram.clock, NINE
    while True:
        if clock.now() >= next_ask:
            load.ask(clock.now())
            next_ask += SECOND
        at = clock.now() if telegram.pending() else await kringle.next_work_at()
        if at is None:
            return
        if clock.frozen and (ahead := min(at, next_ask) - clock.now()) > timedelta(0):
            clock.move(ahead)
            kringle.pulse.outbox.ring()
        await asyncio.sleep(0.002 if clock.frozen else 0.05)


def _messages(telegram: Telegram) -> list[Any]:
    sends = ("sendMessage", "editMessageText")
    return [call for call in telegram.calls if call.ok and call.method in sends and call.at >= NINE]


def _figures(telegram: Telegram, load: Load, nudges: int) -> dict[str, Any]:
    messages = _messages(telegram)
    named = [call for call in messages if "Today’s call" in str(call.params["text"])]
    last = max(call.at for call in named)
    counted = [call for call in messages if call.at <= last]
    seconds = (last - NINE).total_seconds()
    waits = []
    for call in messages:
        text = str(call.params["text"])
        if call.method == "sendMessage" and "Is this yours" in text:
            words = next(words for words in load.asks if words in text)
            waits.append((call.at - load.asks[words]).total_seconds())
    return {
        "nudges told": len(named),
        "of": nudges,
        "messages": len(counted),
        "seconds": round(seconds, 1),
        "a second": round(len(counted) / seconds, 2),
        "of the allowed rate": round(len(counted) / seconds / ALLOWED, 3),
        "violations": telegram.limits.violations,
        "asks": len(load.asks),
        "offers": len(waits),
        "ask to first offer, p50, s": round(statistics.median(waits), 3) if waits else None,
        "ask to first offer, p95, s": round(sorted(waits)[int(len(waits) * 0.95)], 3) if waits else None,
        "processor load": os.getloadavg()[0],
    }


class MovedLoop(asyncio.SelectorEventLoop):
    """An event loop that never waits: where others would, its time goes on."""

    def __init__(self) -> None:
        self.moved = 0.0
        loop = self

        class Selector(selectors.DefaultSelector):  # type: ignore[misc, valid-type]
            def select(self, timeout: float | None = None) -> Any:
                found = super().select(0)
                loop.moved += INSTANT if found or timeout is None else max(timeout, INSTANT)
                return found

        super().__init__(Selector())

    def time(self) -> float:
        """Seconds since it began, as its timers count them."""
        return self.moved


class Direct(BaseRequest):
    """Calls the look-alike without a network; its clock is the loop's."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None:
        return

    async def shutdown(self) -> None:
        return

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """One call, at the loop's time."""
        clock = self._telegram.clock
        clock.move_to(max(clock.now(), NINE + timedelta(seconds=asyncio.get_running_loop().time())))
        params: dict[str, Any] = dict(request_data.json_parameters) if request_data else {}
        answered = await self._telegram.call(url.rpartition("/")[2], params)
        return answered.status, json.dumps(answered.body).encode()


async def theirs(nudges: int, size: int) -> dict[str, Any]:
    """As many messages through PTB's AIORateLimiter, each tried again up to ten times when flood control refuses it."""
    telegram = Telegram(Clock(NINE, frozen=True), token=TOKEN, username="kringle_bot", limits=True)
    telegram.calls = deque()
    people = [telegram.person(f"M{number}", started=True) for number in range(nudges)]
    groups = [
        telegram.group("Circle", creator=people[at], members=people[at + 1 : at + size], bot=True)
        for at in range(0, nudges, size)
    ]
    limiter = AIORateLimiter(max_retries=10)
    bot = ExtBot(TOKEN, request=Direct(telegram), get_updates_request=Direct(telegram), rate_limiter=limiter)
    lost, waits, loop = 0, [], asyncio.get_running_loop()

    async def tried(sending: Awaitable[object]) -> bool:
        nonlocal lost
        try:
            await sending
        except TelegramError:
            lost += 1
            return False
        return True

    async def ask(number: int) -> None:
        await asyncio.sleep(number)
        group, typed = groups[number % len(groups)], loop.time()
        card = asyncio.create_task(tried(bot.send_message(group.id, "Asked")))
        if await tried(bot.send_message(group.members[number % size].id, "Is this yours?")):
            waits.append(loop.time() - typed)
        await card
        await tried(bot.send_message(group.id, "Asked 1 of 25"))

    async with bot:
        nudged = [tried(bot.send_message(person.id, "Today’s call")) for person in people]
        await asyncio.gather(*nudged, *(ask(number) for number in range(nudges // 30)))
    taken = [call.at for call in telegram.calls if call.ok and call.method == "sendMessage"]
    seconds = (max(taken) - NINE).total_seconds()
    waits.sort()
    return {
        "messages": len(taken),
        "lost": lost,
        "seconds": round(seconds, 1),
        "a second": round(len(taken) / seconds, 2),
        "of the allowed rate": round(len(taken) / seconds / ALLOWED, 3),
        "violations": telegram.limits.violations,
        "ask to first offer, p50, s": round(statistics.median(waits), 1) if waits else None,
        "ask to first offer, p95, s": round(waits[int(len(waits) * 0.95)], 1) if waits else None,
    }


def main() -> None:
    """Prints one JSON object."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--nudges", type=int, default=10_000)
    options.add_argument("--circle", type=int, default=25)
    options.add_argument("--real", action="store_true", help="the clock runs")
    options.add_argument("--no-beside", action="store_true", help="without PTB's AIORateLimiter")
    chosen = options.parse_args()
    found: dict[str, Any] = {"Kringle": asyncio.run(ours(chosen.nudges, chosen.circle, real=chosen.real))}
    if not chosen.no_beside:
        with asyncio.Runner(loop_factory=MovedLoop) as runner:
            found["AIORateLimiter"] = runner.run(theirs(chosen.nudges, chosen.circle))
        ratio = found["Kringle"]["a second"] / found["AIORateLimiter"]["a second"]
        found["ratio"] = round(ratio, 2)
    print(json.dumps(found, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
