"""Members, as rows."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, insert, or_, select, update

from bot.domain.member import Member, MembershipState, NudgeHour
from storage.database import Transaction
from storage.due import NEW, due_nudge, pause_over
from storage.membership import active_circles_of, circles_of
from storage.tables import inbox, member, membership, outbox, posted

LISTS = ("listen_for", "languages", "days_off", "seeks")
COLUMNS = [member.c[field.name] for field in fields(Member)]
NUDGE_HOUR = [
    member.c[name]
    for name in ("id", "zone", "nudge_on", "nudge_at", "next_nudge_at", "last_nudge_on", "days_off", "paused",
                 "paused_until", "reachable")
]  # fmt: skip
ONE = select(*COLUMNS).where(member.c.id == bindparam("id"))
REACHABLE = select(member.c.reachable).where(member.c.id == bindparam("id"))


def _read(row: Row[Any]) -> Member:
    return Member(*_values(row))  # in the order of COLUMNS


def _values(row: Row[Any]) -> list[Any]:
    return [tuple(value) if isinstance(value, list) else value for value in row]


async def get(tx: Transaction, member_id: int) -> Member | None:
    """The member with a Telegram user id."""
    row = (await tx.execute(ONE, {"id": member_id})).first()
    return _read(row) if row else None


async def is_reachable(tx: Transaction, member_id: int) -> bool:
    """Whether somebody is a member who can be written to."""
    return bool((await tx.execute(REACHABLE, {"id": member_id})).scalar())


async def get_all(tx: Transaction, ids: Iterable[int]) -> dict[int, Member]:
    """Members by id; those unknown are left out."""
    rows = await tx.execute(select(*COLUMNS).where(member.c.id.in_(list(ids))))
    return {row.id: _read(row) for row in rows}


async def add(tx: Transaction, person: Member) -> None:
    """A new member."""
    values = {field.name: getattr(person, field.name) for field in fields(Member)}
    values |= {name: list(getattr(person, name)) for name in LISTS}
    await tx.execute(insert(member).values(**values))


async def change(tx: Transaction, member_id: int, **values: Any) -> None:
    """Sets columns of a member."""
    await tx.execute(update(member).where(member.c.id == member_id).values(**values))


async def of_circle(tx: Transaction, circle_id: int) -> list[Member]:
    """Everybody who joined a circle and did not leave, the longest first."""
    rows = await tx.execute(
        select(*COLUMNS)
        .join(membership, membership.c.member_id == member.c.id)
        .where(membership.c.circle_id == circle_id, membership.c.state == MembershipState.JOINED)
        .order_by(membership.c.joined_at, member.c.id)
    )
    return [_read(row) for row in rows]


async def in_same_circles(tx: Transaction, member_id: int, active: bool = False) -> list[Member]:
    """Everybody else in a member's circles; with `active`, only through circles that the bot is in."""
    mine = active_circles_of(member_id) if active else circles_of(member_id)
    rows = await tx.execute(
        select(*COLUMNS)
        .where(
            member.c.id != member_id,
            member.c.id.in_(
                select(membership.c.member_id).where(
                    membership.c.circle_id.in_(mine), membership.c.state == MembershipState.JOINED
                )
            ),
        )
        .order_by(member.c.first_name, member.c.id)
    )
    return [_read(row) for row in rows]


async def due_nudges(tx: Transaction, now: datetime, limit: int) -> list[NudgeHour]:
    """The nudges that are due, the longest overdue first."""
    rows = await tx.execute(select(*NUDGE_HOUR).where(due_nudge(now)).order_by(member.c.next_nudge_at).limit(limit))
    return [NudgeHour(*_values(row)) for row in rows]  # in the order of NUDGE_HOUR


async def nudged(tx: Transaction, days: Mapping[int, tuple[date | None, datetime | None]]) -> None:
    """Keeps for many members at once the local date of their last nudge and when the next one is due."""
    rows = [{"member": one, "day": day, "at": at} for one, (day, at) in days.items()]
    change = update(member).where(member.c.id == bindparam("member"))
    if rows:
        await tx.execute(change.values(last_nudge_on=bindparam("day"), next_nudge_at=bindparam("at")), rows)


async def pauses_over(tx: Transaction, now: datetime, limit: int) -> list[Member]:
    """Members whose holiday has ended."""
    rows = await tx.execute(select(*COLUMNS).where(pause_over(now)).limit(limit))
    return [_read(row) for row in rows]


async def count_joined(tx: Transaction, circle_id: int, but: int | None) -> int:
    """How many members a circle has, not counting one of them."""
    joined = and_(membership.c.circle_id == circle_id, membership.c.state == MembershipState.JOINED)
    rule = joined if but is None else and_(joined, membership.c.member_id != but)
    return int((await tx.execute(select(func.count()).select_from(membership).where(rule))).scalar_one())


async def erase(tx: Transaction, member_id: int) -> None:
    """Deletes the member, all that hangs on them by reference, and every message kept for or from them."""
    await tx.execute(delete(member).where(member.c.id == member_id))
    await tx.execute(delete(outbox).where(outbox.c.chat_id == member_id))
    await tx.execute(delete(posted).where(posted.c.chat_id == member_id))
    await tx.execute(
        update(inbox).where(or_(inbox.c.person_id == member_id, inbox.c.chat_key == member_id), inbox.c.state != NEW)
        .values(payload="", error=None, person_id=None, chat_key=0)
    )  # fmt: skip
