"""`python -m bot run` as an operator starts it, against a look-alike in another process than its own."""

import asyncio
import json
import socket
import sqlite3
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.sandbox.api.faults import Answer
from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve
from tests.databases import databases, on_postgresql
from tests.overheard import OVERHEARD
from tests.process.program import TOKEN, Program, run

ASK = "/need a bookkeeper for a small bakery"
SECRET = "a-secret-of-this-test"
QUICK = {"KRINGLE_WAVE_WAIT": "2s", "KRINGLE_TICK": "1s", "KRINGLE_FOLLOW_UP": "2s", "KRINGLE_EXPIRY": "6s"}
SECOND = "SELECT count(*) FROM member"


@asynccontextmanager
async def started(folder: Path, **more: str) -> AsyncIterator[Program]:
    """The program at work, and its end."""
    telegram = Telegram(Clock(), token=TOKEN, username="kringle_bot", name="Kringle", limits=False)
    async with serve(telegram) as served:
        program = Program(folder, telegram, served.address, KRINGLE_LOG="debug", **more)
        await program.start()
        try:
            await program.rest()
            yield program
        finally:
            await program.kill()
        OVERHEARD.search(telegram, program.log)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def circle_of(program: Program) -> tuple[Any, Any, Any]:
    """Anna and Ben in a circle; Ben is a bookkeeper for bakeries."""
    telegram = program.telegram
    anna, ben = telegram.person("Anna"), telegram.person("Ben")
    group = telegram.group("Harbour", creator=anna, members=[ben])
    group.add_bot(by=anna)
    await program.rest()
    for person in (anna, ben):
        person.taps("Join this circle", chat=group)
        await program.rest()
    ben.says("Bookkeeper for small food businesses.")
    await program.rest()
    ben.says("Owner-run bakeries and cafés that need a bookkeeper for the monthly books.")
    await program.rest()
    return anna, ben, group


def told(person: Any) -> list[str]:
    return [message.text for message in person.chat if message.sender_id != person.id]


async def until_told(person: Any, words: str, patience: float = 40.0) -> None:
    async with asyncio.timeout(patience):
        while not any(words in text for text in told(person)):
            await asyncio.sleep(0.05)


async def test_from_the_ask_to_the_follow_up(tmp_path: Path) -> None:
    async with started(tmp_path, **QUICK | {"KRINGLE_EXPIRY": "72h"}) as program:
        anna, ben, group = await circle_of(program)
        anna.says(ASK, chat=group)
        await program.rest()
        press = ben.taps("I can help")
        await program.rest()
        answer = await press.answered()
        assert answer is not None
        assert any("Ben" in text for text in told(anna)[-1:])
        assert "Introduced" in group.messages[-1].text
        if not 21 <= Clock().now().hour < 24 and Clock().now().hour >= 8:  # follow-ups keep the quiet hours
            await until_told(anna, "Did you talk?")
        assert await program.stop() == 0
    log = program.log.read_text()
    lines = [json.loads(line) for line in log.splitlines()]
    assert lines
    assert all({"time", "level", "logger", "message"} <= set(line) for line in lines)
    assert TOKEN not in log
    assert TOKEN.partition(":")[2] not in log
    if not on_postgresql():
        assert stat.S_IMODE((tmp_path / "kringle.db").stat().st_mode) == 0o600


@pytest.mark.slow
async def test_an_ask_that_nobody_takes_expires(tmp_path: Path) -> None:
    async with started(tmp_path, **QUICK) as program:
        anna, _, group = await circle_of(program)
        anna.says(ASK, chat=group)
        await until_told(anna, "Nobody was found in time")


@pytest.mark.slow
async def test_a_stop_is_quick_and_loses_nothing(tmp_path: Path) -> None:
    async with started(tmp_path) as program:
        people = [program.telegram.person(f"P{number}", started=True) for number in range(30)]
        for person in people:
            person.says("/pause 3")
        await asyncio.sleep(0.3)
        began = asyncio.get_running_loop().time()
        assert await program.stop() == 0
        assert asyncio.get_running_loop().time() - began < 5
        for person in people:
            person.says("/pause 4")
        await program.start()
        await program.rest()
        for person in people:
            assert [text.split(" for ")[1] for text in told(person)] == ["3 days.", "4 days."]


@pytest.mark.sqlite
async def test_a_second_process_is_refused(tmp_path: Path) -> None:
    async with started(tmp_path) as program:
        address = program.environment["TELEGRAM_API_URL"]
        second = await asyncio.to_thread(run, tmp_path, "run", address=address)
        assert second.returncode == 1
        assert "another Kringle is running on this database" in second.stderr
        assert len(second.stderr.splitlines()) == 1


@pytest.mark.slow
@pytest.mark.sqlite
async def test_a_live_backup_reads_back(tmp_path: Path) -> None:
    async with started(tmp_path) as program:
        await circle_of(program)
        made = await asyncio.to_thread(run, tmp_path, "backup", "copy.db")
        assert made.returncode == 0, made.stderr
        assert program.query(SECOND) == [(2,)]
    copy = sqlite3.connect(tmp_path / "copy.db")
    assert copy.execute(SECOND).fetchall() == [(2,)]
    assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    copy.close()
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


