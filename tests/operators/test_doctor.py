"""`python -m bot doctor`: one line for each thing that is looked at, exit status 1 if anything is wrong."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bot.runtime.doctor import examine
from bot.sandbox.clock import Clock
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.server import serve
from bot.settings import load_settings
from storage.migrate import migrate, newest
from tests.journeys.stage import MORNING, TOKEN
from tests.process.program import run


def a_telegram(**more: Any) -> Telegram:
    return Telegram(Clock(MORNING, frozen=True), token=TOKEN, username="kringle_bot", **more)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with the newest schema."""
    migrate(f"sqlite+aiosqlite:///{tmp_path}/kringle.db")
    return tmp_path / "kringle.db"


async def findings(
    path: Path, capsys: pytest.CaptureFixture[str], telegram: Telegram | None = None, **more: Any
) -> tuple[int, list[str]]:
    async with serve(telegram or a_telegram()) as served:
        values = {"token": TOKEN, "api_url": served.address, "database_url": f"sqlite+aiosqlite:///{path}"} | more
        status = await examine(load_settings(**values))
    return status, capsys.readouterr().out.splitlines()


async def test_all_is_well(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, lines = await findings(path, capsys)
    assert status == 0
    assert lines == [
        "ok   settings: all can be used",
        f"ok   database: {path}, schema {newest()}",
        "ok   model: whole",
        "ok   token: @kringle_bot",
        "ok   webhook: none, updates are polled",
        "ok   group privacy: on",
        "ok   groups: may be joined",
    ]


async def only_fault(path: Path, capsys: pytest.CaptureFixture[str], *given: Telegram, **more: Any) -> str:
    status, lines = await findings(path, capsys, *given, **more)
    assert status == 1
    (bad,) = [line for line in lines if line.startswith("BAD")]
    return bad


async def test_without_a_token(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "token: missing; write to @BotFather" in await only_fault(path, capsys, token=None)


async def test_a_token_that_telegram_does_not_know(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = await only_fault(path, capsys, token="43:another-token")
    assert "Telegram does not know it" in told
    assert "another" not in told


async def test_a_telegram_that_is_not_there(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "cannot be reached" in await only_fault(path, capsys, api_url="http://127.0.0.1:9")


async def test_group_privacy_is_off(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "group privacy: off; turn it on" in await only_fault(path, capsys, a_telegram(privacy=False))


async def test_a_webhook_that_nobody_set(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = "https://example.com/hook"
    told = await only_fault(path, capsys, webhook_url=url, webhook_secret="s" * 16)
    assert told == f"BAD  webhook: Telegram has none, the settings say {url}; start the bot to set it"


async def test_a_webhook_that_fails(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    telegram = a_telegram()
    telegram.world.webhook.url = "https://example.com/hook"
    telegram.world.webhook.last_error = "Connection refused"
    telegram.world.webhook.last_error_date = int(MORNING.timestamp())
    told = await only_fault(path, capsys, telegram, webhook_url="https://example.com/hook", webhook_secret="s" * 16)
    assert "last try failed: Connection refused" in told


@pytest.mark.parametrize("revision", ["9999", "0001"])
async def test_another_schema(path: Path, capsys: pytest.CaptureFixture[str], revision: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [revision])
    connection.close()
    assert f"has schema {revision}, this program needs {newest()}" in await only_fault(path, capsys)


async def test_a_database_that_others_can_read(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.chmod(0o644)
    told = await only_fault(path, capsys)
    assert told == f"BAD  database: {path} can be read by others; chmod 600 {path}"


async def test_a_database_that_is_none(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_bytes(b"words, and not a database" * 100)
    assert "cannot be read" in await only_fault(path, capsys)


async def test_a_database_that_is_still_to_be_made(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.unlink()
    status, lines = await findings(path, capsys)
    assert status == 0
    assert f"ok   database: {path} will be made at the first start" in lines
    assert not path.exists()


def test_settings_that_cannot_be_used(tmp_path: Path) -> None:
    found = run(tmp_path, "doctor", KRINGLE_TICK="soon", KRINGLE_LOG="loud")
    assert found.returncode == 1
    lines = found.stdout.splitlines()
    assert sorted(line.partition(": ")[2].partition(":")[0] for line in lines) == ["KRINGLE_LOG", "KRINGLE_TICK"]
    assert all(line.startswith("BAD  settings: ") for line in lines)
