"""Answers of reflection, as rows. Nothing but the member's own pages and export reads them."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from bot.domain.reflection import Topic, topic_of
from storage.database import Transaction
from storage.tables import reflection


async def of_member(tx: Transaction, member_id: int) -> dict[Topic, str]:
    """A member's answers by question; empty ones were left out."""
    query = select(reflection.c.number, reflection.c.answer).where(reflection.c.member_id == member_id)
    rows = await tx.execute(query.order_by(reflection.c.number))
    return {topic_of(row.number): row.answer for row in rows}


async def keep(tx: Transaction, now: datetime, member_id: int, topic: Topic, answer: str) -> None:
    """Keeps an answer in place of the one before."""
    await remove(tx, member_id, topic)
    values = {"member_id": member_id, "number": topic.number, "answer": answer, "answered_at": now}
    await tx.execute(insert(reflection).values(**values))


async def remove(tx: Transaction, member_id: int, topic: Topic | None = None) -> None:
    """Deletes one answer of a member, or all of them."""
    rule = [reflection.c.member_id == member_id]
    if topic is not None:
        rule.append(reflection.c.number == topic.number)
    await tx.execute(delete(reflection).where(*rule))
