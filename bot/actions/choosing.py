"""Reads what is known of a member and their circles, and lets the rules say whom they could call. Writes nothing."""

from datetime import date, datetime, timedelta

import storage.collaborator
import storage.introduction
import storage.member
import storage.nudge
from bot.domain.hours import local, offset_of
from bot.domain.member import Member
from bot.domain.nudge import Candidate, Choice, Nudge, NudgeState, Share, choose
from storage.database import Transaction

WEEK = timedelta(days=7)


async def choices(
    tx: Transaction, now: datetime, member: Member, today: date, *, most: int = 1, instead: bool = False
) -> list[Choice]:
    """Whom a member could call today, best first. With `instead`, nobody is kept from yesterday."""
    history = await storage.nudge.of_member(tx, member.id)
    talked = await last_talks(tx, member, history)
    callable_now = [
        other
        for other in await storage.member.in_same_circles(tx, member.id, active=True)
        if other.reachable and not other.is_paused(now) and other.routable
    ]
    avoiding = await storage.collaborator.avoiding(tx, member.id)
    named_today = {one.collaborator_id for one in history if one.local_date == today}
    candidates = [
        _candidate(other, history, talked, today)
        for other in callable_now
        if other.id not in avoiding and other.id not in named_today
    ]
    load = await storage.nudge.load_since(tx, now - WEEK, member.id)
    share = Share({other.id: load.get(other.id, 0) for other in callable_now}, len(callable_now))
    kept = history[-1].collaborator_id if history and history[-1].state is NudgeState.TOMORROW and not instead else None
    known = (await storage.member.get_all(tx, talked)).values()
    offset = offset_of(today, member.zone)
    return choose(member, offset, candidates, known, share, today, kept, most)


def _candidate(other: Member, history: list[Nudge], talked: dict[int, date], today: date) -> Candidate:
    """Somebody as this member knows them. A suggestion that was kept for another day was none yet."""
    suggested = [one for one in history if one.collaborator_id == other.id]
    days = [one.local_date for one in suggested]
    if other.id in talked:
        days.append(talked[other.id])
    return Candidate(
        other,
        offset_of(today, other.zone),
        met=other.id in talked,
        shown=sum(one.state is not NudgeState.TOMORROW for one in suggested),
        last_on=max(days, default=None),
    )


async def last_talks(tx: Transaction, member: Member, history: list[Nudge]) -> dict[int, date]:
    """Everybody a member has been introduced to or has talked with, by either side's word, with the last date."""
    days: list[tuple[int | None, date]] = []
    for introduction in await storage.introduction.of_person(tx, member.id):
        day = local(introduction.created_at, member.zone).date()
        days += [(side, day) for side in (introduction.giver_id, introduction.receiver_id)]
    days += [(one.collaborator_id, one.local_date) for one in history if one.state is NudgeState.TALKED]
    for one in await storage.nudge.suggesting(tx, member.id):
        if one.state is NudgeState.TALKED or one.confirmed:
            days.append((one.member_id, one.local_date))
    found: dict[int, date] = {}
    for person, day in days:
        if person is not None and person != member.id:
            found[person] = max(day, found.get(person, day))
    return found
