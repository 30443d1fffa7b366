"""Transactions commit or leave nothing; two of them never both win; a copy can be made while one is writing."""

import asyncio
import logging
import sqlite3
import stat
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

import storage.circle
import storage.introduction
import storage.member
import storage.outbox
import storage.referral
from bot.actions import nudge as nudges
from bot.domain.facts import NudgeOfDay
from bot.domain.referral import ANSWERABLE, OPEN, OfferState, ReferralState
from bot.settings import Settings
from storage.address import DatabaseError
from storage.database import Database, backup
from storage.migrate import migrate
from storage.sqlite import ProcessLock
from storage.tables import metadata
from tests.databases import databases
from tests.storage.conftest import DEFAULTS, NOW, a_circle, a_member, a_request, an_introduction, an_offer


async def test_what_raises_leaves_nothing(database: Database) -> None:
    async def fail() -> None:
        async with database.transaction() as tx:
            await a_request(tx, await a_circle(tx))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with database.reading() as tx:
        for table in metadata.tables.values():
            assert (await tx.execute(select(table))).all() == []


async def test_what_is_cancelled_leaves_nothing_and_blocks_nobody(database: Database) -> None:
    begun = asyncio.Event()

    async def write() -> None:
        async with database.transaction() as tx:
            await a_circle(tx)
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.transaction() as tx:
        assert await storage.circle.of_chat(tx, -100) is None
        await a_circle(tx)


async def test_whenever_it_is_cancelled_all_or_nothing_stays(database: Database) -> None:
    async def write(chat_id: int) -> None:
        async with database.transaction() as tx:
            await a_circle(tx, chat_id=chat_id)
            await a_circle(tx, chat_id=chat_id - 1)

    for turns in range(30):  # of the loop: more than the whole takes where nothing is cancelled
        task = asyncio.create_task(write(-1000 - 2 * turns))
        for _ in range(turns):
            await asyncio.sleep(0 if turns % 2 else 0.0002)
        task.cancel()
        await asyncio.wait([task])
        async with database.transaction() as tx:
            kept = [await storage.circle.of_chat(tx, -1000 - 2 * turns - n) is not None for n in range(2)]
            await storage.circle.add(tx, NOW, -5000 - turns, "Meanwhile", "en", DEFAULTS)
        assert kept in ([True, True], [False, False]), turns


