"""The challenge: begun with the one to call first, stopped at any time, shared when over; and for circles."""

from datetime import date, datetime

import storage.challenge
import storage.circle
import storage.member
import storage.membership
import storage.nudge
from bot.actions import nudge as nudges
from bot.actions.choosing import choices
from bot.actions.telling import note, show, tell
from bot.domain.challenge import Challenge, ChallengeState, start_days
from bot.domain.circle import Circle
from bot.domain.facts import ChallengeOffered, ChallengePictured, ChallengeShared, ChallengeShown, DriveShown, Note
from bot.domain.hours import local
from bot.domain.member import Member
from bot.domain.nudge import Choice, Why
from bot.domain.referral import Refusal
from storage.database import Transaction

EVERYBODY = 1000


async def look(tx: Transaction, now: datetime, member: Member) -> None:
    """Where the member's challenge stands; without one, whom they would call first."""
    running = await storage.challenge.running(tx, member.id)
    if running is not None:
        if await storage.nudge.of_challenge(tx, running.id):
            await tell(tx, now, member.id, ChallengePictured(running.id))
        await tell(tx, now, member.id, ChallengeShown(running.id))
    elif await choices(tx, now, member, local(now, member.zone).date()):
        await tell(tx, now, member.id, ChallengeOffered(member.id))
    elif await storage.circle.of_member(tx, member.id):
        await note(tx, now, member.id, "challenge_nobody")
    else:
        await note(tx, now, member.id, "challenge_no_circle")


async def begin(tx: Transaction, now: datetime, member: Member, first: int) -> Refusal | None:
    """Starts day 1 with the one chosen, at once: this is today's nudge."""
    today = local(now, member.zone).date()
    if await storage.challenge.running(tx, member.id):
        return Refusal.CHALLENGE_RUNNING
    possible = await choices(tx, now, member, today, most=EVERYBODY)
    if first not in [choice.member for choice in possible]:
        return Refusal.CANNOT_BE_CALLED
    await storage.challenge.start(tx, now, member.id, today, None)
    await storage.member.change(tx, member.id, nudge_on=True, last_nudge_on=today)
    turn = len(await storage.nudge.of_day(tx, member.id, today))
    await nudges.suggest(tx, now, member, today, turn, Choice(first, Why.CHOSEN))
    await nudges.schedule(tx, now, member.id)
    return None


async def stop(tx: Transaction, now: datetime, challenge_id: int, person: int) -> Refusal | None:
    """Ends a challenge early; nobody is told, and the daily nudge stays."""
    challenge = await storage.challenge.get(tx, challenge_id)
    if challenge is None or challenge.member_id != person:
        return Refusal.NOT_YOURS
    if await storage.challenge.end(tx, now, challenge.id, ChallengeState.STOPPED):
        await tell(tx, now, person, Note("challenge_stopped"))
        await _refresh(tx, now, challenge)
    return None


async def share(tx: Transaction, now: datetime, challenge_id: int, circle_id: int, person: int) -> Refusal | None:
    """Shows the picture of a challenge that is over in the group of a circle, once."""
    challenge = await storage.challenge.get(tx, challenge_id)
    if challenge is None or challenge.member_id != person or challenge.state is not ChallengeState.FINISHED:
        return Refusal.NOT_YOURS
    if not await storage.membership.is_joined(tx, circle_id, person):
        return Refusal.NOT_MEMBER
    await show(tx, now, circle_id, ChallengeShared(challenge.id), key=f"share:{challenge.id}:{circle_id}")
    return None


# For a whole circle


async def drive(tx: Transaction, now: datetime, circle: Circle, starts_on: date) -> bool:
    """A host starts a challenge for everybody who wants to: the group gets one card. False for a day gone by."""
    if starts_on not in start_days(local(now, circle.zone).date()):
        return False
    made = await storage.challenge.add_drive(tx, now, circle.id, starts_on)
    return await show(tx, now, circle.id, DriveShown(made.id))


async def join_drive(tx: Transaction, now: datetime, member: Member, drive_id: int) -> Refusal | None:
    """A member of the circle is in. One who is in a challenge already goes on with it, and counts."""
    found = await storage.challenge.get_drive(tx, drive_id)
    if found is None or not await storage.membership.is_joined(tx, found.circle_id, member.id):
        return Refusal.NOT_MEMBER
    challenge = await storage.challenge.running(tx, member.id)
    if challenge is None:
        today = local(now, member.zone).date()
        challenge = await storage.challenge.start(tx, now, member.id, max(today, found.starts_on), found.id)
        await storage.member.change(tx, member.id, nudge_on=True)
        await nudges.schedule(tx, now, member.id)
    else:
        await storage.challenge.change(tx, challenge.id, drive_id=found.id)
    await tell(tx, now, member.id, ChallengeShown(challenge.id))
    await show(tx, now, found.circle_id, DriveShown(found.id))
    return None


async def _refresh(tx: Transaction, now: datetime, challenge: Challenge) -> None:
    found = await storage.challenge.get_drive(tx, challenge.drive_id) if challenge.drive_id else None
    if found is not None:
        await show(tx, now, found.circle_id, DriveShown(found.id))
