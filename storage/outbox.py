"""The ledger of what must be said: facts for one chat each, and where a message that is kept up to date stands."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, exists, func, insert, or_, select, update

from bot.domain.facts import Fact, read_fact, write_fact
from storage.database import Transaction
from storage.tables import outbox, posted
from storage.tracing import UPDATE


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A fact due to be told to a chat."""

    id: int
    chat_id: int
    thread_id: int | None
    reply_to: int | None
    slot: str | None
    name: str
    values: dict[str, object]
    priority: int
    attempts: int
    not_before: datetime | None
    expires_at: datetime | None
    update_id: int | None  # of Telegram, which this is told because of

    def fact(self) -> Fact:
        """The fact. Raises KeyError or TypeError when this version does not know it."""
        return read_fact(self.name, self.values)


@dataclass(frozen=True, slots=True)
class Posted:
    """A message that is kept up to date."""

    chat_id: int
    message_id: int
    digest: str


async def put(
    tx: Transaction,
    now: datetime,
    chat_id: int,
    fact: Fact,
    *,
    key: str | None = None,
    reply_to: int | None = None,
    thread_id: int | None = None,
    expires_at: datetime | None = None,
) -> None:
    """Adds a fact, unless one with its key was ever added.

    A fact due for the same slot gives way to it: that one may be on its way to Telegram at this moment, made from rows
    that have changed since, and what it showed must then be brought up to date.
    """
    if key is not None and (await tx.execute(select(outbox.c.id).where(outbox.c.key == key))).first():
        return
    name, values = write_fact(fact)
    row = {
        "key": key,
        "chat_id": chat_id,
        "thread_id": thread_id,
        "reply_to": reply_to,
        "slot": fact.slot,
        "fact": name,
        "facts": values,
        "priority": int(fact.priority),
        "state": "due",
        "expires_at": expires_at,
        "created_at": now,
        "update_id": UPDATE.get(),
    }
    if fact.slot is None:
        await tx.execute(insert(outbox).values(**row))
        return
    same = (outbox.c.slot == fact.slot) & (outbox.c.state == "due")
    carried = (outbox.c.key, outbox.c.expires_at, outbox.c.not_before, outbox.c.attempts)
    before = (await tx.execute(select(outbox.c.id, *carried).where(same))).first()
    added = await tx.execute(insert(outbox).values(**row).returning(outbox.c.id))
    if before is not None:  # only now, so that the new row cannot get the number of the old one
        await tx.execute(delete(outbox).where(outbox.c.id == before.id))
        kept = {"key": key or before.key, "expires_at": expires_at or before.expires_at}
        kept |= {"not_before": before.not_before, "attempts": before.attempts}
        await tx.execute(update(outbox).where(outbox.c.id == added.scalar_one()).values(**kept))


async def due(tx: Transaction, now: datetime, limit: int) -> list[Outgoing]:
    """The first fact not told yet of each chat, unless it must wait: the more urgent first, then the older.

    Only the first of a chat, so that a chat with very many, or one that must wait, never fills the `limit`.
    """
    earlier = outbox.alias("earlier")
    first = and_(earlier.c.state == "due", earlier.c.chat_id == outbox.c.chat_id,
                 or_(earlier.c.priority < outbox.c.priority,
                     and_(earlier.c.priority == outbox.c.priority, earlier.c.id < outbox.c.id)))  # fmt: skip
    query = select(
        outbox.c.id,
        outbox.c.chat_id,
        outbox.c.thread_id,
        outbox.c.reply_to,
        outbox.c.slot,
        outbox.c.fact.label("name"),
        outbox.c.facts.label("values"),
        outbox.c.priority,
        outbox.c.attempts,
        outbox.c.not_before,
        outbox.c.expires_at,
        outbox.c.update_id,
    ).where(
        outbox.c.state == "due",
        or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now),
        ~exists().where(first),
    )
    rows = await tx.execute(query.order_by(outbox.c.priority, outbox.c.id).limit(limit))
    return [Outgoing(**row._mapping) for row in rows]


