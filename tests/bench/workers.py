"""How many journeys a second one worker on SQLite, and one and two on PostgreSQL, carry through.

    python -m tests.bench.workers [--journeys 1000] [--rounds 3]

A journey is a member who goes on a holiday and comes back: two updates brought by webhook through a balancer, handled
one after the other, with their effects and answers committed. (That the answers then go out at the pace of Telegram is
the same everywhere and not measured.) In turns with PTB's own polling and a handler that does nothing, as updates a
second, for ratios; the look-alike, the workers and PostgreSQL share this machine.
"""

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bot.sandbox.telegram import Telegram
from storage.migrate import migrate
from tests.bench.serving import ptb_intake, waiting_updates
from tests.crash.test_three_workers import Balancer
from tests.databases import Cluster, Databases, Files, Unreadable
from tests.process.program import ROOT, environment
from tests.run_mode.test_program import free_port

LIMIT = 600  # seconds
HANDLED = "SELECT count(*) FROM inbox WHERE state = 'done'"


def journeys(telegram: Telegram, count: int) -> None:
    """`count` people who have said what they have to say."""
    for number in range(count):
        person = telegram.person(f"P{number}", started=True)
        person.says("/pause 3")
        person.says("/resume")


async def carried(made: Databases, workers: int, count: int) -> float:
    """Journeys a second, from the first update that is handled to the last."""
    with tempfile.TemporaryDirectory() as folder:
        url = made.address(Path(folder))
        made.make_bare(url)
        migrate(url)
        balancer = Balancer(random.Random(1))
        server = await asyncio.start_server(balancer.serve, "127.0.0.1", 0)
        hook = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
        async with waiting_updates(count, journeys) as address:
            processes = [await _start(folder, url, address, hook, balancer) for _ in range(workers)]
            try:
                return await _timed(made, url, count)
            finally:
                for process in processes:
                    process.kill()
                    await process.wait()
                server.close()
                made.drop(url)


async def _start(folder: str, url: str, address: str, hook: str, balancer: Balancer) -> asyncio.subprocess.Process:
    balancer.ports.append(free_port())
    settings = {"DATABASE_URL": url, "KRINGLE_WEBHOOK_URL": hook, "KRINGLE_WEBHOOK_SECRET": "a-secret-of-this-bench",
                "KRINGLE_LISTEN": f"127.0.0.1:{balancer.ports[-1]}", "KRINGLE_LOG": "error"}  # fmt: skip
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=ROOT, env=environment(Path(folder), address, **settings)
    )


async def _timed(made: Databases, url: str, count: int) -> float:
    first: tuple[float, int] | None = None
    async with asyncio.timeout(LIMIT):
        while True:
            try:
                done = (await asyncio.to_thread(made.query, url, HANDLED))[0][0]
            except Unreadable:
                done = 0
            now = time.perf_counter()
            if done and first is None:
                first = now, done
            if first is not None and done >= 2 * count:
                return (done - first[1]) / 2 / (now - first[0])
            await asyncio.sleep(0.05)


async def main() -> None:
    """Prints one JSON object."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--journeys", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    files, cluster = Files(), Cluster()
    ways: dict[str, tuple[Databases, int]] = {
        "SQLite, 1 worker": (files, 1),
        "PostgreSQL, 1 worker": (cluster, 1),
        "PostgreSQL, 2 workers": (cluster, 2),
    }
    rates: dict[str, list[float]] = {name: [] for name in ways}
    polled = []
    for _ in range(chosen.rounds):
        for name, (made, workers) in ways.items():
            rates[name].append(await carried(made, workers, chosen.journeys))
        polled.append(await ptb_intake(2 * chosen.journeys))
    figures: dict[str, object] = {
        f"{name}: journeys a second": [round(rate, 1) for rate in found] for name, found in rates.items()
    }
    figures["PTB polling, no-op: updates a second"] = [round(rate) for rate in polled]
    for name, found in rates.items():
        ratios = [2 * rate / other for rate, other in zip(found, polled, strict=True)]
        figures[f"{name}: updates, ratio to PTB, median"] = round(statistics.median(ratios), 3)
    for name in list(ways)[1:]:
        ratios = [one / other for one, other in zip(rates[name], rates["SQLite, 1 worker"], strict=True)]
        figures[f"{name}: ratio to SQLite, median"] = round(statistics.median(ratios), 2)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    asyncio.run(main())
