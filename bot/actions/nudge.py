"""The daily nudge: at a member's own hour, one collaborator to call; never twice on one local date."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

import storage.challenge
import storage.collaborator
import storage.member
import storage.nudge
from bot.actions import outreach
from bot.actions.choosing import choices
from bot.actions.telling import tell
from bot.domain.challenge import Challenge, ChallengeState, is_over
from bot.domain.facts import ChallengePictured, ChallengeSummed, Note, Nudged
from bot.domain.hours import MORNING, QUIET_FROM, instant_at, is_quiet, local, next_instant
from bot.domain.member import Member
from bot.domain.nudge import Choice, Nudge, NudgeState
from bot.domain.referral import Refusal
from storage.database import Transaction

LATE = timedelta(minutes=30)
STALE = timedelta(hours=6)  # a nudge that could not be sent for so long is not sent
MOST_DAYS_OFF = 6


async def schedule(tx: Transaction, now: datetime, member_id: int) -> datetime | None:
    """Works out when a member's next nudge is due, from their hour, zone and weekdays, and keeps it; None when there is
    none."""
    member = await storage.member.get(tx, member_id)
    if member is None:
        return None
    due = None
    if member.nudge_on and member.reachable and not member.is_paused(now):
        due = next_instant(now, member.nudge_at, member.zone, member.last_nudge_on, member.days_off)
    await storage.member.change(tx, member_id, next_nudge_at=due)
    return due


async def configure(
    tx: Transaction,
    now: datetime,
    member_id: int,
    *,
    on: bool,
    at: time | None = None,
    days_off: Collection[int] | None = None,
) -> datetime | None:
    """Turns the daily nudge on or off, moves its hour, or leaves out weekdays; returns when the next one is due."""
    values: dict[str, object] = {"nudge_on": on, "next_nudge_at": None}
    if at is not None:
        values["nudge_at"] = at
    if days_off is not None and len(set(days_off)) <= MOST_DAYS_OFF:
        values["days_off"] = sorted(set(days_off))
    await storage.member.change(tx, member_id, **values)
    return await schedule(tx, now, member_id)


async def nudge(tx: Transaction, now: datetime, member: Member) -> bool:
    """A member's nudge is due. False when nothing is sent.

    1. Their local date has had its nudge, or is a weekday off: only the next one is worked out.
    2. It is late and now quiet there: this one is let go, the next one comes at their hour.
    3. A challenge of theirs whose 21 days are over ends with its summary instead.
    4. Otherwise somebody is chosen; with nobody to choose, nothing is said, and in a challenge an idea is given.
    """
    today = local(now, member.zone).date()
    late = now - (member.next_nudge_at or now) > LATE
    sent = False
    had = member.last_nudge_on is not None and member.last_nudge_on >= today
    rests = today.weekday() in member.days_off or member.is_paused(now)
    if not had and not rests and not (late and is_quiet(now, member.zone)) and member.reachable:
        await storage.member.change(tx, member.id, last_nudge_on=today)
        sent = await finish_if_over(tx, now, member, today) or await suggest(tx, now, member, today, turn=0)
    await schedule(tx, now, member.id)
    return sent


async def suggest(
    tx: Transaction, now: datetime, member: Member, today: date, turn: int, chosen: Choice | None = None
) -> bool:
    """Names one collaborator, the one `chosen` or the best; in a challenge an idea where there is nobody."""
    challenge = await storage.challenge.running(tx, member.id)
    in_it = challenge.id if challenge and challenge.starts_on <= today else None
    if chosen is None:
        chosen = next(iter(await choices(tx, now, member, today, instead=turn > 0)), None)
    idea = await outreach.idea_for(tx, member.id, today) if chosen is None and in_it else None
    if chosen is None and idea is None:
        return False
    made = await storage.nudge.add(
        tx, member_id=member.id, collaborator_id=chosen.member if chosen else None, local_date=today, turn=turn,
        state=NudgeState.OPEN, created_at=now, why=chosen.why if chosen else None, idea=idea, challenge_id=in_it,
        because=chosen.because if chosen else "",
    )  # fmt: skip
    evening = instant_at(today, QUIET_FROM, member.zone)
    expires_at = max(evening, now + LATE) if turn == 0 else now + STALE
    await tell(tx, now, member.id, Nudged(made.id), key=f"nudge:{member.id}:{today.isoformat()}:{turn}",
               expires_at=expires_at)  # fmt: skip
    return True


async def instead(tx: Transaction, now: datetime, made: Nudge) -> None:
    """A suggestion turned out not to be one before it was sent: the next best takes its place."""
    member = await storage.member.get(tx, made.member_id)
    if member is not None:
        await storage.nudge.change(tx, made.id, state=NudgeState.ELSE)
        await suggest(tx, now, member, made.local_date, made.turn + 1)


async def answer(tx: Transaction, now: datetime, nudge_id: int, person: int, state: NudgeState) -> Refusal | None:
    """What came of a suggestion; it can be changed. `ELSE` brings the next best at once.

    That they talked may be said of any suggestion, and taken back; the rest only of the latest one. Whoever talked may
    keep a line on it, and the other side is asked the next morning.
    """
    made = await storage.nudge.get(tx, nudge_id)
    member = await storage.member.get(tx, person)
    if made is None or member is None or made.member_id != person:
        return Refusal.NOT_YOURS
    if made.collaborator_id is None and made.idea is None:
        return Refusal.PARTNER_GONE
    if made.state is state:
        return None
    latest = (await storage.nudge.of_member(tx, person))[-1].id == made.id
    if not latest and state is NudgeState.OPEN and made.state is NudgeState.TALKED:
        state = NudgeState.SKIPPED
    elif not latest and state is not NudgeState.TALKED:
        return Refusal.NUDGE_PAST
    confirm_at = await _morning_of(tx, now, made.collaborator_id) if state is NudgeState.TALKED else None
    await storage.nudge.change(tx, made.id, state=state, confirm_at=confirm_at)
    await _await_a_line(tx, member, made.id, state)
    await tell(tx, now, person, Nudged(made.id))
    if state is NudgeState.ELSE and not await suggest(tx, now, member, made.local_date, made.turn + 1):
        await tell(tx, now, person, Note("nudge_nobody_else"))
    await finish_if_over(tx, now, member, made.local_date)
    return None


async def _morning_of(tx: Transaction, now: datetime, collaborator_id: int | None) -> datetime | None:
    other = await storage.member.get(tx, collaborator_id) if collaborator_id else None
    if other is None:
        return None
    return next_instant(now, MORNING, other.zone, after=local(now, other.zone).date())


async def _await_a_line(tx: Transaction, member: Member, nudge_id: int, state: NudgeState) -> None:
    """The next words after a call are the line to remember, unless other words are being waited for."""
    mine = {"for": "remember", "nudge": nudge_id}
    waiting = member.waiting or {}
    if state is NudgeState.TALKED and waiting.get("for", "remember") == "remember":
        await storage.member.change(tx, member.id, waiting=mine)
    elif state is not NudgeState.TALKED and waiting == mine:
        await storage.member.change(tx, member.id, waiting=None)


async def finish_if_over(tx: Transaction, now: datetime, member: Member, today: date) -> bool:
    """Ends a running challenge whose 21 days are behind the member: its picture, and what came of it."""
    challenge: Challenge | None = await storage.challenge.running(tx, member.id)
    if challenge is None or not is_over(await storage.nudge.of_challenge(tx, challenge.id), today):
        return False
    if not await storage.challenge.end(tx, now, challenge.id, ChallengeState.FINISHED):
        return False
    await tell(tx, now, member.id, ChallengePictured(challenge.id))
    await tell(tx, now, member.id, ChallengeSummed(challenge.id))
    return True
