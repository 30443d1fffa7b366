"""The ledger of what must be said: facts for one chat each, and where a message that is kept up to date stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)

from bot.domain.facts import Fact, NudgeOfDay, Priority, read_fact, write_fact
from storage.database import DROPPED, Transaction, insert_new
from storage.due import DUE, expired_message
from storage.tables import outbox, posted
from storage.tracing import UPDATE
from storage.types import Instant, Key


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


OUTGOING = (
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
)
SUPERSEDED, EXPIRED = "superseded", "expired"  # why a fact was dropped


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
    priority: Priority | None = None,
) -> None:
    """Adds a fact, unless one with its key was ever added.

    A fact due for the same slot gives way to it, so that only the newest is told: that one may be on its way to
    Telegram at this moment, made from rows that have changed since, so its row stays, to be marked as sent. A message
    that is shown already is brought up to date as soon as an answer would be, whatever it was about.
    """
    if key is not None and (await tx.execute(select(outbox.c.id).where(outbox.c.key == key))).first():
        return
    name, values = write_fact(fact)
    urgency = fact.priority if priority is None else priority
    row: dict[str, object] = {
        "key": key,
        "chat_id": chat_id,
        "thread_id": thread_id,
        "reply_to": reply_to,
        "slot": fact.slot,
        "fact": name,
        "facts": values,
        "priority": int(urgency),
        "state": "due",
        "expires_at": expires_at,
        "created_at": now,
        "update_id": UPDATE.get(),
    }
    if fact.slot is not None:
        if await get_posted(tx, fact.slot):
            row["priority"] = int(Priority.ANSWER)
        row |= await _give_way(tx, fact.slot, key, expires_at)
    await tx.execute(insert(outbox).values(**row))


async def _give_way(tx: Transaction, slot: str, key: str | None, expires_at: datetime | None) -> dict[str, object]:
    """Ends the fact that is due for a slot; returns what a newer one takes over from it."""
    same = (outbox.c.slot == slot) & (outbox.c.state == DUE)
    carried = (outbox.c.key, outbox.c.expires_at, outbox.c.not_before, outbox.c.attempts)
    before = (await tx.execute(select(outbox.c.id, *carried).where(same))).first()
    if before is None:
        return {}
    ended: dict[str, object] = {"state": "dropped", "key": None, "error": SUPERSEDED, "facts": {}}
    await tx.execute(update(outbox).where(outbox.c.id == before.id).values(**ended))
    tx.info[DROPPED][SUPERSEDED] += 1
    kept: dict[str, object] = {"key": key or before.key, "expires_at": expires_at or before.expires_at}
    return kept | {"not_before": before.not_before, "attempts": before.attempts}


async def put_nudges(tx: Transaction, now: datetime, nudges: Mapping[int, tuple[NudgeOfDay, datetime]]) -> None:
    """Adds the day's nudges of many members at once, each with its expiry; one that was ever added is left alone."""
    same = {"priority": int(Priority.NUDGE), "state": "due", "created_at": now, "update_id": None}
    rows = []
    for chat_id, (fact, expires_at) in nudges.items():
        values = {"member": fact.member, "day": fact.day}
        row = {"key": f"due:{chat_id}:{fact.day}", "chat_id": chat_id, "fact": "NudgeOfDay", "facts": values}
        rows.append(row | same | {"expires_at": expires_at})
    if rows:
        await tx.execute(insert_new(tx, outbox), rows)


async def get(tx: Transaction, row: int) -> Outgoing:
    """The fact of a row. Raises NoResultFound for one that is not there."""
    return Outgoing(**(await tx.execute(select(*OUTGOING).where(outbox.c.id == row))).one()._mapping)


async def become(tx: Transaction, row: int, fact: Fact) -> None:
    """Puts a fact in the place of one that is due: its turn, its key and its expiry stay."""
    name, values = write_fact(fact)
    changed = update(outbox).where(outbox.c.id == row).values(fact=name, facts=values, slot=fact.slot)
    await tx.execute(changed)


async def due(
    tx: Transaction, now: datetime, limit: int, *, least: int = 0, after: tuple[int, int] | None = None
) -> list[Outgoing]:
    """The first fact not told yet of each chat, unless it must wait: the more urgent first, then the older.

    Only the first of a chat, so that a chat with very many, or one that must wait, never fills the `limit`. `least`
    leaves out what is more urgent than this priority; `after` goes on behind a row, by its priority and id.
    """
    priority, row = after or BEFORE_ALL
    values = {"now": now, "least": least, "priority": priority, "row": row, "limit": limit}
    return [Outgoing(**found._mapping) for found in await tx.execute(FIRST_DUE, values)]


