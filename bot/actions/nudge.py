"""The daily nudge: at a member's own hour, one collaborator to call; never twice on one local date."""

from datetime import date, datetime, time, timedelta

import storage.introduction
import storage.member
import storage.nudge
from bot.actions.telling import tell
from bot.domain.facts import Note, Nudged
from bot.domain.hours import QUIET_FROM, instant_at, is_quiet, local, next_instant
from bot.domain.member import Member
from bot.domain.nudge import Nudge, NudgeState, choose_collaborator
from bot.domain.referral import Refusal
from storage.database import Transaction

LATE = timedelta(minutes=30)
STALE = timedelta(hours=6)  # a nudge that could not be sent for so long is not sent
WEEK = timedelta(days=7)


async def schedule(tx: Transaction, now: datetime, member_id: int) -> datetime | None:
    """Works out when a member's next nudge is due, from their hour and zone, and keeps it; None when there is none."""
    member = await storage.member.get(tx, member_id)
    if member is None:
        return None
    due = None
    if member.nudge_on and member.reachable and not member.is_paused(now):
        due = next_instant(now, member.nudge_at, member.zone, after=member.last_nudge_on)
    await storage.member.change(tx, member_id, next_nudge_at=due)
    return due


async def configure(
    tx: Transaction, now: datetime, member_id: int, *, on: bool, at: time | None = None
) -> datetime | None:
    """Turns the daily nudge on or off, or moves its hour; returns when the next one is due."""
    values: dict[str, object] = {"nudge_on": on, "next_nudge_at": None}
    if at is not None:
        values["nudge_at"] = at
    await storage.member.change(tx, member_id, **values)
    return await schedule(tx, now, member_id)


async def nudge(tx: Transaction, now: datetime, member: Member) -> bool:
    """A member's nudge is due. False when nothing is sent.

    1. Their local date has had its nudge: only the next one is worked out.
    2. It is late and now quiet there: this one is let go, the next one comes at their hour.
    3. Otherwise somebody is chosen; with nobody to choose, nothing is said.
    """
    today = local(now, member.zone).date()
    late = now - (member.next_nudge_at or now) > LATE
    sent = False
    had = member.last_nudge_on is not None and member.last_nudge_on >= today
    if not had and not (late and is_quiet(now, member.zone)) and member.reachable and not member.is_paused(now):
        await storage.member.change(tx, member.id, last_nudge_on=today)
        sent = await _suggest(tx, now, member, today, turn=0)
    await schedule(tx, now, member.id)
    return sent


async def _suggest(tx: Transaction, now: datetime, member: Member, today: date, turn: int) -> bool:
    history = await storage.nudge.of_member(tx, member.id)
    met = await storage.introduction.partners_of(tx, member.id)
    met |= {one.collaborator_id for one in history if one.state is NudgeState.TALKED and one.collaborator_id}
    met |= {one.member_id for one in await storage.nudge.suggesting(tx, member.id) if one.state is NudgeState.TALKED}
    others = await storage.member.in_same_circles(tx, member.id, active=True)
    today_shown = {one.collaborator_id for one in history if one.local_date == today}
    present = [
        other.id
        for other in others
        if other.reachable and not other.is_paused(now) and other.routable and other.id not in today_shown
    ]
    fresh = [one for one in present if one not in met]
    shown: dict[int, int] = {}
    for one in history:
        if one.collaborator_id is None:
            continue
        shown[one.collaborator_id] = shown.get(one.collaborator_id, 0) + (one.state is not NudgeState.TOMORROW)
    kept = history[-1].collaborator_id if history and history[-1].state is NudgeState.TOMORROW else None
    load = await storage.nudge.load_since(tx, now - WEEK)
    chosen = choose_collaborator(member.id, fresh or present, shown, load, kept, today)
    if chosen is None:
        return False
    made = await storage.nudge.add(
        tx, member_id=member.id, collaborator_id=chosen, local_date=today, turn=turn, state=NudgeState.OPEN,
        created_at=now,
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
        await storage.nudge.change(tx, made.id, NudgeState.ELSE)
        await _suggest(tx, now, member, made.local_date, made.turn + 1)


async def answer(tx: Transaction, now: datetime, nudge_id: int, person: int, state: NudgeState) -> Refusal | None:
    """What came of a suggestion; it can be changed. `ELSE` brings the next best at once.

    That they talked may be said of any suggestion, and taken back; the rest only of the latest one.
    """
    made = await storage.nudge.get(tx, nudge_id)
    member = await storage.member.get(tx, person)
    if made is None or member is None or made.member_id != person:
        return Refusal.NOT_YOURS
    if made.collaborator_id is None:
        return Refusal.PARTNER_GONE
    if made.state is state:
        return None
    latest = (await storage.nudge.of_member(tx, person))[-1].id == made.id
    if not latest and state is NudgeState.OPEN and made.state is NudgeState.TALKED:
        state = NudgeState.SKIPPED
    elif not latest and state is not NudgeState.TALKED:
        return Refusal.NUDGE_PAST
    await storage.nudge.change(tx, made.id, state)
    await tell(tx, now, person, Nudged(made.id))
    if state is NudgeState.ELSE and not await _suggest(tx, now, member, made.local_date, made.turn + 1):
        await tell(tx, now, person, Note("nudge_nobody_else"))
    return None
