"""After a few passes for the same reason: a way to a better statement, from the member's own words that led there."""

from collections import Counter
from datetime import datetime

import storage.member
import storage.referral
from bot.actions.telling import tell
from bot.domain.asks import shorten
from bot.domain.facts import Note, Value
from bot.domain.member import Member, Question
from bot.domain.referral import PassReason
from storage.database import Transaction

ALIKE = 3  # passes for one reason, then again as many

# The statement that a reason speaks of; being fully booked is no fault of any statement.
SPEAKS_OF = {
    PassReason.CLIENT: Question.PERFECT_CLIENT,
    PassReason.PLACE: Question.PLACE,
    PassReason.SIZE: Question.PERFECT_CLIENT,
    PassReason.TRADE: Question.WHAT_I_DO,
}


async def suggest(tx: Transaction, now: datetime, member_id: int, reason: PassReason) -> None:
    """A member has just passed for a reason. Every third time for the same one they are shown the words of theirs that
    met those asks, with one tap to change them; whoever is fully booked is offered a holiday."""
    met = await storage.referral.met_when_passed(tx, member_id, reason)
    member = await storage.member.get(tx, member_id)
    if member is None or not met or len(met) % ALIKE:
        return
    values: dict[str, Value] = {"times": len(met)}
    rows: tuple[tuple[tuple[Value, ...], ...], ...] = (
        (("button_sharpen", "edit", SPEAKS_OF.get(reason, "")),),
        (("button_not_my_fit", "edit", Question.NOT_A_FIT),),
    )
    if reason is PassReason.BOOKED:
        rows = ((("button_pause_week", "pause", 7), ("button_pause_fortnight", "pause", 14)),)
    else:
        values["words"] = _words(member, reason, met)
        rows = rows if reason is PassReason.CLIENT else rows[:1]
    key = f"sharpen:{member_id}:{reason}:{len(met)}"
    await tell(tx, now, member_id, Note(f"sharpen_{reason}", values, rows), key=key)


def _words(member: Member, reason: PassReason, met: list[tuple[str, ...]]) -> str:
    """The member's own words: of a place or trade what they said of it, otherwise what met these asks most often."""
    if reason is PassReason.PLACE:
        return member.place or "–"
    counted = Counter(words for pieces in met for words in dict.fromkeys(pieces))
    if counted and reason is not PassReason.TRADE:
        return shorten(counted.most_common(1)[0][0], 200)
    return shorten((member.what_i_do if reason is PassReason.TRADE else member.perfect_client) or "–", 200)
