"""The chats that Telegram asked to be left alone, as rows."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from storage.database import Transaction
from storage.tables import held


async def hold(tx: Transaction, chat_id: int, until: datetime) -> None:
    """Notes that Telegram asked for a chat (0: all of them) to be left alone until an instant, or longer."""
    await tx.execute(delete(held).where(held.c.chat_id == chat_id, held.c.until <= until))
    if (await tx.execute(select(held.c.until).where(held.c.chat_id == chat_id))).first() is None:
        await tx.execute(insert(held).values(chat_id=chat_id, until=until))


async def holds(tx: Transaction, now: datetime) -> list[tuple[int, datetime]]:
    """The chats to be left alone still, and until when."""
    query = select(held.c.chat_id, held.c.until).where(held.c.until > now)
    return [(row.chat_id, row.until) for row in await tx.execute(query)]


async def sweep(tx: Transaction, now: datetime) -> None:
    """Deletes what is over."""
    await tx.execute(delete(held).where(held.c.until < now))
