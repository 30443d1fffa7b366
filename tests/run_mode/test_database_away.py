"""PostgreSQL is started anew, or cuts every connection, while people go on writing: the worker stays, nothing is lost,
nothing happens twice, and nobody waits for long."""

import asyncio
import random
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from tests.crash.test_kill_at_random import SEED, Crowd, at_work, judge
from tests.crash.test_three_workers import workers
from tests.databases import Cluster, databases
from tests.process.program import TOKEN, Program
from tests.run_mode.test_program import free_port, started, until_told

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]
PASSWORD = "a-password-of-this-test"
SOON = 20.0  # seconds, on a busy machine
UPDATES = 20  # between two faults


class Place:
    """The database of a test, with a password in its address, and what happens to it."""

    def __init__(self, folder: Path) -> None:
        cluster = databases()
        assert isinstance(cluster, Cluster)
        self.cluster = cluster
        self.url = cluster.address(folder).replace("kringle@", f"kringle:{PASSWORD}@")
        self.port = free_port()

    def settings(self) -> dict[str, str]:
        return {"DATABASE_URL": self.url, "KRINGLE_HEALTH": f"127.0.0.1:{self.port}"}

    async def health(self, client: httpx.AsyncClient) -> tuple[int, Any]:
        answer = await client.get(f"http://127.0.0.1:{self.port}/health")
        return answer.status_code, answer.json()


def crowd_of(program: Program) -> Crowd:
    return Crowd(program.telegram, random.Random(SEED), people=40, groups=30)


def some_act(crowd: Crowd) -> None:
    for _ in range(UPDATES):
        crowd.acts()


async def answered(program: Program, crowd: Crowd) -> float:
    """Until somebody new is answered; how many seconds that took."""
    began = time.monotonic()
    person = program.telegram.person(f"Late {crowd.number}", started=True)
    person.says("/help")
    await until_told(person, "Kringle")
    print(f"answered {time.monotonic() - began:.1f} s later")
    return time.monotonic() - began


async def test_postgresql_that_is_started_anew_is_waited_for(tmp_path: Path) -> None:
    place = Place(tmp_path)
    async with started(tmp_path, **place.settings()) as program, httpx.AsyncClient() as client:
        crowd = crowd_of(program)
        for _ in range(2):
            some_act(crowd)
            await at_work(program.telegram, UPDATES // 4)
            await asyncio.to_thread(place.cluster.stop)
            try:
                assert await place.health(client) == (503, {"ok": False, "database": False})
                assert (await client.get(f"http://127.0.0.1:{place.port}/metrics")).status_code == 503
                await asyncio.sleep(1.5)
            finally:
                place.cluster.start()
            assert await answered(program, crowd) < SOON
            assert (await place.health(client))[0] == 200
        await all_is_well(program, crowd)


async def test_connections_that_are_cut_are_made_anew(tmp_path: Path) -> None:
    place = Place(tmp_path)
    async with started(tmp_path, **place.settings()) as program, httpx.AsyncClient() as client:
        crowd = crowd_of(program)
        for number in range(5):
            some_act(crowd)
            await at_work(program.telegram, number + 1)
            await asyncio.to_thread(place.cluster.cut, place.url)
        assert await answered(program, crowd) < SOON
        assert (await place.health(client))[0] == 200
        await all_is_well(program, crowd)


async def test_three_workers_outlive_a_restart_and_cuts(tmp_path: Path) -> None:
    place, chance = Place(tmp_path), random.Random(SEED)
    telegram = Telegram(Clock(), token=TOKEN, username="kringle_bot", name="Kringle", limits=False)
    crowd = Crowd(telegram, chance, people=40, groups=30)
    async with workers(tmp_path, telegram, chance, 3) as programs:
        some_act(crowd)
        await at_work(telegram, UPDATES // 4)
        await asyncio.to_thread(place.cluster.stop)
        some_act(crowd)  # nobody takes these in until it is back
        await asyncio.sleep(1.5)
        place.cluster.start()
        for number in range(3):
            some_act(crowd)
            await at_work(telegram, number + 1)
            await asyncio.to_thread(place.cluster.cut, place.url)
        await programs[0].rest(120)
        print(judge(crowd, programs[0], 0))
        assert [one.process.returncode for one in programs if one.process] == [None] * 3
        assert len(telegram.called("setWebhook")) == 1


async def all_is_well(program: Program, crowd: Crowd) -> None:
    """The same process has done everything once, and its log tells that the database was away: not with what password,
    nor of any fault of ours."""
    await program.rest(120)
    figures = judge(crowd, program, 0)
    assert figures.endswith("sent twice 0"), figures
    assert program.process is not None
    assert program.process.returncode is None
    log = program.log.read_text()
    assert "the database does not answer" in log
    assert PASSWORD not in log
    assert [line for line in log.splitlines() if '"critical"' in line or '"trace"' in line] == []
