"""Who is in which circle, as rows."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update

from bot.domain.circle import CircleState
from bot.domain.member import MembershipState
from storage.database import Transaction
from storage.tables import circle, membership

ONE = (membership.c.circle_id == bindparam("circle"), membership.c.member_id == bindparam("member"))
STATE = select(membership.c.state).where(*ONE)
CHECKED_AT = select(membership.c.checked_at).where(*ONE, membership.c.state == MembershipState.JOINED)


def circles_of(member_id: int) -> Select[Any]:
    """The ids of the circles that a member is in, as a query."""
    return select(membership.c.circle_id).where(
        membership.c.member_id == member_id, membership.c.state == MembershipState.JOINED
    )


def active_circles_of(member_id: int) -> Select[Any]:
    """The same, of the circles that the bot is in."""
    return circles_of(member_id).join(circle).where(circle.c.state == CircleState.ACTIVE)


async def state(tx: Transaction, circle_id: int, member_id: int) -> MembershipState | None:
    """Where a person stands with a circle; None if they never joined."""
    value = (await tx.execute(STATE, {"circle": circle_id, "member": member_id})).scalar()
    return MembershipState(value) if value else None


async def is_joined(tx: Transaction, circle_id: int, member_id: int) -> bool:
    """Whether a person is a member of a circle now."""
    return await state(tx, circle_id, member_id) is MembershipState.JOINED


async def join(tx: Transaction, now: datetime, circle_id: int, member_id: int) -> bool:
    """Lets a member into a circle; false if they were in it already."""
    before = await state(tx, circle_id, member_id)
    key = (membership.c.circle_id == circle_id, membership.c.member_id == member_id)
    if before is None:
        await tx.execute(
            insert(membership).values(
                circle_id=circle_id, member_id=member_id, state=MembershipState.JOINED, joined_at=now, checked_at=now
            )
        )
    else:
        values: dict[str, Any] = {"state": MembershipState.JOINED, "checked_at": now}
        if before is MembershipState.LEFT:
            values["joined_at"] = now
        await tx.execute(update(membership).where(*key).values(**values))
    return before is not MembershipState.JOINED


async def leave(tx: Transaction, circle_id: int, member_id: int) -> bool:
    """Takes a member out of a circle; false if they were not in it."""
    done = await tx.execute(
        update(membership)
        .where(
            membership.c.circle_id == circle_id,
            membership.c.member_id == member_id,
            membership.c.state == MembershipState.JOINED,
        )
        .values(state=MembershipState.LEFT)
    )
    return bool(done.rowcount)


async def checked(tx: Transaction, now: datetime, circle_id: int, member_id: int) -> None:
    """Notes that Telegram has just said that a member is in the group."""
    await tx.execute(
        update(membership)
        .where(membership.c.circle_id == circle_id, membership.c.member_id == member_id)
        .values(checked_at=now)
    )


async def is_stale(tx: Transaction, now: datetime, circle_id: int, member_id: int, age: timedelta) -> bool:
    """Whether it is longer ago than `age` that Telegram said that a member is in the group."""
    at = (await tx.execute(CHECKED_AT, {"circle": circle_id, "member": member_id})).scalar()
    return at is not None and now - at > age


async def share_a_circle(tx: Transaction, one: int, other: int) -> bool:
    """Whether two members are in one circle."""
    theirs = select(membership.c.circle_id).where(
        membership.c.member_id == other, membership.c.state == MembershipState.JOINED
    )
    rows = await tx.execute(circles_of(one).intersect(theirs))
    return rows.first() is not None
