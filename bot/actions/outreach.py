"""Days on which the circle has nobody new: one of the member's own prospects, or something to do outside of it."""

from datetime import date

import storage.nudge
import storage.prospect
from bot.domain.challenge import idea_after
from bot.domain.prospect import MOST_PROSPECTS, Prospect, kept_prospect, prospect_of_the_day
from storage.database import Transaction


async def kept_for(tx: Transaction, member_id: int) -> Prospect | None:
    """The prospect whom a member kept for today, while they are still to be called."""
    kept = kept_prospect(await storage.nudge.of_member(tx, member_id))
    to_call = await storage.prospect.to_call(tx, member_id, MOST_PROSPECTS)
    return next((one for one in to_call if one.id == kept), None)


async def prospect_for(tx: Transaction, member_id: int, today: date) -> Prospect | None:
    """The prospect of a day, if one is to be called."""
    to_call = await storage.prospect.to_call(tx, member_id, MOST_PROSPECTS)
    return prospect_of_the_day(to_call, await storage.nudge.of_member(tx, member_id), today)


async def idea_for(tx: Transaction, member_id: int, today: date) -> str:
    """The idea of a day."""
    history = await storage.nudge.of_member(tx, member_id)
    return idea_after([one.idea for one in history if one.idea], member_id, today)
