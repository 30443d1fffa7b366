"""What follows a call: a line to remember it by, the other side's word, and never being suggested again."""

from datetime import datetime

import storage.collaborator
import storage.member
import storage.nudge
from bot.actions.telling import tell
from bot.domain.answers import Unusable
from bot.domain.asks import LONGEST_ANSWER, clean
from bot.domain.facts import CallConfirmed, Fact, Nudged
from bot.domain.hours import QUIET_FROM, instant_at, local, quiet_end
from bot.domain.nudge import Nudge, NudgeState
from bot.domain.referral import Refusal
from storage.database import Transaction


async def ask_other_side(tx: Transaction, now: datetime, made: Nudge) -> bool:
    """The morning after one side said that they talked, the other is asked the same, and told nothing.

    Nobody is asked who is away, who has said so already, or in quiet hours.
    """
    other = await storage.member.get(tx, made.collaborator_id) if made.collaborator_id else None
    waits = other is not None and quiet_end(now, other.zone) > now
    await storage.nudge.change(tx, made.id, confirm_at=quiet_end(now, other.zone) if other and waits else None)
    if other is None or waits or other.is_paused(now) or made.state is not NudgeState.TALKED:
        return False
    if made.confirmed is not None or await _said_so(tx, other.id, made.member_id):
        return False
    evening = instant_at(local(now, other.zone).date(), QUIET_FROM, other.zone)
    return await tell(tx, now, other.id, CallConfirmed(made.id, other.id), key=f"confirm:{made.id}", expires_at=evening)


async def _said_so(tx: Transaction, person: int, other: int) -> bool:
    mine = await storage.nudge.of_member(tx, person)
    return any(one.collaborator_id == other and one.state is NudgeState.TALKED for one in mine)


async def confirm(tx: Transaction, now: datetime, nudge_id: int, person: int, yes: bool) -> Refusal | None:
    """What the other side says; it can be changed. Whoever talked may keep a line on it too."""
    made = await storage.nudge.get(tx, nudge_id)
    member = await storage.member.get(tx, person)
    if made is None or member is None or made.collaborator_id != person:
        return Refusal.NOT_YOURS
    await storage.nudge.change(tx, made.id, confirmed=yes)
    waiting = member.waiting or {}
    mine = {"for": "remember", "nudge": made.id}
    if yes and waiting.get("for", "remember") == "remember":
        await storage.member.change(tx, person, waiting=mine)
    elif not yes and waiting == mine:
        await storage.member.change(tx, person, waiting=None)
    await tell(tx, now, person, CallConfirmed(made.id, person))
    return None


async def remember(tx: Transaction, now: datetime, nudge_id: int, person: int, text: str) -> Unusable | None:
    """Keeps one line on a call, for its writer alone."""
    words = clean(text)
    if not any(character.isalnum() for character in words):
        return Unusable.EMPTY
    if len(words) > LONGEST_ANSWER:
        return Unusable.TOO_LONG
    await storage.collaborator.remember(tx, now, nudge_id, person, words)
    await leave_out(tx, now, nudge_id, person)
    return None


async def leave_out(tx: Transaction, now: datetime, nudge_id: int, person: int) -> Refusal | None:
    """No line, or no further one: its message no longer asks for it."""
    made = await storage.nudge.get(tx, nudge_id)
    if made is None or person not in (made.member_id, made.collaborator_id):
        return Refusal.NOT_YOURS
    member = await storage.member.get(tx, person)
    if member is not None and (member.waiting or {}).get("for") == "remember":
        await storage.member.change(tx, person, waiting=None)
    mine: Fact = Nudged(made.id) if made.member_id == person else CallConfirmed(made.id, person)
    await tell(tx, now, person, mine)
    return None


async def never_again(tx: Transaction, now: datetime, nudge_id: int, person: int, never: bool) -> Refusal | None:
    """The two are never suggested to each other, or may be again. The other side is told nothing."""
    made = await storage.nudge.get(tx, nudge_id)
    if made is None or made.member_id != person:
        return Refusal.NOT_YOURS
    if made.collaborator_id is None:
        return Refusal.PARTNER_GONE
    if never:
        await storage.collaborator.avoid(tx, person, made.collaborator_id)
    else:
        await storage.collaborator.avoid_no_more(tx, person, made.collaborator_id)
    await tell(tx, now, person, Nudged(made.id))
    return None