def _due() -> Select[Any]:
    now = bindparam("now", type_=Instant)
    earlier = outbox.alias("earlier")
    first = and_(earlier.c.state == DUE, earlier.c.chat_id == outbox.c.chat_id,
                 or_(earlier.c.priority < outbox.c.priority,
                     and_(earlier.c.priority == outbox.c.priority, earlier.c.id < outbox.c.id)))  # fmt: skip
    after = tuple_(bindparam("priority", type_=Integer), bindparam("row", type_=Key))
    query = select(*OUTGOING).where(
        outbox.c.state == DUE,
        or_(outbox.c.not_before.is_(None), outbox.c.not_before <= now),
        ~exists().where(first),
        outbox.c.priority >= bindparam("least", type_=Integer),
        tuple_(outbox.c.priority, outbox.c.id) > after,
    )
    return query.order_by(outbox.c.priority, outbox.c.id).limit(bindparam("limit", type_=Integer))


FIRST_DUE = _due()  # built once: nothing is asked more often
BEFORE_ALL = (-1, 0)
SHOWN = select(posted.c.chat_id, posted.c.message_id, posted.c.digest).where(posted.c.slot == bindparam("slot"))
RIPE = select(func.min(outbox.c.not_before)).where(
    outbox.c.state == DUE, outbox.c.not_before > bindparam("now", type_=Instant)
)


async def next_ripe_at(tx: Transaction, now: datetime) -> datetime | None:
    """When the first of the facts that must wait may be told; None when none waits."""
    found: datetime | None = (await tx.execute(RIPE, {"now": now})).scalar()
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


async def expire(tx: Transaction, row: int) -> None:
    """Drops a fact that nobody wants to hear any more, unless somebody was faster."""
    await _expire(tx, outbox.c.id == row, outbox.c.state == DUE)


async def postpone(tx: Transaction, row: int, not_before: datetime, error: str) -> None:
    """Notes a failed try and when to try again."""
    values = {"not_before": not_before, "attempts": outbox.c.attempts + 1, "error": error[:500]}
    await tx.execute(update(outbox).where(outbox.c.id == row).values(**values))


async def drop_expired(tx: Transaction, now: datetime) -> int:
    """Drops what nobody wants to hear any more; returns how many that were."""
    return await _expire(tx, expired_message(now))


async def _expire(tx: Transaction, *rule: ColumnElement[bool]) -> int:
    ended: dict[str, object] = {"state": "dropped", "error": EXPIRED, "facts": {}}
    count = int((await tx.execute(update(outbox).where(*rule).values(**ended))).rowcount)
    tx.info[DROPPED][EXPIRED] += count
    return count


async def sent_since(tx: Transaction, since: datetime) -> list[tuple[int, datetime]]:
    """Each message sent after an instant: its chat and when it went, oldest first."""
    query = select(outbox.c.chat_id, outbox.c.sent_at).where(outbox.c.sent_at > since).order_by(outbox.c.sent_at)
    return [(row.chat_id, row.sent_at) for row in await tx.execute(query)]


async def get_posted(tx: Transaction, slot: str) -> Posted | None:
    """The message that shows a slot."""
    row = (await tx.execute(SHOWN, {"slot": slot})).first()
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
    rule = (outbox.c.chat_id == chat_id, outbox.c.state == DUE)
    await tx.execute(update(outbox).where(*rule).values(state="dropped", error=error, facts={}))


async def erase_naming(tx: Transaction, person: int, name: str) -> None:
    """Deletes the notes due to others that name a person."""
    query = select(outbox.c.id, outbox.c.facts).where(outbox.c.state == DUE, outbox.c.fact == "Note")
    for row in (await tx.execute(query)).all():
        if {person, name} & set(dict(row.facts.get("values", {})).values()):
            await tx.execute(delete(outbox).where(outbox.c.id == row.id))


async def count_due(tx: Transaction) -> int:
    """How many facts have not been told yet."""
    query = select(func.count()).select_from(outbox).where(outbox.c.state == DUE)
    return int((await tx.execute(query)).scalar_one())


async def sweep(tx: Transaction, now: datetime, keep: timedelta) -> int:
    """Deletes what was told or dropped longer ago than `keep`."""
    rule = (outbox.c.created_at < now - keep, outbox.c.state != DUE)
    return int((await tx.execute(delete(outbox).where(*rule))).rowcount)


async def leave_topic(tx: Transaction, row: int) -> None:
    """Sends a fact to the group itself, since its topic is gone; as an answer it would go to the topic again."""
    await tx.execute(update(outbox).where(outbox.c.id == row).values(thread_id=None, reply_to=None))