@pytest.mark.slow
@pytest.mark.sqlite
async def test_a_backup_that_is_put_back_is_where_the_bot_goes_on(tmp_path: Path) -> None:
    async with started(tmp_path) as program:
        _, ben, _ = await circle_of(program)
        assert (await asyncio.to_thread(run, tmp_path, "backup", "copy.db")).returncode == 0
        ben.says("/forget")
        await program.rest()
        ben.taps("Delete everything")
        await program.rest()
        assert program.query(SECOND) == [(1,)]
        assert await program.stop() == 0
        for left in tmp_path.glob("kringle.db*"):
            left.unlink()
        (tmp_path / "copy.db").rename(tmp_path / "kringle.db")
        await program.start()
        await program.rest()
        ben.says("/profile")
        await program.rest()
        assert "Bookkeeper for small food businesses." in told(ben)[-1]
        assert await program.stop() == 0
    assert stat.S_IMODE((tmp_path / "kringle.db").stat().st_mode) == 0o600


async def test_health_while_polling(tmp_path: Path) -> None:
    port = free_port()
    async with started(tmp_path, KRINGLE_HEALTH=f"127.0.0.1:{port}") as program, httpx.AsyncClient() as client:
        program.telegram.person("Anna", started=True).says("/help")
        await program.rest()
        answer = await client.get(f"http://127.0.0.1:{port}/health")
        assert answer.status_code == 200
        assert answer.json()["ok"] is True
        assert (await client.post(f"http://127.0.0.1:{port}/health")).status_code == 405
        figures = (await client.get(f"http://127.0.0.1:{port}/metrics")).text
        assert "kringle_inbox_waiting 0.0" in figures
        assert 'kringle_updates_total{kind="message",result="handled"} 1.0' in figures
        assert 'kringle_last_exchange_timestamp_seconds{direction="received"}' in figures


def test_without_a_token(tmp_path: Path) -> None:
    found = run(tmp_path, "run")
    assert found.returncode == 2
    assert len(found.stderr.splitlines()) == 2
    assert "BotFather" in found.stderr
    assert "python -m bot sandbox" in found.stderr


def test_wrong_settings_are_all_named_at_once(tmp_path: Path) -> None:
    wrong = {"TELEGRAM_BOT_TOKEN": "words", "KRINGLE_WAVE_WAIT": "soon", "KRINGLE_TIMEZONE": "Mars/Base",
             "KRINGLE_LOG": "loud"}  # fmt: skip
    found = run(tmp_path, "run", **wrong)
    assert found.returncode == 2
    for name in wrong:
        assert name in found.stderr
    assert len(found.stderr.splitlines()) == len(wrong)


@pytest.mark.slow
def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    url = databases().address(tmp_path)
    databases().make_bare(url)
    assert run(tmp_path, "migrate").returncode == 0
    databases().query(url, "UPDATE alembic_version SET version_num = '9999'")
    for command in ("migrate", "run"):
        found = run(tmp_path, command, address="http://127.0.0.1:1")
        assert found.returncode == 1
        assert "newer than this program" in found.stderr
        assert "Traceback" not in found.stderr


@pytest.mark.slow
async def test_a_token_that_telegram_does_not_know(tmp_path: Path) -> None:
    databases().make(databases().address(tmp_path))
    telegram = Telegram(Clock(), token="43:another-token")
    async with serve(telegram) as served:
        found = await asyncio.to_thread(run, tmp_path, "run", address=served.address)
    assert found.returncode == 1
    assert "does not know this token" in found.stderr
    assert TOKEN not in found.stderr


@pytest.mark.slow
async def test_a_telegram_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    telegram = Telegram(Clock(), token=TOKEN, username="kringle_bot", limits=False)
    telegram.faults.add("getMe", Answer(502, "Bad Gateway"), times=2)
    async with serve(telegram) as served:
        program = Program(tmp_path, telegram, served.address)
        await program.start()
        try:
            anna = telegram.person("Anna", started=True)
            anna.says("/help")
            await until_told(anna, "Kringle")
        finally:
            await program.kill()


async def test_by_webhook(tmp_path: Path) -> None:
    port = free_port()
    hook = f"http://127.0.0.1:{port}/hook"
    settings = {"KRINGLE_WEBHOOK_URL": hook, "KRINGLE_WEBHOOK_SECRET": SECRET, "KRINGLE_LISTEN": f"127.0.0.1:{port}"}
    async with started(tmp_path, **settings) as program, httpx.AsyncClient() as client:
        anna, ben, group = await circle_of(program)
        anna.says(ASK, chat=group)
        await program.rest()
        ben.taps("I can help")
        await program.rest()
        assert "Introduced" in group.messages[-1].text

        async def post(body: bytes, secret: str = SECRET) -> int:
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
            return (await client.post(hook, content=body, headers=headers)).status_code

        update = {"update_id": 900_000_001, "message": {"message_id": 77, "date": 0, "text": "/help",
                  "chat": {"id": anna.id, "type": "private", "first_name": "Anna"},
                  "from": {"id": anna.id, "is_bot": False, "first_name": "Anna"},
                  "entities": [{"type": "bot_command", "offset": 0, "length": 5}]}}  # fmt: skip
        body = json.dumps(update).encode()
        before = len(told(anna))
        assert await post(body) == 200
        assert await post(body) == 200  # delivered twice, answered once
        await program.rest()
        assert len(told(anna)) == before + 1
        assert await post(body, "wrong") == 403
        assert await post(b"x" * 1_100_000) == 413
        for garbage in (b"", b"{", b"[]", b"{}", b'{"update_id": "1"}', b'{"update_id": true}', b"[" * 100_000):
            assert await post(garbage) == 400
        assert await post(b'{"update_id": %d}' % 2**70) == 400
        assert await post(b'{"update_id": 900000002, "message": 5}') == 200
        await program.rest()
        assert (await client.get(f"http://127.0.0.1:{port}/health")).status_code == 200
        assert (await client.post(f"http://127.0.0.1:{port}/other")).status_code == 404
