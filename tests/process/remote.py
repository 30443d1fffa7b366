"""A bot in a process of its own, as a test holds it: started, asked, told the clock, killed, started again."""

import asyncio
import atexit
import base64
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from bot.domain.signing import Signer
from bot.sandbox.clock import Clock
from bot.settings import Settings
from tests.databases import databases

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0


class Died(Exception):
    """The process is not there any more."""


class Nursery:
    """Forks bots. One for all of them: reading the program takes longer than most tests."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.process.nursery"], cwd=ROOT, text=True, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )  # fmt: skip

    def fork(self, order: dict[str, Any]) -> int:
        """The id of a new process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


@cache
def nursery() -> Nursery:
    """The nursery of this test run."""
    made = Nursery()
    atexit.register(made.close)
    return made


class Told:
    """The process looks at the clock by itself whenever it is asked something."""

    def clock_moved(self) -> None:
        return


@dataclass
class RemoteBot:
    """Has what a stage asks of a running bot. Raises Died when the process is gone."""

    nursery: Nursery
    settings: Settings
    clock: Clock
    folder: Path
    engine: bool = False
    pid: int = 0
    deaths: int = 0
    _lines: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    @property
    def log(self) -> str:
        path = self.folder / "bot.log"
        return path.read_text() if path.exists() else ""

    async def start(self, *, left: int = 0, after: bool = True) -> None:
        """A new process, which dies at the `left`-th commit from its start; 0 for never. Raises Died if it has."""
        secret = self.settings.token
        values = json.loads(self.settings.model_dump_json()) | {"token": secret.get_secret_value() if secret else None}
        control = f"{self.folder}/control"
        Path(control).unlink(missing_ok=True)
        self.pid = self.nursery.fork(
            {"settings": values, "now": self.clock.now().isoformat(), "control": control,
             "log": f"{self.folder}/bot.log", "left": left, "after": after, "engine": self.engine}
        )  # fmt: skip
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    self._lines = await asyncio.open_unix_connection(control)
                    return
                except OSError:
                    if not self.is_alive:
                        self.deaths += 1
                        raise Died from None
                    await asyncio.sleep(0.005)

    @property
    def is_alive(self) -> bool:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    async def gone(self) -> None:
        """Returns when the process is no more, and its lock with it."""
        if self._lines:
            self._lines[1].close()
            self._lines = None
        async with asyncio.timeout(PATIENCE):
            while self.is_alive:
                await asyncio.sleep(0.002)

    async def kill(self) -> None:
        """SIGKILL."""
        if self.pid and self.is_alive:
            os.kill(self.pid, signal.SIGKILL)
            await self.gone()

    async def stop(self) -> None:
        """SIGTERM, and the end of it."""
        os.kill(self.pid, signal.SIGTERM)
        await self.gone()

    async def ask(self, do: str, **more: Any) -> Any:
        if self._lines is None:
            raise Died
        reader, writer = self._lines
        try:
            writer.write(json.dumps({"do": do, "now": self.clock.now().isoformat(), **more}).encode() + b"\n")
            answer = await reader.readline()
        except OSError:
            answer = b""
        if not answer:
            await self.gone()
            self.deaths += 1
            raise Died
        return json.loads(answer)

    # What a stage asks for

    async def next_work_at(self) -> datetime | None:
        at = await self.ask("next")
        return datetime.fromisoformat(at) if at else None

    async def clock_moved(self) -> None:
        await self.ask("moved")

    @property
    def house(self) -> "RemoteBot":
        return self

    @property
    def signer(self) -> Signer:
        """Signs as the bot does."""
        rows = databases().query(self.settings.database_url, "SELECT value FROM secret WHERE name = 'signing'")
        return Signer(base64.b64decode(rows[0][0]))

    @property
    def pulse(self) -> "Told":
        return Told()

    async def arm(self, left: int, *, after: bool) -> None:
        """Dies at the `left`-th commit from now on; 0 for never."""
        await self.ask("arm", left=left, after=after)
