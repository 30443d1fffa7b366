"""Starts bots quickly for tests: reads the program once, then forks a real process for every line of standard input.

A line is a JSON object; the answer is the process id. Such a bot is `bot.app` as `python -m bot run` starts it, with
a clock that the test tells, and it can be told to die, by SIGKILL, right before or right after one of its commits.
"""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.app import Kringle, running
from bot.domain.routing import Because, Fit, Reach, Router, Routing, Statement, Understanding
from bot.matching import load_engine
from bot.runtime.logs import set_up
from bot.runtime.telegram import tls
from bot.settings import load_settings
from storage.database import Database, Transaction


class WordRouter:
    """Whoever shares a long word with the ask. Quick to start, and the same every time."""

    def route(self, text: str, members: Sequence[Statement]) -> Routing:
        wanted = set(re.findall(r"\w{6,}", text.lower()))
        fits = []
        for one in members:
            shared = sorted(wanted & set(re.findall(r"\w{6,}", f"{one.what_i_do} {one.perfect_client}".lower())))
            if shared:
                fits.append(Fit(one.member, 0.9, (Because(shared[0], shared[0]),)))
        return Routing(tuple(fits), tuple(fits), True)

    def why(self, text: str, statement: Statement) -> Fit:
        fits = self.route(text, [statement]).routed
        return fits[0] if fits else Fit(statement.member, 0.0, ())

    def understand(self, _statement: Statement, _others: Sequence[Statement] = ()) -> Understanding:
        return Understanding((), None, Reach.CLEAR, None)

    def examples_of_trade(self, _statement: Statement) -> tuple[str, ...]:
        return ()

    def suggest_sentence(self, _statement: Statement, _asks: Sequence[str], *, against: bool = False) -> None:
        return


class ToldClock:
    """Stands at the instant that the test told last."""

    def __init__(self, now: str) -> None:
        self._now = datetime.fromisoformat(now)

    def now(self) -> datetime:
        return self._now

    def told(self, now: str) -> bool:
        """Moves on; whether it did."""
        before, self._now = self._now, max(self._now, datetime.fromisoformat(now))
        return self._now > before


class Death:
    """Kills this process at a commit: the `left`-th from now on."""

    def __init__(self) -> None:
        self.left = 0
        self.after = True

    def arm(self, left: int, *, after: bool) -> None:
        self.left, self.after = left, after

    def watch(self) -> None:
        """From now on every commit of this process is counted."""
        real = Database.transaction
        death = self

        @asynccontextmanager
        async def transaction(database: Database) -> AsyncIterator[Transaction]:
            mine = False
            async with real(database) as tx:
                yield tx
                death.left -= 1
                mine = death.left == 0
                if mine and not death.after:
                    os.kill(os.getpid(), signal.SIGKILL)
            if mine:
                os.kill(os.getpid(), signal.SIGKILL)

        Database.transaction = transaction  # type: ignore[method-assign]


class Control:
    """What a test can ask of the process: lines of JSON over a socket."""

    def __init__(self, kringle: Kringle, clock: ToldClock, death: Death) -> None:
        self._kringle, self._clock, self._death = kringle, clock, death
        self.stop = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            asked = json.loads(line)
            if self._clock.told(asked["now"]):
                self._kringle.pulse.clock_moved()
            writer.write(json.dumps(await self._do(asked)).encode() + b"\n")
        writer.close()

    async def _do(self, asked: dict[str, Any]) -> str | None:
        match asked["do"]:
            case "next":
                at = await self._kringle.next_work_at()
                return at.isoformat() if at else None
            case "moved":
                await self._kringle.clock_moved()
            case "arm":
                self._death.arm(asked["left"], after=asked["after"])
            case "stop":
                self.stop.set()
        return None


async def live(order: dict[str, Any], death: Death) -> None:
    """One bot, from its start to its end."""
    clock = ToldClock(order["now"])
    router: Router = load_engine() if order["engine"] else WordRouter()
    async with running(load_settings(**order["settings"]), now=clock.now, router=router) as kringle:
        control = Control(kringle, clock, death)
        server = await asyncio.start_unix_server(control.serve, order["control"])
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, control.stop.set)
        await control.stop.wait()
        server.close()


def child(order: dict[str, Any]) -> None:
    """What a forked process does; never returns."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 2)
    Path(order["control"]).unlink(missing_ok=True)
    set_up("info")
    death = Death()
    death.arm(order["left"], after=order["after"])
    death.watch()
    status = 1
    try:
        asyncio.run(live(order, death))
        status = 0
    except Exception as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
    finally:
        sys.stderr.flush()
        os._exit(status)


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead leave nothing behind
    tls()
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            sys.stdin.close()
            child(order)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
