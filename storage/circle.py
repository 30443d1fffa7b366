"""Circles, as rows."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from bot.domain.circle import Circle, CircleDefaults, CircleState
from storage.database import Transaction
from storage.due import DUE
from storage.membership import active_circles_of, circles_of
from storage.tables import circle, membership, outbox, posted, refer_out, referral

COLUMNS = [circle.c[field.name] for field in fields(Circle)]
ONE = select(*COLUMNS).where(circle.c.id == bindparam("id"))
OF_CHAT = select(*COLUMNS).where(circle.c.chat_id == bindparam("chat"))


def _read(row: Row[Any]) -> Circle:
    values = dict(row._mapping)
    values["state"] = CircleState(values["state"])
    return Circle(**values)


async def get(tx: Transaction, circle_id: int) -> Circle | None:
    """The circle with an id."""
    row = (await tx.execute(ONE, {"id": circle_id})).first()
    return _read(row) if row else None


async def of_chat(tx: Transaction, chat_id: int) -> Circle | None:
    """The circle of a Telegram group."""
    row = (await tx.execute(OF_CHAT, {"chat": chat_id})).first()
    return _read(row) if row else None


async def of_member(tx: Transaction, member_id: int) -> list[Circle]:
    """The circles that a member is in, oldest first."""
    rows = await tx.execute(select(*COLUMNS).where(circle.c.id.in_(circles_of(member_id))).order_by(circle.c.id))
    return [_read(row) for row in rows]


async def shared_by(tx: Transaction, one: int, other: int) -> list[Circle]:
    """The circles that two members are both in and the bot too, oldest first."""
    both = circle.c.id.in_(active_circles_of(one)) & circle.c.id.in_(active_circles_of(other))
    rows = await tx.execute(select(*COLUMNS).where(both).order_by(circle.c.id))
    return [_read(row) for row in rows]


async def add(
    tx: Transaction, now: datetime, chat_id: int, title: str, language: str, defaults: CircleDefaults
) -> Circle:
    """A new circle for a group."""
    values = {
        "chat_id": chat_id,
        "title": title,
        "state": CircleState.ACTIVE,
        "language": language,
        "zone": defaults.zone,
        "wave_size": defaults.wave_size,
        "wave_wait": defaults.wave_wait,
        "expiry": defaults.expiry,
        "follow_up": defaults.follow_up,
        "created_at": now,
    }
    row = (await tx.execute(insert(circle).values(**values).returning(*COLUMNS))).one()
    return _read(row)


async def change(tx: Transaction, circle_id: int, **values: Any) -> None:
    """Sets columns of a circle."""
    await tx.execute(update(circle).where(circle.c.id == circle_id).values(**values))


async def move(tx: Transaction, old: int, new: int) -> None:
    """Gives a group that Telegram upgraded its new chat id, everywhere; does nothing the second time.

    The new group numbers its messages from the start: nothing there is an edit of, a reply to, or the same request as a
    message of the old one.
    """
    found, double = await of_chat(tx, old), await of_chat(tx, new)
    if found is not None:
        moved = referral.c.circle_id == found.id
        await tx.execute(update(referral).where(moved).values(message_id=None, thread_id=None))
        if double is not None:
            await _merge(tx, double.id, into=found.id)
        await tx.execute(update(circle).where(circle.c.id == found.id).values(chat_id=new))
    due = (outbox.c.chat_id == old, outbox.c.state == DUE)
    await tx.execute(update(outbox).where(*due).values(chat_id=new, reply_to=None, thread_id=None))
    await tx.execute(posted.delete().where(posted.c.chat_id == old))


async def _merge(tx: Transaction, double: int, *, into: int) -> None:
    """The new group was heard of before its upgrade was, and got a circle of its own: both are one."""
    there = select(membership.c.member_id).where(membership.c.circle_id == into)
    alone = (membership.c.circle_id == double, membership.c.member_id.not_in(there))
    await tx.execute(update(membership).where(*alone).values(circle_id=into))
    await tx.execute(update(referral).where(referral.c.circle_id == double).values(circle_id=into))
    await tx.execute(update(refer_out).where(refer_out.c.circle_id == double).values(circle_id=into))
    await tx.execute(circle.delete().where(circle.c.id == double))
