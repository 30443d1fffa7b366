"""How things stand, in numbers for the operator: what waits and since when, what became of offers. Names nobody."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, union_all

from storage.database import Transaction
from storage.due import DUE, NEW
from storage.tables import inbox, introduction, offer, outbox


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many rows wait, and since when the first of them; None when there is none."""

    count: int
    since: datetime | None


async def updates(tx: Transaction) -> Waiting:
    """Updates that are not handled yet."""
    query = select(func.count(), func.min(inbox.c.received_at)).where(inbox.c.state == NEW)
    count, since = (await tx.execute(query)).one()
    return Waiting(count, since)


async def messages(tx: Transaction) -> dict[int, Waiting]:
    """Facts that are not told yet, by priority; a priority of which none waits is left out."""
    query = (
        select(outbox.c.priority, func.count(), func.min(outbox.c.created_at))
        .where(outbox.c.state == DUE)
        .group_by(outbox.c.priority)
    )
    return {priority: Waiting(count, since) for priority, count, since in await tx.execute(query)}


async def offers(tx: Transaction) -> dict[str, int]:
    """How many offers there are in each state."""
    query = select(offer.c.state, func.count().label("many")).group_by(offer.c.state)
    return {row.state: row.many for row in await tx.execute(query)}


async def outcomes(tx: Transaction) -> dict[str, int]:
    """How many sides of introductions told each outcome."""
    told = union_all(
        select(introduction.c.giver_outcome.label("told")), select(introduction.c.receiver_outcome.label("told"))
    ).subquery()
    query = select(told.c.told, func.count().label("many")).where(told.c.told.is_not(None)).group_by(told.c.told)
    return {row.told: row.many for row in await tx.execute(query)}
