"""The ledger of what came in: an update is a row before Telegram is told that we have it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, func, or_, select, update

from storage.database import Transaction, insert_new
from storage.due import NEW
from storage.lease import ends_after, is_over
from storage.tables import inbox


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update as it arrived. `payload` is its JSON text; `chat_key` says whose turn it must wait for."""

    update_id: int
    chat_key: int
    person_id: int | None
    payload: str


@dataclass(frozen=True, slots=True)
class Received:
    """An update waiting to be handled."""

    id: int
    update_id: int
    chat_key: int
    payload: str
    attempts: int
    not_before: datetime | None


WAITING = [inbox.c[field.name] for field in fields(Received)]


class AlreadyHandled(Exception):
    """Another process has handled this update meanwhile: nothing of this try may stay."""


async def add(tx: Transaction, now: datetime, bot_id: int, updates: Sequence[Incoming]) -> int:
    """Keeps updates; those that are here already are left alone. Returns how many were new."""
    if not updates:
        return 0
    rows = [
        {
            "bot_id": bot_id,
            "update_id": one.update_id,
            "chat_key": one.chat_key,
            "person_id": one.person_id,
            "payload": one.payload,
            "state": "new",
            "received_at": now,
        }
        for one in updates
    ]
    done = await tx.execute(insert_new(tx, inbox).values(rows))
    return int(done.rowcount)


async def waiting(tx: Transaction, after: int, limit: int, chat_key: int | None = None) -> list[Received]:
    """Updates not handled yet, of all chats or of one, in the order of their arrival, later than row `after`."""
    query = select(*WAITING).where(inbox.c.state == NEW, inbox.c.id > after).order_by(inbox.c.id).limit(limit)
    if chat_key is not None:
        query = query.where(inbox.c.chat_key == chat_key)
    return [Received(**row._mapping) for row in await tx.execute(query)]


async def claim(
    tx: Transaction, worker: str, span: timedelta, limit: int, chat_key: int | None = None
) -> list[Received]:
    """Takes updates for one of several processes, oldest first: the first one of each chat that is not handled yet,
    unless another process has it. Whoever comes meanwhile passes over what is being taken."""
    earlier = inbox.alias("earlier")
    first = ~exists().where(earlier.c.state == NEW, earlier.c.chat_key == inbox.c.chat_key, earlier.c.id < inbox.c.id)
    free = or_(inbox.c.claimed_until.is_(None), is_over(inbox.c.claimed_by, inbox.c.claimed_until, span))
    found = select(inbox.c.id).where(inbox.c.state == NEW, first, free).order_by(inbox.c.id).limit(limit)
    if chat_key is not None:
        found = found.where(inbox.c.chat_key == chat_key)
    heads = found.with_for_update(skip_locked=True, of=inbox).cte("heads")  # read once, whatever the plan
    taken = (
        update(inbox)
        .where(inbox.c.id.in_(select(heads.c.id)))
        .values(claimed_by=worker, claimed_until=ends_after(span))
        .returning(*WAITING)
    )
    return sorted((Received(**row._mapping) for row in await tx.execute(taken)), key=lambda row: row.id)


async def prolong(tx: Transaction, ids: Collection[int], worker: str, span: timedelta) -> None:
    """Keeps what a process has taken for some time more."""
    if ids:
        mine = (inbox.c.id.in_(list(ids)), inbox.c.state == NEW, inbox.c.claimed_by == worker)
        await tx.execute(update(inbox).where(*mine).values(claimed_until=ends_after(span)))


async def done(tx: Transaction, inbox_id: int) -> bool:
    """Marks an update as handled and empties it of words and people; false if that has been done before."""
    nothing = {"payload": "", "error": None, "person_id": None, "chat_key": 0, "claimed_by": None,
               "claimed_until": None}  # fmt: skip
    result = await tx.execute(
        update(inbox).where(inbox.c.id == inbox_id, inbox.c.state == NEW).values(state="done", **nothing)
    )
    return bool(result.rowcount)


async def failed(tx: Transaction, inbox_id: int, error: str, again_at: datetime | None) -> bool:
    """Notes a failure: the update is tried again at an instant, or set aside when there is none. False when it has been
    handled meanwhile."""
    result = await tx.execute(
        update(inbox)
        .where(inbox.c.id == inbox_id, inbox.c.state == NEW)
        .values(
            state="new" if again_at else "dead", attempts=inbox.c.attempts + 1, not_before=again_at, error=error[:500]
        )
    )
    return bool(result.rowcount)


async def count_waiting(tx: Transaction) -> int:
    """How many updates have not been handled yet."""
    query = select(func.count()).select_from(inbox).where(inbox.c.state == NEW)
    return int((await tx.execute(query)).scalar_one())


async def sweep(tx: Transaction, now: datetime, keep: timedelta) -> int:
    """Deletes what was handled longer ago than `keep`; update ids may start anew after an idle week.

    The newest row stays: a table that was emptied would number its rows from the start again, and whoever reads on from
    the last number would never see them.
    """
    newest = select(func.max(inbox.c.id)).scalar_subquery()
    handled = or_(inbox.c.state == "done", inbox.c.state == "dead")
    rule = (inbox.c.received_at < now - keep, handled, inbox.c.id < newest)
    return int((await tx.execute(delete(inbox).where(*rule))).rowcount)
