"""`python -m bot …` as an operator starts it, held by a test."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.sandbox.telegram import Telegram
from tests.databases import Unreadable, databases, on_postgresql

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
TOKEN = "42:sandbox-token"


def environment(folder: Path, address: str | None, **more: str) -> dict[str, str]:
    """A clean environment for the program."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    found = kept | {"DATABASE_URL": databases().address(folder), "PYTHONPATH": str(ROOT)}
    if address is not None:
        found |= {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": address}
    return found | more


def run(folder: Path, *words: str, address: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """A command that ends by itself."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words], cwd=folder, env=environment(folder, address, **more),
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


class Program:
    """`python -m bot run`."""

    def __init__(self, folder: Path, telegram: Telegram, address: str, **more: str) -> None:
        self.folder = folder
        self.telegram = telegram
        self.environment = environment(folder, address, **more)
        self.log = folder / "stderr.log"
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """A new process; its log goes on in the same file."""
        if on_postgresql():
            databases().make(self.environment["DATABASE_URL"])
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=self.folder, env=self.environment, stdout=log, stderr=log
            )

    async def ended(self) -> int:
        assert self.process
        return await asyncio.wait_for(self.process.wait(), PATIENCE)

    async def kill(self) -> None:
        """kill -9."""
        if self.process and self.process.returncode is None:
            self.process.send_signal(signal.SIGKILL)
            await self.ended()

    async def stop(self) -> int:
        """SIGTERM; the exit status."""
        assert self.process
        self.process.send_signal(signal.SIGTERM)
        return await self.ended()

    def query(self, words: str, *values: Any) -> list[Any]:
        """Rows of the live database."""
        return databases().query(self.environment["DATABASE_URL"], words, *values)

    def is_at_rest(self) -> bool:
        """Whether nothing waits at Telegram, in the ledgers, or to be matched."""
        if self.telegram.pending():
            return False
        waiting = (
            "SELECT (SELECT count(*) FROM inbox WHERE state = 'new')"
            " + (SELECT count(*) FROM outbox WHERE state = 'due')"
            " + (SELECT count(*) FROM referral WHERE state = 'routing')"
        )
        try:
            begun = self.query("SELECT count(*) FROM secret")[0][0]
            return bool(begun and self.query(waiting)[0][0] == 0)
        except Unreadable:  # not there yet
            return False

    async def rest(self, patience: float = PATIENCE) -> None:
        """Until nothing is left to do."""
        async with asyncio.timeout(patience):
            while not self.is_at_rest():
                assert self.process is None or self.process.returncode is None, self.log.read_text()[-2000:]
                await asyncio.sleep(0.05)
