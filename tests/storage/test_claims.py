"""Several processes on one database: an update is one process's at a time, in order within a chat, and so is a duty."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

import storage.inbox
import storage.lease
from bot.settings import Settings
from storage.address import DatabaseAway
from storage.database import Database
from storage.inbox import Incoming
from tests.databases import Cluster, databases
from tests.storage.conftest import NOW

pytestmark = pytest.mark.postgresql
LONG, NONE = timedelta(minutes=1), timedelta(0)


@pytest.fixture
async def other(database: Database, settings: Settings) -> AsyncIterator[Database]:
    """A second process, as it were, connected."""
    opened = Database(settings.database_url)
    async with opened.reading() as tx:
        await storage.inbox.count_waiting(tx)
    yield opened
    await opened.close()


async def keep(database: Database, *updates: tuple[int, int]) -> None:
    """Updates as pairs of their number and their chat."""
    rows = [Incoming(number, chat, chat, "{}") for number, chat in updates]
    async with database.noting() as tx:
        await storage.inbox.add(tx, NOW, 42, rows)


async def claim(database: Database, limit: int = 9, *, span: timedelta = LONG, chat: int | None = None) -> list[int]:
    """The numbers of what a process gets."""
    async with database.noting() as tx:
        return [row.update_id for row in await storage.inbox.claim(tx, database.worker, span, limit, chat)]


async def finish(database: Database, number: int) -> bool:
    row = databases().query(database.url, "SELECT id FROM inbox WHERE update_id = ?", number)[0][0]
    async with database.transaction() as tx:
        return await storage.inbox.done(tx, row)


async def test_the_first_of_each_chat_is_claimed_and_the_next_when_it_is_done(
    database: Database, other: Database
) -> None:
    await keep(database, (1, 7), (2, 7), (3, 8), (4, 7))
    assert await claim(database) == [1, 3]
    assert await claim(other) == []
    assert await claim(other, chat=7) == []
    assert await finish(database, 1)
    assert await claim(other, chat=7) == [2]
    assert await claim(database) == []


async def test_what_is_claimed_at_one_time_is_claimed_once(database: Database, other: Database) -> None:
    await keep(database, *[(number, number) for number in range(40)])
    taken = await asyncio.gather(*[claim(one, 3) for one in (database, other) * 8])
    numbers = [number for some in taken for number in some]
    assert sorted(numbers + await claim(database, 99)) == list(range(40))


async def test_what_is_being_claimed_is_passed_over(database: Database, other: Database) -> None:
    await keep(database, (1, 7), (2, 8))
    async with database.noting() as tx:
        assert len(await storage.inbox.claim(tx, database.worker, LONG, 1)) == 1
        async with asyncio.timeout(5):
            assert await claim(other) == [2]


async def test_a_claim_that_has_run_out_is_taken_over_and_counts_once(database: Database, other: Database) -> None:
    await keep(database, (1, 7))
    assert await claim(database, span=NONE) == [1]
    assert await claim(other) == [1]
    assert await finish(other, 1)
    assert not await finish(database, 1)


async def test_a_claim_that_is_prolonged_is_not_taken_over(database: Database, other: Database) -> None:
    await keep(database, (1, 7), (2, 8))
    assert await claim(database, span=NONE) == [1, 2]
    rows = databases().query(database.url, "SELECT id FROM inbox ORDER BY id")
    async with database.noting() as tx:
        await storage.inbox.prolong(tx, [rows[0][0]], database.worker, LONG)
    assert await claim(other) == [2]


async def test_the_claims_and_duties_of_a_process_that_is_gone_are_free_at_once(
    database: Database, other: Database
) -> None:
    await keep(database, (1, 7))
    assert await claim(other) == [1]
    async with other.noting() as tx:
        assert await storage.lease.hold(tx, "sender", other.worker, LONG)
    assert await claim(database) == []
    await other.close()
    async with asyncio.timeout(10):
        while not await claim(database):
            await asyncio.sleep(0.01)
    async with database.noting() as tx:
        assert await storage.lease.hold(tx, "sender", database.worker, LONG)


async def test_over_a_restart_of_postgresql_claims_and_duties_stay_whose_they_were(
    database: Database, other: Database
) -> None:
    await keep(database, (1, 7))
    assert await claim(other) == [1]
    async with other.noting() as tx:
        assert await storage.lease.hold(tx, "sender", other.worker, LONG)
        assert await storage.lease.hold(tx, "ticker", other.worker, NONE)
    cluster = databases()
    assert isinstance(cluster, Cluster)
    await asyncio.to_thread(cluster.stop)
    with pytest.raises(DatabaseAway):
        await claim(database)
    cluster.start()
    assert await claim(database) == []
    async with database.noting() as tx:  # though the other has not connected yet
        assert not await storage.lease.hold(tx, "sender", database.worker, LONG)
        assert await storage.lease.hold(tx, "ticker", database.worker, LONG)
    async with other.noting() as tx:
        assert await storage.lease.hold(tx, "sender", other.worker, LONG)


async def test_a_duty_is_one_processs_until_it_ends_or_is_released(database: Database, other: Database) -> None:
    async def hold(one: Database, span: timedelta) -> bool:
        async with one.noting() as tx:
            return await storage.lease.hold(tx, "sender", one.worker, span)

    assert await hold(database, LONG)
    assert await hold(database, LONG)
    assert not await hold(other, LONG)
    async with other.noting() as tx:
        assert await storage.lease.hold(tx, "ticker", other.worker, LONG)
    async with database.noting() as tx:
        await storage.lease.release(tx, database.worker)
    assert await hold(other, NONE)
    assert await hold(database, LONG)


async def test_a_ring_is_heard_by_the_others_alone(database: Database, other: Database) -> None:
    heard: dict[str, int] = {"here": 0, "there": 0}
    rung = asyncio.Event()

    def hear(where: str) -> None:
        heard[where] += 1
        if heard["there"] > 1:
            rung.set()

    listening = [
        asyncio.create_task(database.listen(lambda: hear("here"))),
        asyncio.create_task(other.listen(lambda: hear("there"))),
    ]
    async with asyncio.timeout(10):
        while heard != {"here": 1, "there": 1}:  # each is told once that it listens
            await asyncio.sleep(0.01)
        await database.ring_others()
        await rung.wait()
    assert heard == {"here": 1, "there": 2}
    for task in listening:
        task.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
