"""Writes down, counts and logs what became of a message. Never speaks to Telegram."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import storage.outbox
from bot.runtime.pulse import Pulse
from handlers.views.message import Words
from storage.address import DatabaseAway
from storage.database import Database, Transaction
from storage.outbox import Outgoing

log = logging.getLogger("bot.runtime.sending")  # whose lines these are to whoever reads the log

DATABASE_REST = 0.5  # seconds before what was done is noted again

Write = Callable[[Transaction], Awaitable[None]]


class Notes:
    """What the sender notes."""

    def __init__(self, database: Database, pulse: Pulse) -> None:
        self._database = database
        self._pulse = pulse

    async def sent(self, row: Outgoing, words: Words | None, message_id: int) -> None:
        """Telegram has taken a message; one that is kept up to date is found again."""
        now = self._pulse.now()
        self._pulse.sent_at = now
        self._pulse.exchanged(answered=True)
        self._pulse.figures.sent("sent")
        log.info("message %s (%s): sent", row.id, row.name)

        async def write(tx: Transaction) -> None:
            await storage.outbox.settle(tx, now, row.id, "sent")
            if row.slot is not None and words is not None:
                await storage.outbox.post(tx, now, row.slot, row.chat_id, message_id, words.digest())

        await self.patiently(write)

    async def patiently(self, write: Write) -> None:
        """Writes down what came of a message, however long the database is away: forgotten, it would be sent again."""
        while True:
            try:
                async with self._database.transaction() as tx:
                    await write(tx)
                return
            except DatabaseAway as error:
                log.debug("what came of a message is noted later: %s", error)
                await asyncio.sleep(DATABASE_REST)

    async def settled(self, row: Outgoing, state: str, error: str | None) -> None:
        """Nothing is sent."""
        self._pulse.figures.sent(state)
        log.info("message %s (%s): %s", row.id, row.name, state)
        async with self._database.transaction() as tx:
            await storage.outbox.settle(tx, self._pulse.now(), row.id, state, error)

    async def expired(self, row: Outgoing) -> None:
        """Nobody wants to hear it any more."""
        log.info("message %s (%s): %s", row.id, row.name, storage.outbox.EXPIRED)
        async with self._database.transaction() as tx:
            await storage.outbox.expire(tx, row.id)
