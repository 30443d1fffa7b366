"""Three workers on one database behind a balancer, killed at random one after the other while updates pour in: nothing
is lost, nothing happens twice, and Telegram is told once where to bring updates."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve
from tests.crash.test_kill_at_random import SEED, Crowd, at_work, judge
from tests.process.program import TOKEN, Program
from tests.run_mode.test_program import free_port, told, until_told

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]
SECRET = "a-secret-of-this-test"
CONNECTED = (
    "SELECT DISTINCT application_name FROM pg_stat_activity"
    " WHERE datname = current_database() AND application_name LIKE 'kringle-%'"
)


class Balancer:
    """Hands every connection to a worker that takes it."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.ports: list[int] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for port in self.chance.sample(self.ports, len(self.ports)):
            try:
                there_reader, there_writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                continue
            await asyncio.gather(_pipe(reader, there_writer), _pipe(there_reader, writer))
            break
        writer.close()


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass  # one of the two died
    finally:
        writer.close()


@asynccontextmanager
async def workers(folder: Path, telegram: Telegram, chance: random.Random, count: int) -> AsyncIterator[list[Program]]:
    """As many equal workers as wanted, at work."""
    balancer = Balancer(chance)
    server = await asyncio.start_server(balancer.serve, "127.0.0.1", 0)
    hook = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
    async with serve(telegram) as served:
        programs = []
        for _ in range(count):
            balancer.ports.append(free_port())
            settings = {"KRINGLE_WEBHOOK_URL": hook, "KRINGLE_WEBHOOK_SECRET": SECRET, "KRINGLE_LOG": "warning",
                        "KRINGLE_LISTEN": f"127.0.0.1:{balancer.ports[-1]}"}  # fmt: skip
            programs.append(Program(folder, telegram, served.address, **settings))
        try:
            for program in programs:
                await program.start()
            await programs[0].rest()
            yield programs
        finally:
            for program in programs:
                await program.kill()
            server.close()


async def storm(folder: Path, updates: int, kills: int) -> str:
    """Sends `updates` while one of three workers is killed, `kills` times; returns the figures."""
    chance = random.Random(SEED)
    telegram = Telegram(Clock(), token=TOKEN, username="kringle_bot", name="Kringle", limits=False)
    crowd = Crowd(telegram, chance)
    async with workers(folder, telegram, chance, 3) as programs:
        done, share = 0, updates // kills
        for _ in range(kills):
            for _ in range(share):
                crowd.acts()
                done += 1
                if done % 10 == 0:
                    await asyncio.sleep(0.01)
            await at_work(telegram, chance.randrange(1, share))
            victim = chance.choice(programs)
            await victim.kill()
            await victim.start()
        await programs[0].rest(600)
        assert len(telegram.called("setWebhook")) == 1
        return judge(crowd, programs[0], kills)


async def test_a_few_kills_of_three(tmp_path: Path) -> None:
    print(await storm(tmp_path, 120, 3))


async def test_twenty_kills_of_three(tmp_path: Path) -> None:
    print(await storm(tmp_path, 2000, 20))


async def test_what_one_worker_had_another_takes_over_within_half_a_minute(tmp_path: Path) -> None:
    telegram = Telegram(Clock(), token=TOKEN, username="kringle_bot", name="Kringle", limits=False)
    anna = telegram.person("Anna", started=True)
    async with workers(tmp_path, telegram, random.Random(SEED), 2) as programs:
        anna.says("/pause 3")
        await until_told(anna, "for 3 days")
        holders = programs[0].query("SELECT DISTINCT holder FROM lease")
        assert len(holders) == 1
        for program in programs:  # one after the other, so the one that has the duties is among them
            before = len(told(anna))
            await program.kill()
            killed_at = time.monotonic()
            anna.says(f"/pause {4 + before}")
            await until_told(anna, f"for {4 + before} days")
            print(f"answered {time.monotonic() - killed_at:.1f} s after the kill")
            assert time.monotonic() - killed_at < 30
            await program.start()
            async with asyncio.timeout(60):
                while len(program.query(CONNECTED)) < len(programs):
                    await asyncio.sleep(0.1)
        assert len(telegram.called("setWebhook")) == 1
