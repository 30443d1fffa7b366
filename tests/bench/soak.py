"""Whether memory and descriptors stay flat over hours of life.

    python -m tests.bench.soak [--minutes 120]

`python -m bot run` serves several circles of a look-alike in another process, over loopback alone. A line a minute:
resident memory, open descriptors, what waits in inbox and outbox, journeys that came to their end. Then a verdict,
which is the exit status too.
"""

import argparse
import asyncio
import multiprocessing
import os
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.bench import crowd

ROOT = Path(__file__).parents[2]
LONGEST = 24 * 60  # minutes
EVERY = 5.0  # seconds between two looks
WARM_UP = 0.25  # of the run, until caches are full
MOST_GROWTH, MOST_SLOPE = 0.05, 8.0  # of the memory after the warm-up; MB
MOST_DESCRIPTORS = 6  # more at the end than after the warm-up: connections come and go
MOST_STUCK = 0.01  # of all journeys


@dataclass(frozen=True, slots=True)
class Look:
    """How the bot stands at a moment. `memory` in MB."""

    at: float
    memory: float
    descriptors: int
    inbox: int
    outbox: int
    done: int
    stuck: int

    def line(self) -> str:
        """For a person to read."""
        bot = f"{self.at / 60:6.1f} min  {self.memory:7.1f} MB  {self.descriptors:4d} descriptors"
        return f"{bot}  inbox {self.inbox:3d}  outbox {self.outbox:3d}  {self.done:6d} journeys  {self.stuck} stuck"


def verdict(looks: Sequence[Look]) -> list[str]:
    """What is wrong, in words; nothing when all is flat. After the warm-up, its first third against the last."""
    warm = [look for look in looks if look.at >= looks[-1].at * WARM_UP]
    third = max(1, len(warm) // 3)
    first, last = warm[:third], warm[-third:]
    wrong = []
    before, after = (statistics.median(look.memory for look in part) for part in (first, last))
    if after > before + max(MOST_SLOPE, before * MOST_GROWTH):
        wrong.append(f"memory grew from {before:.1f} to {after:.1f} MB")
    before, after = (statistics.median(look.descriptors for look in part) for part in (first, last))
    if after > before + MOST_DESCRIPTORS:
        wrong.append(f"open descriptors grew from {before:.0f} to {after:.0f}")
    end = looks[-1]
    if last[0].done == end.done and last[0].at < end.at:
        wrong.append("no journey came to its end any more")
    if end.stuck > MOST_STUCK * max(1, end.done):
        wrong.append(f"{end.stuck} of {end.done + end.stuck} journeys were stuck")
    if min(look.inbox for look in last) > 0:
        wrong.append(f"the inbox is never empty: {end.inbox}")
    return wrong


def free_port() -> int:
    """A port of loopback that nobody has."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def program(folder: str, address: str, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot as an operator runs it, with short waits, so that everything comes due within minutes."""
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
        "TELEGRAM_BOT_TOKEN": crowd.TOKEN, "TELEGRAM_API_URL": address, "KRINGLE_HEALTH": f"127.0.0.1:{port}",
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/kringle.db", "KRINGLE_WAVE_WAIT": "60s", "KRINGLE_TICK": "5s",
        "KRINGLE_EXPIRY": "10m", "KRINGLE_FOLLOW_UP": "2m", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    with Path(folder, "bot.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=folder, env=environment, stdout=log, stderr=log
        )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def look(
    process: asyncio.subprocess.Process, client: httpx.AsyncClient, at: float, done: int, stuck: int
) -> Look:
    """Reads the process and its figures. Raises OSError or httpx.HTTPError when it is gone."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    memory = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024
    waiting = {"kringle_inbox_waiting": 0.0, "kringle_outbox_depth": 0.0}
    for line in (await client.get("/metrics")).text.splitlines():
        name, _, value = line.rpartition(" ")
        if (figure := name.partition("{")[0]) in waiting:
            waiting[figure] += float(value)
    inbox, outbox = (int(value) for value in waiting.values())
    return Look(at, memory, len(os.listdir(f"/proc/{process.pid}/fd")), inbox, outbox, done, stuck)


async def soak(minutes: float) -> list[Look]:
    """Prints a line a minute; returns every look."""
    context = multiprocessing.get_context("spawn")
    address: Any = context.Queue()
    done, stuck = context.Value("i", 0), context.Value("i", 0)
    people = context.Process(target=crowd.main, args=(address, done, stuck), daemon=True)
    people.start()
    looks: list[Look] = []
    port = free_port()
    try:
        with tempfile.TemporaryDirectory() as folder:
            async with (program(folder, await asyncio.to_thread(address.get), port) as process,
                        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=20) as client):  # fmt: skip
                while done.value == 0:  # everybody has joined once the first journey is over
                    assert process.returncode is None, Path(folder, "bot.log").read_text()[-2000:]
                    assert people.is_alive(), "the people are gone"
                    await asyncio.sleep(0.5)
                began, next_line = time.monotonic(), 60.0
                while (at := time.monotonic() - began) < minutes * 60:
                    looks.append(await look(process, client, at, done.value, stuck.value))
                    if at >= next_line:
                        print(looks[-1].line(), flush=True)
                        next_line += 60
                    await asyncio.sleep(EVERY)
                looks.append(await look(process, client, at, done.value, stuck.value))
                print(looks[-1].line(), flush=True)
    finally:
        people.kill()
        people.join()
    return looks


def main() -> int:
    """Returns 0 when all stayed flat, 1 otherwise."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=120)
    minutes = options.parse_args().minutes
    if not 0 < minutes <= LONGEST:
        options.error(f"--minutes is at most {LONGEST}")
    wrong = verdict(asyncio.run(soak(minutes)))
    print(
        "\n".join(f"NOT FLAT: {one}" for one in wrong)
        or "FLAT: memory and descriptors, and every journey came to its end"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
