"""What a member keeps about collaborators: one line on a call, and whom they are never to be suggested. As rows."""

from datetime import datetime

from sqlalchemy import delete, insert, or_, select

from storage.database import Transaction
from storage.tables import avoidance, memory, nudge


async def remember(tx: Transaction, now: datetime, nudge_id: int, member_id: int, words: str) -> None:
    """Keeps one line on a call in the place of an earlier one."""
    mine = (memory.c.nudge_id == nudge_id, memory.c.member_id == member_id)
    await tx.execute(delete(memory).where(*mine))
    await tx.execute(insert(memory).values(nudge_id=nudge_id, member_id=member_id, words=words, created_at=now))


async def remembered(tx: Transaction, member_id: int, challenge_id: int) -> dict[int, str]:
    """A member's own lines on the calls of a challenge, by nudge."""
    query = select(memory.c.nudge_id, memory.c.words).join_from(memory, nudge)
    rows = await tx.execute(query.where(memory.c.member_id == member_id, nudge.c.challenge_id == challenge_id))
    return {row[0]: row[1] for row in rows}


async def avoid(tx: Transaction, member_id: int, other_id: int) -> None:
    """The two are never suggested to each other."""
    if other_id not in await avoided_by(tx, member_id):
        await tx.execute(insert(avoidance).values(member_id=member_id, other_id=other_id))


async def avoid_no_more(tx: Transaction, member_id: int, other_id: int) -> None:
    """Takes back what this member asked for; what the other asked for stays."""
    mine = (avoidance.c.member_id == member_id, avoidance.c.other_id == other_id)
    await tx.execute(delete(avoidance).where(*mine))


async def avoided_by(tx: Transaction, member_id: int) -> set[int]:
    """Whom a member asked not to be suggested."""
    rows = await tx.execute(select(avoidance.c.other_id).where(avoidance.c.member_id == member_id))
    return {row[0] for row in rows}


async def avoiding(tx: Transaction, member_id: int) -> set[int]:
    """Everybody with whom a member forms a pair that one of the two asked never to be brought together."""
    either = or_(avoidance.c.member_id == member_id, avoidance.c.other_id == member_id)
    rows = await tx.execute(select(avoidance.c.member_id, avoidance.c.other_id).where(either))
    return {row[0] if row[1] == member_id else row[1] for row in rows}
