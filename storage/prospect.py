"""Prospects, as rows. Each belongs to one member, and every question here says to whom."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from bot.domain.prospect import Prospect, ProspectState
from storage.database import Transaction
from storage.tables import prospect


def _read(row: Row[Any]) -> Prospect:
    return Prospect(row.id, row.member_id, row.name, row.line, ProspectState(row.state), row.created_at)


async def get(tx: Transaction, prospect_id: int) -> Prospect | None:
    """The prospect with an id."""
    row = (await tx.execute(select(prospect).where(prospect.c.id == prospect_id))).first()
    return _read(row) if row else None


async def of_member(tx: Transaction, member_id: int) -> list[Prospect]:
    """All of a member's prospects, the oldest first."""
    rows = await tx.execute(select(prospect).where(prospect.c.member_id == member_id).order_by(prospect.c.id))
    return [_read(row) for row in rows]


async def to_call(tx: Transaction, member_id: int, most: int) -> list[Prospect]:
    """Whom a member has yet to call, in the order in which they were noted."""
    rule = (prospect.c.member_id == member_id, prospect.c.state == ProspectState.TO_CALL)
    rows = await tx.execute(select(prospect).where(*rule).order_by(prospect.c.id).limit(most))
    return [_read(row) for row in rows]


async def add(tx: Transaction, now: datetime, member_id: int, name: str, line: str) -> int:
    """A new prospect, to call; returns its id."""
    values = {"member_id": member_id, "name": name, "line": line, "state": ProspectState.TO_CALL, "created_at": now}
    made = await tx.execute(insert(prospect).values(**values).returning(prospect.c.id))
    return int(made.scalar_one())


async def change(tx: Transaction, member_id: int, prospect_id: int, **values: object) -> bool:
    """Sets columns of a member's prospect; false if it is not theirs."""
    rule = (prospect.c.id == prospect_id, prospect.c.member_id == member_id)
    return bool((await tx.execute(update(prospect).where(*rule).values(**values))).rowcount)


async def remove(tx: Transaction, member_id: int, prospect_id: int) -> bool:
    """Deletes a member's prospect; false if it is not theirs."""
    rule = (prospect.c.id == prospect_id, prospect.c.member_id == member_id)
    return bool((await tx.execute(delete(prospect).where(*rule))).rowcount)
