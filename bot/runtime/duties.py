"""What only one of several equal workers may do at a time: each duty belongs to whoever holds its lease.

1. A lease is prolonged three times before it ends. Whoever cannot prolong it puts the duty down before others may take
   it up; a worker that is killed loses it as soon as the database notices, and after its end in any case.
2. Updates that this worker has claimed are prolonged with it.
3. A worker whose connections were cut looks whether its duties are its own still as soon as it can.
4. Between workers a ring is passed on through the database, so that a duty is done at once wherever it is.

Time is that of the database and of this machine, never the clock that a test moves.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Coroutine, Iterable, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any

import storage.inbox
import storage.lease
from bot.runtime.pulse import Pulse
from storage.database import Database

log = logging.getLogger(__name__)

RENEWALS = 3  # in the time of a lease
STOP_LIMIT = 2.0  # seconds that the work of a duty has to finish by itself
BREAK_LIMIT = 0.4  # seconds that it then has to note where it was broken off, before the database is closed
PAUSE = 0.02  # seconds between two rings that are passed on

Loop = Callable[[], Coroutine[Any, Any, object]]


class Duties:
    """The duties of one worker: which it has, and their work while it has them."""

    def __init__(
        self, database: Database, span: timedelta, work: Mapping[str, Loop], claimed: Callable[[], Collection[int]]
    ) -> None:
        self._database = database
        self._span = span
        self._work = work
        self._claimed = claimed
        self._tasks: dict[str, asyncio.Task[object]] = {}
        self._ends_at = 0.0
        self._doubts = asyncio.Event()

    def doubt(self) -> None:
        """Others may think that this worker is gone, since its connection was cut: it looks at once."""
        self._doubts.set()

    def has(self, name: str) -> bool:
        """Whether a duty is this worker's."""
        return name in self._tasks

    async def run(self) -> None:
        """Works until cancelled; then every duty is free for others."""
        try:
            while True:
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._span.total_seconds() / RENEWALS):
                        await self._doubts.wait()
                self._doubts.clear()
                await self.look()
        finally:
            await self._put_down(tuple(self._tasks))
            if self._database.is_shared:
                await self._release()

    async def look(self) -> None:
        """Prolongs what this worker has, and takes up what is free; of a file, everything is."""
        if not self._database.is_shared:
            self._take_up(self._work)
            return
        began = time.monotonic()
        try:
            async with asyncio.timeout(self._span.total_seconds() / RENEWALS), self._database.noting() as tx:
                held = {name for name in self._work if await storage.lease.hold(tx, name, self._name, self._span)}
                await storage.inbox.prolong(tx, self._claimed(), self._name, self._span)
        except Exception as error:
            log.warning("the leases could not be prolonged: %s", type(error).__name__)
            if time.monotonic() + self._span.total_seconds() / RENEWALS > self._ends_at:
                await self._put_down(tuple(self._tasks))
            return
        self._ends_at = began + self._span.total_seconds()
        await self._put_down([name for name in self._tasks if name not in held])
        self._take_up(held)

    def _take_up(self, names: Iterable[str]) -> None:
        for name in names:
            if name not in self._tasks:
                log.info("this worker has a duty now: %s", name)
                self._tasks[name] = asyncio.create_task(self._work[name]())

    @property
    def _name(self) -> str:
        return self._database.worker

    async def _put_down(self, names: Collection[str]) -> None:
        await put_down([self._tasks.pop(name) for name in names], STOP_LIMIT, BREAK_LIMIT)

    async def _release(self) -> None:
        try:
            async with asyncio.timeout(STOP_LIMIT), self._database.noting() as tx:
                await storage.lease.release(tx, self._name)
        except Exception as error:  # they end by themselves
            log.warning("the leases could not be released: %s", type(error).__name__)


async def put_down(tasks: Iterable[asyncio.Task[Any]], *limits: float) -> None:
    """Cancels work, and again what has not come to its end after each limit, in seconds."""
    left = set(tasks)
    for limit in limits:
        for task in left:
            task.cancel()
        if left:
            _, left = await asyncio.wait(left, timeout=limit)


async def listen(database: Database, pulse: Pulse, duties: Duties) -> None:
    """Hears what other workers tell, until cancelled or the connection is lost."""
    try:
        await database.listen(pulse.heard)
    finally:
        duties.doubt()


async def pass_on(database: Database, pulse: Pulse) -> None:
    """Tells the other workers that rows have changed, until cancelled."""
    while True:
        await pulse.others.wait(None)
        await database.ring_others()
        await asyncio.sleep(PAUSE)
