"""How long a tick takes among a million members, and what they cost; beside it, jobs in APScheduler's memory store.

    python -m tests.bench.ticking [--members 1000000] [--due 500] [--rounds 100] [--jobs 100000]

Each member has a nudge hour and is due tomorrow, but for those of a round. Start-up is what `python -m bot run` does
with the database before it serves: the schema looked at, the database opened, the first tick. Memory is of this
process, which holds nothing else.
"""

import argparse
import asyncio
import json
import os
import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

import storage.outbox
from bot.app import settle
from bot.runtime.pulse import Pulse
from bot.runtime.ticking import Ticker
from storage.database import Database, Transaction
from storage.migrate import migrate

NINE = datetime(2026, 3, 3, 9, tzinfo=UTC)
FIRST = 100_000
IDLE_ROUNDS = 500
PAGE = 4096
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "UTC+05:45")


def memory() -> float:
    """Megabytes that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6


def fill(path: Path, members: int, due: int, rounds: int) -> None:
    """Members who are due tomorrow, but for the first ones: `due` of them in each minute from 9:00 on."""
    values = {
        "id": "?", "first_name": "'Member'", "last_name": "''", "language": "'en'", "zone": "?", "zone_known": "1",
        "what_i_do": "'Bookkeeper for small food businesses.'", "perfect_client": "'Owner-run bakeries and cafés.'",
        "listen_for": "'[]'", "not_a_fit": "''", "place": "''", "languages": "'[]'",
        "nudge_on": "1", "nudge_at": "?", "next_nudge_at": "?", "days_off": "'[]'", "seeks": "'[]'",
        "seeks_words": "''", "brings": "''", "paused": "0", "reachable": "1", "created_at": "'2026-01-01 00:00:00'",
    }  # fmt: skip

    def rows() -> object:
        for number in range(members):
            minute = number // due
            at = NINE + (timedelta(minutes=minute) if minute < rounds else timedelta(days=1, seconds=number % 86_400))
            yield FIRST + number, ZONES[number % len(ZONES)], f"{at:%H:%M}", f"{at:%Y-%m-%d %H:%M:%S}.000000"

    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    with connection:
        columns, marks = ", ".join(values), ", ".join(values.values())
        connection.executemany(f"INSERT INTO member ({columns}) VALUES ({marks})", rows())
    connection.close()


async def started(url: str, now: datetime) -> tuple[Database, Ticker, Pulse, float]:
    """What a start does with the database; and how many seconds it took."""
    begun = time.perf_counter()
    migrate(url)
    database, pulse = Database(url), Pulse(lambda: now)
    ticker = Ticker(database, pulse, timedelta(seconds=30))
    await ticker.tick()
    return database, ticker, pulse, time.perf_counter() - begun


async def _count(tx: Transaction) -> int:
    return await storage.outbox.count_due(tx)


async def ours(members: int, due: int, rounds: int) -> dict[str, float]:
    """Milliseconds, megabytes and seconds among so many members."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kringle.db"
        url = f"sqlite+aiosqlite:///{path}"
        migrate(url)
        database, ticker, _, _ = await started(url, NINE - timedelta(hours=1))  # so that all is imported
        await database.close()
        before = memory()
        begun = time.perf_counter()
        _in_a_child(fill, path, members, due, rounds)
        figures = {"rows written, s": time.perf_counter() - begun, "file, MB": path.stat().st_size / 1e6}
        database, ticker, pulse, figures["start-up, s"] = await started(url, NINE - timedelta(seconds=1))
        settle()
        idle = [await _timed(ticker) for _ in range(IDLE_ROUNDS)]
        busy = []
        for minute in range(rounds):
            pulse.now = lambda minute=minute: NINE + timedelta(minutes=minute)
            busy.append(await _timed(ticker))
            async with database.reading() as tx:
                assert await _count(tx) == due * (minute + 1), "a due row was not moved"
        figures["memory growth, MB"] = memory() - before
        await database.close()
    figures |= {"idle tick, p50, ms": statistics.median(idle), "idle tick, p95, ms": _p95(idle)}
    return figures | {f"{due} due, p50, ms": statistics.median(busy), f"{due} due, p95, ms": _p95(busy)}


async def _timed(ticker: Ticker) -> float:
    begun = time.perf_counter()
    await ticker.tick()
    return (time.perf_counter() - begun) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _in_a_child(work: object, *values: object) -> None:
    """Does something whose memory is not ours."""
    pid = os.fork()
    if pid == 0:
        try:
            work(*values)  # type: ignore[operator]
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(pid, 0)[1] == 0


async def _nothing() -> None:
    return


async def apscheduler(jobs: int) -> dict[str, float]:
    """The same as so many daily jobs."""
    before, begun = memory(), time.perf_counter()
    scheduler = AsyncIOScheduler(jobstores={"default": MemoryJobStore()}, timezone="UTC")
    scheduler.start(paused=True)
    for number in range(jobs):
        scheduler.add_job(_nothing, "cron", hour=9, minute=number % 60)
    figures = {"jobs": float(jobs), "added, s": time.perf_counter() - begun, "memory growth, MB": memory() - before}
    scheduler.shutdown(wait=False)
    return figures


async def main() -> None:
    """Prints one JSON object."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--members", type=int, default=1_000_000)
    options.add_argument("--due", type=int, default=500)
    options.add_argument("--rounds", type=int, default=100)
    options.add_argument("--jobs", type=int, default=100_000)
    chosen = options.parse_args()
    found = {
        "load before": os.getloadavg()[0],
        f"{chosen.members} members": await ours(chosen.members, chosen.due, chosen.rounds),
        "APScheduler, in memory": await apscheduler(chosen.jobs) if chosen.jobs else {},
        "load after": os.getloadavg()[0],
    }
    print(json.dumps(found, indent=2, default=float))


if __name__ == "__main__":
    asyncio.run(main())
