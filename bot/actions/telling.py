"""Puts facts in the outbox for one member, or for the group of a circle, where they can be reached."""

from datetime import datetime

import storage.circle
import storage.member
import storage.outbox
from bot.domain.circle import CircleState
from bot.domain.facts import Fact, Note, Priority, Value
from storage.database import Transaction


async def tell(
    tx: Transaction,
    now: datetime,
    person: int | None,
    fact: Fact,
    *,
    key: str | None = None,
    expires_at: datetime | None = None,
    priority: Priority | None = None,
) -> bool:
    """Tells a member in private; false when there is nobody to reach: a guest, or somebody who blocked the bot."""
    if person is None or not await storage.member.is_reachable(tx, person):
        return False
    await storage.outbox.put(tx, now, person, fact, key=key, expires_at=expires_at, priority=priority)
    return True


async def note(tx: Transaction, now: datetime, person: int | None, key: str, **values: Value) -> bool:
    """Tells a member one sentence in private."""
    return await tell(tx, now, person, Note(key, values))


async def show(
    tx: Transaction,
    now: datetime,
    circle_id: int,
    fact: Fact,
    *,
    key: str | None = None,
    reply_to: int | None = None,
    thread_id: int | None = None,
) -> bool:
    """Shows something to the whole group; false while the bot is not in it."""
    circle = await storage.circle.get(tx, circle_id)
    if circle is None or circle.state is not CircleState.ACTIVE:
        return False
    await storage.outbox.put(tx, now, circle.chat_id, fact, key=key, reply_to=reply_to, thread_id=thread_id)
    return True