async def next_ripe_at(tx: Transaction, now: datetime) -> datetime | None:
    """When the first of the facts that must wait may be told; None when none waits."""
    query = select(func.min(outbox.c.not_before)).where(outbox.c.state == "due", outbox.c.not_before > now)
    found: datetime | None = (await tx.execute(query)).scalar()
    return found


async def settle(tx: Transaction, now: datetime, row: int, state: str, error: str | None = None) -> None:
    """Marks a fact as `sent`, `dropped` (nothing to say any more) or `dead` (cannot be said), and empties it."""
    values: dict[str, object] = {
        "state": state,
        "sent_at": now if state == "sent" else None,
        "error": error,
        "facts": {},
    }
    await tx.execute(update(outbox).where(outbox.c.id == row).values(**values))


async def postpone(tx: Transaction, row: int, not_before: datetime, error: str) -> None:
    """Notes a failed try and when to try again."""
    values = {"not_before": not_before, "attempts": outbox.c.attempts + 1, "error": error[:500]}
    await tx.execute(update(outbox).where(outbox.c.id == row).values(**values))


async def get_posted(tx: Transaction, slot: str) -> Posted | None:
    """The message that shows a slot."""
    query = select(posted.c.chat_id, posted.c.message_id, posted.c.digest).where(posted.c.slot == slot)
    row = (await tx.execute(query)).first()
    return Posted(**row._mapping) if row else None


async def slot_of(tx: Transaction, chat_id: int, message_id: int) -> str | None:
    """What a message of ours shows, if it is one that is kept up to date."""
    query = select(posted.c.slot).where(posted.c.chat_id == chat_id, posted.c.message_id == message_id)
    return (await tx.execute(query)).scalar()


async def post(tx: Transaction, now: datetime, slot: str, chat_id: int, message_id: int, digest: str) -> None:
    """Notes which message shows a slot now, and what it shows."""
    await tx.execute(delete(posted).where(posted.c.slot == slot))
    values = {"slot": slot, "chat_id": chat_id, "message_id": message_id, "digest": digest, "posted_at": now}
    await tx.execute(insert(posted).values(**values))


async def unpost(tx: Transaction, slot: str) -> None:
    """Forgets the message of a slot, because it is gone: the next one is sent anew."""
    await tx.execute(delete(posted).where(posted.c.slot == slot))


async def drop_for(tx: Transaction, now: datetime, chat_id: int, error: str) -> None:
    """Drops everything due to a chat that cannot be written to."""
    rule = (outbox.c.chat_id == chat_id, outbox.c.state == "due")
    await tx.execute(update(outbox).where(*rule).values(state="dropped", error=error, facts={}))


async def erase_naming(tx: Transaction, person: int, name: str) -> None:
    """Deletes the notes due to others that name a person."""
    query = select(outbox.c.id, outbox.c.facts).where(outbox.c.state == "due", outbox.c.fact == "Note")
    for row in (await tx.execute(query)).all():
        if {person, name} & set(dict(row.facts.get("values", {})).values()):
            await tx.execute(delete(outbox).where(outbox.c.id == row.id))


async def count_due(tx: Transaction) -> int:
    """How many facts have not been told yet."""
    query = select(func.count()).select_from(outbox).where(outbox.c.state == "due")
    return int((await tx.execute(query)).scalar_one())


async def sweep(tx: Transaction, now: datetime, keep: timedelta) -> int:
    """Deletes what was told or dropped longer ago than `keep`."""
    rule = (outbox.c.created_at < now - keep, outbox.c.state != "due")
    return int((await tx.execute(delete(outbox).where(*rule))).rowcount)


async def leave_topic(tx: Transaction, row: int) -> None:
    """Sends a fact to the group itself, since its topic is gone; as an answer it would go to the topic again."""
    await tx.execute(update(outbox).where(outbox.c.id == row).values(thread_id=None, reply_to=None))
