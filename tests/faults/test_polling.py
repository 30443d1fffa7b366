"""getUpdates goes wrong in every way, and goes on."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

import storage.inbox
from bot.runtime.polling import Poller
from bot.runtime.pulse import Pulse
from bot.runtime.receiving import Receiver
from bot.sandbox.api.faults import Answer, Cut, Fault, Garbage, Hang
from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve
from bot.settings import Settings
from handlers.contents import ALLOWED_UPDATES
from storage.database import Database
from storage.inbox import Received
from tests.databases import databases
from tests.faults.conftest import House
from tests.journeys.stage import MORNING, TOKEN

FAULTS: dict[str, Fault] = {
    "401": Answer(401, "Unauthorized"),
    "404": Answer(404, "Not Found"),
    "409 another poller": Answer(409, "Conflict: terminated by other getUpdates request"),
    "429": Answer(429, "Too Many Requests: retry after 7", {"retry_after": 7}),
    "429 nonsense": Answer(429, "Too Many Requests", {"retry_after": "soon"}),
    "500": Answer(500, "Internal Server Error"),
    "502": Answer(502, "Bad Gateway"),
    "cut before": Cut(),
    "cut after": Cut(processed=True),
    "a page of HTML": Garbage(),
    "a page of HTML that is fine": Garbage(status=200),
    "nothing": Garbage(b"", 200),
    "a list": Garbage(b"[]", 200),
    "no result": Garbage(b'{"ok": true}', 200),
    "parameters that are none": Garbage(b'{"ok": false, "parameters": [1]}', 500),
    "no updates at all": Garbage(b'{"ok": true, "result": [7, null, "x", {"message": {}}, {"update_id": "1"}]}', 200),
    "hang": Hang(),
}


@dataclass
class Polled:
    """A poller at work, and what it has kept."""

    telegram: Telegram
    clock: Clock
    pulse: Pulse
    database: Database
    task: asyncio.Task[None]

    async def kept(self, count: int) -> list[Received]:
        """Waits for that many rows; meanwhile time passes."""
        async with asyncio.timeout(20):
            while True:
                async with self.database.reading() as tx:
                    rows = await storage.inbox.waiting(tx, 0, 1000)
                if len(rows) >= count and not self.telegram.pending():
                    return rows
                assert not self.task.done(), "polling has ended"
                self.clock.move(timedelta(seconds=1))
                self.pulse.clock_moved()
                await asyncio.sleep(0.005)


@pytest.fixture
async def polled(settings: Settings) -> AsyncIterator[Polled]:
    clock = Clock(MORNING, frozen=True)
    telegram = Telegram(clock, token=TOKEN)
    databases().make(settings.database_url)
    database, pulse = Database(settings.database_url), Pulse(clock.now)
    async with serve(telegram) as served:
        receiver = Receiver(database, 42, pulse)
        poller = Poller(f"{served.address}/bot{TOKEN}", ALLOWED_UPDATES, receiver, pulse, hard_limit=0.3)
        task = asyncio.create_task(poller.run())
        yield Polled(telegram, clock, pulse, database, task)
        task.cancel()
        await asyncio.wait([task])
    await database.close()


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
async def test_it_recovers(polled: Polled, fault: Fault) -> None:
    anna = polled.telegram.person("Anna", started=True)
    anna.says("before")
    await polled.kept(1)
    polled.telegram.faults.add("getUpdates", fault, times=3)
    for words in ("one", "two", "three"):
        anna.says(words)
    rows = await polled.kept(4)
    assert [json.loads(row.payload)["message"]["text"] for row in rows] == ["before", "one", "two", "three"]


async def test_the_wait_that_telegram_asks_for_is_kept(polled: Polled) -> None:
    anna = polled.telegram.person("Anna", started=True)
    polled.telegram.faults.add("getUpdates", Answer(429, "Too Many Requests", {"retry_after": 60}))
    anna.says("hello")
    await polled.kept(1)
    assert polled.clock.now() - MORNING >= timedelta(seconds=60)


async def test_a_webhook_that_is_in_the_way_is_waited_out(polled: Polled) -> None:
    anna = polled.telegram.person("Anna", started=True)
    polled.telegram.world.webhook.url = "http://127.0.0.1:9/hook"
    anna.says("hello")
    for _ in range(20):
        polled.clock.move(timedelta(seconds=1))
        polled.pulse.clock_moved()
        await asyncio.sleep(0.005)
    polled.telegram.world.webhook.url = ""
    assert len(await polled.kept(1)) == 1


NASTY = {
    "words for a message": {"message": "words"},
    "a number for a message": {"message": 5},
    "no chat": {"message": {"message_id": 1, "date": 0}},
    "a chat beyond counting": {"message": {"message_id": 1, "date": 0, "chat": {"id": 2**70, "type": "private"}}},
    "a press of nothing": {"callback_query": {}},
    "half a character": {"message": {"message_id": 1, "date": 0, "text": "\ud800",
                                     "chat": {"id": 77, "type": "private", "first_name": "\udc00"}}},
    "a megabyte": {"message": {"message_id": 1, "date": 0, "text": "x" * 1_000_000}},
    "a kind from the future": {"telepathy": {"from": {"id": 7}}},
    "nested": {"message": {"chat": json.loads("[" * 200 + "]" * 200)}},
    "no kind at all": {},
}  # fmt: skip


@pytest.mark.parametrize("update", NASTY.values(), ids=NASTY)
async def test_a_nasty_update_is_set_aside_and_the_next_go_on(house: House, update: dict[str, object]) -> None:
    house.telegram.raw_update(dict(update))
    house.anna.person.says("/help")
    await house.rest()
    assert house.anna.sees("Kringle")
    assert house.query("SELECT count(*) FROM inbox WHERE state = 'new'") == [(0,)]


async def test_an_answer_too_deep_to_read_costs_one_update_only(house: House) -> None:
    number = house.telegram.world.updates.next_id + 1
    deep = b'{"ok":true,"result":[{"update_id":%d,"message":%s%s}]}' % (number, b"[" * 100_000, b"]" * 100_000)
    house.faults.add("getUpdates", Garbage(deep, 200), times=2)
    house.ben.person.says("/pause")  # the poll that is open already brings this one, the next one gets the deep answer
    await house.stage.until_true(lambda: house.faults.planned[0].times == 1)
    assert house.telegram.raw_update({}) == number
    house.anna.person.says("/help")
    await house.until(lambda: house.anna.sees("Kringle"))
    await house.rest()
    assert house.query("SELECT state FROM inbox WHERE update_id = ?", number) == [("dead",)]
