"""Days on which the circle has nobody new: something to do outside of it, with one concrete first step."""

from datetime import date

import storage.nudge
from bot.domain.challenge import idea_after
from storage.database import Transaction


async def idea_for(tx: Transaction, member_id: int, today: date) -> str:
    """The idea of a day. A member's own prospects, once there are any, go before the general ideas: here."""
    history = await storage.nudge.of_member(tx, member_id)
    return idea_after([one.idea for one in history if one.idea], member_id, today)
