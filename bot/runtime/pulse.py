"""Wakes the loops when there is work or when the clock was moved, and knows when Telegram last answered."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from bot.runtime.figures import Figures

Now = Callable[[], datetime]
LONGEST_REST = 3600.0


class Bell:
    """Wakes one loop. A ring before the wait is not lost."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self._news = False

    def ring(self) -> None:
        """There is something to look at."""
        self._news = True
        self._rung.set()

    def stir(self) -> None:
        """Wakes the loop, though there is nothing new."""
        self._rung.set()

    async def wait(self, seconds: float | None) -> bool:
        """Until the bell rings, or some seconds have passed; whether there is something new."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        self._rung.clear()
        news, self._news = self._news, False
        return news


class Pulse:
    """The bells of all loops, the clock that they read, the last exchange with Telegram in each direction, figures."""

    def __init__(self, now: Now) -> None:
        self.now = now
        self.figures = Figures()
        self.inbox = Bell()
        self.routing = Bell()
        self.outbox = Bell()
        self.others = Bell()  # the workers in other processes
        self._moved: set[asyncio.Event] = set()
        self._awake = False
        self.received_at: datetime | None = None
        self.sent_at: datetime | None = None
        self.failing_since: datetime | None = None  # since when Telegram has not answered to any message

    def ring(self) -> None:
        """Rows have changed: whoever works on rows looks at them. What came in is told by who keeps it."""
        self.heard()
        self.others.ring()

    def heard(self) -> None:
        """Another worker has changed rows; what came in is its own."""
        self.routing.ring()
        self.outbox.ring()

    def exchanged(self, *, answered: bool) -> None:
        """Telegram answered to a message, be it with a refusal; or it did not."""
        self.failing_since = None if answered else self.failing_since or self.now()

    def clock_moved(self) -> None:
        """The clock was moved: everybody who rests looks at it again."""
        self.ring()
        for event in self._moved:
            event.set()

    def wake(self) -> None:
        """The bot stops: nobody rests any longer."""
        self._awake = True
        self.clock_moved()

    async def rest(self, seconds: float) -> None:
        """Sleeps by the clock of the house, which may be moved meanwhile."""
        until = self.now() + timedelta(seconds=seconds)
        event = asyncio.Event()
        self._moved.add(event)
        try:
            while not self._awake and (left := (until - self.now()).total_seconds()) > 0:
                event.clear()
                try:
                    async with asyncio.timeout(min(left, LONGEST_REST)):
                        await event.wait()
                except TimeoutError:
                    continue
        finally:
            self._moved.discard(event)
