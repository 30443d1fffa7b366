"""Nudges, as rows."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from bot.domain.nudge import Nudge, NudgeState
from storage.database import Transaction
from storage.tables import nudge

COLUMNS = [nudge.c[field.name] for field in fields(Nudge)]


def _read(row: Row[Any]) -> Nudge:
    values = dict(row._mapping)
    values["state"] = NudgeState(values["state"])
    return Nudge(**values)


async def add(tx: Transaction, **values: Any) -> Nudge:
    """A new suggestion. The pair of member and local date has one for each turn."""
    row = (await tx.execute(insert(nudge).values(**values).returning(*COLUMNS))).one()
    return _read(row)


async def get(tx: Transaction, nudge_id: int) -> Nudge | None:
    """The suggestion with an id."""
    row = (await tx.execute(select(*COLUMNS).where(nudge.c.id == nudge_id))).first()
    return _read(row) if row else None


async def of_member(tx: Transaction, member_id: int) -> list[Nudge]:
    """Every suggestion made to a member, oldest first."""
    query = select(*COLUMNS).where(nudge.c.member_id == member_id).order_by(nudge.c.local_date, nudge.c.turn)
    return [_read(row) for row in await tx.execute(query)]


async def of_day(tx: Transaction, member_id: int, day: date) -> list[Nudge]:
    """The suggestions of one local date, in order."""
    query = select(*COLUMNS).where(nudge.c.member_id == member_id, nudge.c.local_date == day).order_by(nudge.c.turn)
    return [_read(row) for row in await tx.execute(query)]


async def suggesting(tx: Transaction, collaborator_id: int) -> list[Nudge]:
    """Every suggestion of one collaborator to others, oldest first."""
    query = select(*COLUMNS).where(nudge.c.collaborator_id == collaborator_id).order_by(nudge.c.id)
    return [_read(row) for row in await tx.execute(query)]


async def change(tx: Transaction, nudge_id: int, state: NudgeState) -> None:
    """What came of a suggestion."""
    await tx.execute(update(nudge).where(nudge.c.id == nudge_id).values(state=state))


async def load_since(tx: Transaction, since: datetime) -> dict[int, int]:
    """How often each collaborator has been suggested since an instant."""
    query = (
        select(nudge.c.collaborator_id, func.count())
        .where(nudge.c.created_at > since, nudge.c.collaborator_id.is_not(None))
        .group_by(nudge.c.collaborator_id)
    )
    return {row[0]: row[1] for row in await tx.execute(query)}
