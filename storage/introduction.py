"""Introductions and their outcomes, as rows."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, or_, select, update

from bot.domain.introduction import Introduction, Outcome
from storage.database import Transaction
from storage.due import follow_up
from storage.tables import introduction

COLUMNS = [introduction.c[field.name] for field in fields(Introduction)]
OF_PERSON = (
    select(*COLUMNS)
    .where(or_(introduction.c.giver_id == bindparam("person"), introduction.c.receiver_id == bindparam("person")))
    .order_by(introduction.c.id)
)


def _read(row: Row[Any]) -> Introduction:
    values = dict(row._mapping)
    for name in ("giver_outcome", "receiver_outcome"):
        values[name] = Outcome(values[name]) if values[name] else None
    return Introduction(**values)


async def add(tx: Transaction, **values: Any) -> Introduction:
    """A new introduction."""
    row = (await tx.execute(insert(introduction).values(**values).returning(*COLUMNS))).one()
    return _read(row)


async def get(tx: Transaction, introduction_id: int) -> Introduction | None:
    """The introduction with an id."""
    row = (await tx.execute(select(*COLUMNS).where(introduction.c.id == introduction_id))).first()
    return _read(row) if row else None


async def of_referral(tx: Transaction, referral_id: int) -> list[Introduction]:
    """The introductions that a request led to, oldest first."""
    query = select(*COLUMNS).where(introduction.c.referral_id == referral_id).order_by(introduction.c.id)
    return [_read(row) for row in await tx.execute(query)]


async def of_person(tx: Transaction, person: int) -> list[Introduction]:
    """Every introduction that a person was part of, oldest first."""
    return [_read(row) for row in await tx.execute(OF_PERSON, {"person": person})]


async def to_follow_up(tx: Transaction, now: datetime, limit: int) -> list[Introduction]:
    """Introductions whose two sides are to be asked how it went."""
    query = select(*COLUMNS).where(follow_up(now)).order_by(introduction.c.follow_up_at)
    return [_read(row) for row in await tx.execute(query.limit(limit))]


async def change(tx: Transaction, introduction_id: int, **values: Any) -> None:
    """Sets columns of an introduction."""
    await tx.execute(update(introduction).where(introduction.c.id == introduction_id).values(**values))


async def thank_once(tx: Transaction, now: datetime, introduction_id: int) -> bool:
    """Marks the thanks as said, if both agreed and nobody has; false otherwise."""
    done = await tx.execute(
        update(introduction)
        .where(
            introduction.c.id == introduction_id,
            introduction.c.thanked_at.is_(None),
            introduction.c.giver_thanks,
            introduction.c.receiver_thanks,
        )
        .values(thanked_at=now)
    )
    return bool(done.rowcount)


async def partners_of(tx: Transaction, person: int) -> set[int]:
    """Everybody whom a person has been introduced to."""
    found = await of_person(tx, person)
    people: Iterable[int | None] = (side for one in found for side in (one.giver_id, one.receiver_id))
    return {one for one in people if one is not None and one != person}


async def erase_person(tx: Transaction, person: int, name: str) -> None:
    """Takes a person out of the introductions that they were part of; the other side's history stays."""
    await tx.execute(update(introduction).where(introduction.c.giver_id == person)
                     .values(giver_id=None, giver_name=name))  # fmt: skip
    await tx.execute(update(introduction).where(introduction.c.receiver_id == person).values(receiver_id=None))
    alone = or_(introduction.c.giver_id.is_(None), introduction.c.receiver_id.is_(None))
    await tx.execute(update(introduction).where(alone).values(follow_up_at=None))
