"""Days on which the circle has nobody new: one of the member's own prospects, or something to do outside of it.

`history`: all suggestions to the member, in order."""

from collections.abc import Sequence
from datetime import date

import storage.prospect
from bot.domain.challenge import idea_after
from bot.domain.nudge import Nudge
from bot.domain.prospect import MOST_PROSPECTS, Prospect, kept_prospect, prospect_of_the_day
from storage.database import Transaction


async def kept_for(tx: Transaction, member_id: int, history: Sequence[Nudge]) -> Prospect | None:
    """The prospect whom a member kept for today, while they are still to be called."""
    kept = kept_prospect(history)
    if kept is None:
        return None
    to_call = await storage.prospect.to_call(tx, member_id, MOST_PROSPECTS)
    return next((one for one in to_call if one.id == kept), None)


async def prospect_for(tx: Transaction, member_id: int, history: Sequence[Nudge], today: date) -> Prospect | None:
    """The prospect of a day, if one is to be called."""
    return prospect_of_the_day(await storage.prospect.to_call(tx, member_id, MOST_PROSPECTS), history, today)


def idea_for(member_id: int, history: Sequence[Nudge], today: date) -> str:
    """The idea of a day."""
    return idea_after([one.idea for one in history if one.idea], member_id, today)
