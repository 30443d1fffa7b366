"""How fast the bot takes updates in and answers an ask, how soon it is up, how much memory it holds.

    python -m tests.bench.serving [--updates 10000] [--asks 40] [--rounds 3]

Intake is measured beside PTB's own polling with a handler that does nothing, in turns, against the same look-alike in a
process of its own. The other figures are of `python -m bot run` against a look-alike in this process.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from telegram.ext import ApplicationBuilder, MessageHandler, filters

import storage.inbox
from bot.app import wall_clock
from bot.runtime.polling import Poller
from bot.runtime.pulse import Pulse
from bot.runtime.receiving import Receiver
from bot.sandbox.clock import Clock
from bot.sandbox.story import STATEMENTS
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve
from handlers.contents import ALLOWED_UPDATES
from storage.database import Database
from storage.migrate import migrate

TOKEN = "42:sandbox-token"
ASKS = (
    "a bookkeeper for a café with eight people, receipts in a shoebox",
    "someone to plan a country wedding for ninety guests",
    "an electrician for a rented flat, the safety certificate runs out",
    "a logo and a website for a pottery that opens in spring",
    "one vehicle for a family of six with luggage to the airport",
    "a mediator for a couple who own a firm together",
)
PAUSE = 0.7  # seconds between two asks


Scene = Callable[[Telegram, int], None]


def messages(telegram: Telegram, count: int) -> None:
    """`count` private messages of fifty people."""
    people = [telegram.person(f"Person {n}", started=True) for n in range(50)]
    for n in range(count):
        people[n % len(people)].says(f"message {n}")


def _serve_scene(scene: Scene, count: int, address: Any) -> None:
    async def main() -> None:
        telegram = Telegram(Clock(), token=TOKEN, username="kringle_bot", limits=False)
        scene(telegram, count)
        async with serve(telegram) as served:
            address.put(served.address)
            await asyncio.Event().wait()

    asyncio.run(main())


@asynccontextmanager
async def waiting_updates(count: int, scene: Scene = messages) -> AsyncIterator[str]:
    """The address of a look-alike with updates waiting, in a process of its own."""
    address: Any = multiprocessing.Queue()
    child = multiprocessing.Process(target=_serve_scene, args=(scene, count, address), daemon=True)
    child.start()
    try:
        yield await asyncio.to_thread(address.get)
    finally:
        child.kill()
        child.join()


async def our_intake(count: int) -> float:
    """Updates a second until every one is a committed row."""
    async with waiting_updates(count) as address:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite+aiosqlite:///{folder}/kringle.db"
            migrate(url)
            database, pulse = Database(url), Pulse(wall_clock)
            receiver = Receiver(database, 42, pulse)
            task = asyncio.create_task(Poller(f"{address}/bot{TOKEN}", ALLOWED_UPDATES, receiver, pulse).run())
            start, kept = time.perf_counter(), 0
            while kept < count:
                await asyncio.sleep(0.02)
                async with database.reading() as tx:
                    kept = await storage.inbox.count_waiting(tx)
            rate = count / (time.perf_counter() - start)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await database.close()
    return rate


async def ptb_intake(count: int) -> float:
    """Updates a second until PTB's own polling has given each to a handler that does nothing."""
    seen = 0
    done = asyncio.Event()

    async def nothing(_update: object, _context: object) -> None:
        nonlocal seen
        seen += 1
        if seen >= count:
            done.set()

    async with waiting_updates(count) as address:
        application = ApplicationBuilder().token(TOKEN).base_url(f"{address}/bot").job_queue(None).build()
        application.add_handler(MessageHandler(filters.ALL, nothing))
        async with application:
            await application.start()
            start = time.perf_counter()
            assert application.updater is not None
            await application.updater.start_polling(timeout=10)
            await done.wait()
            rate = count / (time.perf_counter() - start)
            await application.updater.stop()
            await application.stop()
    return rate


async def service(asks: int) -> dict[str, float]:
    """Start-up and memory of the real program, and the time from an ask to its first offer."""
    telegram = Telegram(Clock(), token=TOKEN, username="kringle_bot", limits=False)
    with tempfile.TemporaryDirectory() as folder:
        async with serve(telegram) as served:
            early = telegram.person("Early")
            early.says("/start")
            started = time.perf_counter()
            program = await _start(folder, served.address)
            try:
                await _until(lambda: len(early.chat) > 1)
                figures = {"start-up to the first answer, s": time.perf_counter() - started}
                group = await _people(telegram)
                await asyncio.sleep(3)
                figures["memory at rest, MB"] = _memory(program.pid)
                times = [await _ask(telegram, group, n) for n in range(asks)]
            finally:
                program.terminate()
                await program.wait()
    times.sort()
    figures["ask → offer, median, ms"] = statistics.median(times) * 1000
    figures["ask → offer, p95, ms"] = times[int(len(times) * 0.95)] * 1000
    return figures


async def _start(folder: str, address: str) -> asyncio.subprocess.Process:
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/kringle.db",
        "KRINGLE_LOG": "error",
    }
    root = Path(__file__).parents[2]
    return await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "run", env=environment, cwd=root)


async def _people(telegram: Telegram) -> Any:
    people = [telegram.person(name.split()[0], last_name=name.split()[1]) for name in STATEMENTS]
    group = telegram.group("Bench", creator=people[0], members=people[1:])
    group.add_bot(by=people[0])
    await _until(lambda: any(message.buttons for message in group.messages))
    for person, answers in zip(people, STATEMENTS.values(), strict=True):
        person.taps("Join this circle", chat=group)
        for number, answer in enumerate(answers, 1):
            await _until(lambda number=number, person=person: f"{number}/" in person.chat[-1].text)
            person.says(answer)
        await _until(lambda person=person: "7/" in person.chat[-1].text)
    return group


async def _ask(telegram: Telegram, group: Any, number: int) -> float:
    """Seconds from the ask's being typed to the first private message with an offer."""
    guest = telegram.person(f"Guest {number}")
    group.add(guest)
    await asyncio.sleep(PAUSE)
    offered = asyncio.Event()
    text = ASKS[number % len(ASKS)]

    def look() -> None:
        call = telegram.calls[-1] if telegram.calls else None
        if call and call.method == "sendMessage" and text in str(call.params.get("text")) and int(
            str(call.params["chat_id"])
        ) > 0:  # fmt: skip
            offered.set()

    stop = telegram.on_change(look)
    begun = datetime.now(UTC)
    guest.says(f"/need {text}", chat=group)
    while not offered.is_set():
        look()
        await asyncio.sleep(0.0005)
        assert (datetime.now(UTC) - begun).total_seconds() < 20, f"nobody was offered: {text}"
    stop()
    return (datetime.now(UTC) - begun).total_seconds()


async def _until(condition: Any) -> None:
    while not condition():
        await asyncio.sleep(0.005)


def _memory(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


async def main() -> None:
    """Prints one JSON object."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--updates", type=int, default=10_000)
    options.add_argument("--asks", type=int, default=40)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    ours, theirs = [], []
    for _ in range(chosen.rounds):
        ours.append(await our_intake(chosen.updates))
        theirs.append(await ptb_intake(chosen.updates))
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    figures = {
        "updates kept, a second": [round(rate) for rate in ours],
        "PTB polling, no-op, a second": [round(rate) for rate in theirs],
        "ratio, median": round(statistics.median(ratios), 2),
    }
    figures |= {name: round(value, 1) for name, value in (await service(chosen.asks)).items()}
    print(json.dumps(figures, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    asyncio.run(main())