@pytest.mark.sqlite
async def test_a_look_is_two_trips_to_the_thread_and_none_where_nothing_is_asked(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async def trips(*, statements: int) -> int:
        caplog.clear()
        async with database.reading() as tx:
            for _ in range(statements):
                await storage.circle.of_chat(tx, -100)
        return sum(record.msg.startswith("executing") for record in caplog.records)

    await trips(statements=1)  # the connection is made
    with caplog.at_level(logging.DEBUG, logger="aiosqlite"):
        assert [await trips(statements=number) for number in range(4)] == [0, 2, 3, 4]


async def test_reading_sees_one_moment_while_another_writes(database: Database) -> None:
    async with database.transaction() as tx:
        made = await a_circle(tx)
    async with database.reading() as reader:
        assert (await storage.circle.get(reader, made.id)) == made
        async with database.transaction() as writer:
            await storage.circle.change(writer, made.id, title="Hill")
            assert (await storage.circle.get(reader, made.id)) == made
        assert (await storage.circle.get(reader, made.id)) == made
    async with database.reading() as reader:
        found = await storage.circle.get(reader, made.id)
    assert found is not None
    assert found.title == "Hill"


async def test_of_two_claims_at_once_one_wins(database: Database, settings: Settings) -> None:
    """Two processes, as it were: each with its own connections, so that only the database stands between them."""
    async with database.transaction() as tx:
        circle = await a_circle(tx)
        for number in (2, 3):
            await a_member(tx, number, circle)
        requests = [await a_request(tx, circle, message_id=number) for number in range(20)]
    second = Database(settings.database_url)

    async def claim(through: Database, request: int) -> bool:
        async with through.transaction() as tx:
            before = await storage.referral.get(tx, request)
            await asyncio.sleep(0)
            assert before is not None
            return await storage.referral.move_on(tx, request, OPEN, ReferralState.INTRODUCED)

    tries = [claim(through, request.id) for request in requests for through in (database, second)]
    won = await asyncio.gather(*tries)
    await second.close()
    assert [won[at] + won[at + 1] for at in range(0, len(won), 2)] == [1] * len(requests)


async def test_processes_that_name_collaborators_at_once_keep_to_everybodys_share(
    database: Database, settings: Settings
) -> None:
    """All would be named the same one first; whoever is named may be so twice as often as the others, or once."""
    people = range(1, 13)
    facts = {number: NudgeOfDay(number, NOW.date().isoformat()) for number in people[1:]}
    async with database.transaction() as tx:
        circle = await a_circle(tx)
        await a_member(tx, 1, circle, what_i_do="Bookkeeper for bakeries.")
        for number, fact in facts.items():
            await a_member(tx, number, circle, what_i_do=f"Trade{number}.", not_a_fit="Bakeries without a bookkeeper.",
                           nudge_on=True)  # fmt: skip
            await storage.outbox.put(tx, NOW, number, fact)
        due = {row.chat_id: row.id for row in await storage.outbox.due(tx, NOW, 99)}
    processes = [Database(settings.database_url) for _ in facts]

    async def name(through: Database, number: int) -> bool:
        async with through.transaction() as tx:
            return await nudges.name(tx, NOW, due[number], facts[number])

    for process in processes:  # connected before they begin
        async with process.reading() as tx:
            assert await storage.outbox.count_due(tx) == len(facts)
    named = await asyncio.gather(*[name(*one) for one in zip(processes, facts, strict=True)])
    for process in processes:
        await process.close()
    assert all(named)
    rows = databases().query(settings.database_url, "SELECT collaborator_id FROM nudge ORDER BY id")
    load: Counter[int] = Counter()
    for total, (person,) in enumerate(rows, start=1):
        load[person] += 1
        assert load[person] <= max(1, 2 * total // len(facts)), (rows, total)
    assert load[1], "the one whom all would be named first"


async def test_an_offer_moves_only_from_where_it_may(database: Database) -> None:
    async with database.transaction() as tx:
        circle = await a_circle(tx)
        await a_member(tx, 2, circle)
        made = await an_offer(tx, await a_request(tx, circle), 2)
        assert await storage.referral.move_offer(tx, made.id, ANSWERABLE, OfferState.CLAIMED)
        assert not await storage.referral.move_offer(tx, made.id, ANSWERABLE, OfferState.PASSED)
        back = await storage.referral.get_offer(tx, made.id)
    assert back is not None
    assert back.state is OfferState.CLAIMED


async def test_thanks_are_said_once_and_only_when_both_agreed(database: Database) -> None:
    async with database.transaction() as tx:
        made = await an_introduction(tx, await a_request(tx, await a_circle(tx)), 2)
        assert not await storage.introduction.thank_once(tx, NOW, made.id)
        await storage.introduction.change(tx, made.id, giver_thanks=True)
        assert not await storage.introduction.thank_once(tx, NOW, made.id)
        await storage.introduction.change(tx, made.id, receiver_thanks=True)
        assert await storage.introduction.thank_once(tx, NOW, made.id)
        assert not await storage.introduction.thank_once(tx, NOW, made.id)


async def test_a_reading_does_not_wait_for_a_writer(database: Database) -> None:
    async with database.transaction() as writer:
        await a_circle(writer)
        async with asyncio.timeout(2), database.reading() as reader:
            assert await storage.circle.of_chat(reader, -100) is None


@pytest.mark.sqlite
async def test_a_backup_made_while_writing_is_whole(database: Database, settings: Settings, tmp_path: Path) -> None:
    async with database.transaction() as tx:
        await a_circle(tx)
    target = tmp_path / "copies" / "copy.db"
    async with database.transaction() as tx:
        await a_circle(tx, -200)
        await asyncio.to_thread(backup, settings.database_url, target)
    with sqlite3.connect(target) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT chat_id FROM circle").fetchall() == [(-100,)]
    copy.close()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    restored = Database(f"sqlite+aiosqlite:///{target}")
    migrate(restored.url)
    async with restored.transaction() as tx:
        assert await storage.circle.of_chat(tx, -100)
    await restored.close()


@pytest.mark.sqlite
def test_a_backup_never_overwrites(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="no database"):
        backup(settings.database_url, tmp_path / "copy.db")
    migrate(settings.database_url)
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(DatabaseError, match="never overwrites"):
        backup(settings.database_url, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


@pytest.mark.sqlite
async def test_files_are_their_owners_only(database: Database, settings: Settings, tmp_path: Path) -> None:
    lock = ProcessLock(settings.database_url)
    lock.acquire()
    async with database.transaction() as tx:
        await a_circle(tx)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("kringle*")}
    lock.release()
    assert {"kringle.db", "kringle.db-wal", "kringle.db-shm", "kringle.lock"} <= set(modes)
    assert set(modes.values()) == {0o600}


@pytest.mark.sqlite
async def test_the_database_is_set_up_to_lose_nothing(database: Database) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000, "secure_delete": 1}
    async with database.reading() as tx:
        found = {name: (await tx.exec_driver_sql(f"PRAGMA {name}")).scalar() for name in wanted}
    assert found == wanted


async def test_a_reading_begins_without_the_write_lock(database: Database, settings: Settings) -> None:
    second = Database(settings.database_url)
    async with database.reading() as reader:
        await storage.circle.get(reader, 1)
        async with asyncio.timeout(2), second.transaction() as tx:
            await a_circle(tx)
    await second.close()


@pytest.mark.sqlite
def test_one_process_at_a_time(settings: Settings) -> None:
    lock = ProcessLock(settings.database_url)
    lock.acquire()
    program = (
        "import sys; from storage.sqlite import ProcessLock, DatabaseError\n"
        "try: ProcessLock(sys.argv[1]).acquire()\n"
        "except DatabaseError as error: print(error)\n"
        "else: print('free')"
    )
    root = str(Path(__file__).parents[2])

    def other() -> str:
        done = subprocess.run(
            [sys.executable, "-c", program, settings.database_url], cwd=root, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert "another Kringle" in other()
    with pytest.raises(DatabaseError, match="another Kringle"):
        ProcessLock(settings.database_url).acquire()
    lock.release()
    assert other() == "free\n"


@pytest.mark.sqlite
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseError, match="cannot be opened"):
        Database(f"sqlite+aiosqlite:///{tmp_path}/file/kringle.db")


async def test_a_database_without_tables_says_so(bare: str) -> None:
    empty = Database(bare)
    with pytest.raises(DBAPIError, match=r"no such table|does not exist"):
        async with empty.reading() as tx:
            await storage.member.get(tx, 1)
    await empty.close()


@pytest.mark.postgresql
async def test_a_backup_of_a_live_database_is_read_by_pg_restore(
    database: Database, bare: str, settings: Settings, tmp_path: Path
) -> None:
    async with database.transaction() as tx:
        await a_circle(tx)
    target = tmp_path / "copies" / "copy.dump"
    async with database.transaction() as tx:
        await a_circle(tx, -200)
        await asyncio.to_thread(backup, settings.database_url, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with pytest.raises(DatabaseError, match="never overwrites"):
        backup(settings.database_url, target)
    address = bare.replace("+asyncpg", "")
    subprocess.run(["pg_restore", "--no-owner", f"--dbname={address}", str(target)], check=True)
    assert databases().query(bare, "SELECT chat_id FROM circle") == [(-100,)]


@pytest.mark.postgresql
def test_a_backup_that_cannot_be_made_says_why_in_one_line(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DatabaseError, match="does not exist") as fault:
        backup(settings.database_url, tmp_path / "copy.dump")
    assert len(str(fault.value).splitlines()) == 1
    assert not (tmp_path / "copy.dump").exists()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DatabaseError, match="pg_dump is not installed"):
        backup(settings.database_url, tmp_path / "copy.dump")
