"""Nudges, as rows."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, insert, not_, select, update

from bot.domain.nudge import Nudge, NudgeState, Why
from storage.database import Transaction
from storage.due import call_to_confirm
from storage.membership import circles_of
from storage.tables import membership, nudge

COLUMNS = [nudge.c[field.name] for field in fields(Nudge)]
ONE = select(*COLUMNS).where(nudge.c.id == bindparam("id"))
OF_MEMBER = select(*COLUMNS).where(nudge.c.member_id == bindparam("member")).order_by(nudge.c.local_date, nudge.c.turn)
OF_DAY = OF_MEMBER.where(nudge.c.local_date == bindparam("day"))
SUGGESTING = select(*COLUMNS).where(nudge.c.collaborator_id == bindparam("collaborator")).order_by(nudge.c.id)


def _read(row: Row[Any]) -> Nudge:
    values = dict(row._mapping)
    values["state"] = NudgeState(values["state"])
    values["why"] = Why(values["why"]) if values["why"] else None
    return Nudge(**values)


async def add(tx: Transaction, **values: Any) -> Nudge:
    """A new suggestion. The pair of member and local date has one for each turn."""
    row = (await tx.execute(insert(nudge).values(**values).returning(*COLUMNS))).one()
    return _read(row)


async def get(tx: Transaction, nudge_id: int) -> Nudge | None:
    """The suggestion with an id."""
    row = (await tx.execute(ONE, {"id": nudge_id})).first()
    return _read(row) if row else None


async def of_member(tx: Transaction, member_id: int) -> list[Nudge]:
    """Every suggestion made to a member, oldest first."""
    return [_read(row) for row in await tx.execute(OF_MEMBER, {"member": member_id})]


async def of_day(tx: Transaction, member_id: int, day: date) -> list[Nudge]:
    """The suggestions of one local date, in order."""
    return [_read(row) for row in await tx.execute(OF_DAY, {"member": member_id, "day": day})]


async def suggesting(tx: Transaction, collaborator_id: int) -> list[Nudge]:
    """Every suggestion of one collaborator to others, oldest first."""
    return [_read(row) for row in await tx.execute(SUGGESTING, {"collaborator": collaborator_id})]


async def change(tx: Transaction, nudge_id: int, **values: Any) -> None:
    """Sets columns of a suggestion."""
    await tx.execute(update(nudge).where(nudge.c.id == nudge_id).values(**values))


async def of_challenge(tx: Transaction, challenge_id: int) -> list[Nudge]:
    """The suggestions of a challenge, oldest first."""
    query = select(*COLUMNS).where(nudge.c.challenge_id == challenge_id).order_by(nudge.c.local_date, nudge.c.turn)
    return [_read(row) for row in await tx.execute(query)]


async def to_confirm(tx: Transaction, now: datetime, limit: int) -> list[Nudge]:
    """Calls whose other side is to be asked, the longest overdue first."""
    query = select(*COLUMNS).where(call_to_confirm(now)).order_by(nudge.c.confirm_at).limit(limit)
    return [_read(row) for row in await tx.execute(query)]


async def load_since(tx: Transaction, since: datetime, member_id: int) -> dict[int, int]:
    """How often each collaborator in a member's circles has been suggested since an instant, to anybody. Whom this
    member keeps for another day is not counted twice."""
    kept = and_(nudge.c.member_id == member_id, nudge.c.state == NudgeState.TOMORROW)
    around = select(membership.c.member_id).where(membership.c.circle_id.in_(circles_of(member_id)))
    query = (
        select(nudge.c.collaborator_id, func.count())
        .where(nudge.c.created_at > since, nudge.c.collaborator_id.in_(around), not_(kept))
        .group_by(nudge.c.collaborator_id)
    )
    return {row[0]: row[1] for row in await tx.execute(query)}
