"""The daily nudge: at a member's own hour, one collaborator to call; never twice on one local date."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

import storage.challenge
import storage.circle
import storage.member
import storage.nudge
import storage.outbox
import storage.prospect
from bot.actions import outreach
from bot.actions.choosing import choices
from bot.actions.telling import tell
from bot.domain.challenge import Challenge, ChallengeState, is_over
from bot.domain.circle import CircleState
from bot.domain.facts import ChallengePictured, ChallengeSummed, Note, Nudged, NudgeOfDay, Priority
from bot.domain.hours import MORNING, QUIET_FROM, instant_at, is_quiet, local, next_instant
from bot.domain.member import Member, NudgeHour
from bot.domain.nudge import Choice, Nudge, NudgeState, Why
from bot.domain.prospect import ProspectRefusal, ProspectState
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
    due = _next(now, member.nudge_hour, member.last_nudge_on)
    await storage.member.change(tx, member_id, next_nudge_at=due)
    return due


def _next(now: datetime, hour: NudgeHour, last: date | None) -> datetime | None:
    if hour.on and hour.reachable and not hour.is_paused(now):
        return next_instant(now, hour.at, hour.zone, last, hour.days_off)
    return None


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


async def fall_due(tx: Transaction, now: datetime, hours: Sequence[NudgeHour]) -> int:
    """The nudges of members are due; returns for how many of them one is to be sent.

    1. Their local date has had its nudge, or is a weekday off: only the next one is worked out.
    2. It is late and now quiet there: this one is let go, the next one comes at their hour.
    3. Otherwise it is put in the outbox. What it says is worked out when it is its turn: see `name`.
    """
    days: dict[int, tuple[date | None, datetime | None]] = {}
    sent: dict[int, tuple[NudgeOfDay, datetime]] = {}
    for hour in hours:
        today = local(now, hour.zone).date()
        last = hour.last_on
        if _is_wanted(now, hour, today):
            last = today
            expires_at = max(instant_at(today, QUIET_FROM, hour.zone), now + LATE)
            sent[hour.member] = NudgeOfDay(hour.member, today.isoformat()), expires_at
        days[hour.member] = last, _next(now, hour, last)
    await storage.outbox.put_nudges(tx, now, sent)
    await storage.member.nudged(tx, days)
    return len(sent)


def _is_wanted(now: datetime, hour: NudgeHour, today: date) -> bool:
    late = now - (hour.next_at or now) > LATE
    had = hour.last_on is not None and hour.last_on >= today
    rests = today.weekday() in hour.days_off or hour.is_paused(now)
    return not had and not rests and not (late and is_quiet(now, hour.zone)) and hour.reachable


async def name(tx: Transaction, now: datetime, due: int, fact: NudgeOfDay) -> bool:
    """It is the turn of a nudge in the outbox (`due`): it becomes what it says. False when nothing is said.

    1. Whoever is away by now, wants none any more, or has had one today hears nothing.
    2. A challenge whose 21 days are over ends with its summary instead.
    3. Otherwise somebody is chosen: see `suggest`.
    """
    member, today = await storage.member.get(tx, fact.member), date.fromisoformat(fact.day)
    if member is None or not member.reachable or not member.nudge_on or member.is_paused(now):
        return False
    if await storage.nudge.of_day(tx, member.id, today) or await finish_if_over(tx, now, member, today):
        return False
    return await suggest(tx, now, member, today, turn=0, due=due)


async def suggest(
    tx: Transaction,
    now: datetime,
    member: Member,
    today: date,
    turn: int,
    chosen: Choice | None = None,
    *,
    due: int | None = None,
) -> bool:
    """Names one collaborator, the one `chosen` or the next best; False when there is nothing to name. It takes the
    place of the fact `due` in the outbox, or else is told as an answer to who asked for it."""
    challenge = await storage.challenge.running(tx, member.id)
    in_it = challenge.id if challenge and challenge.starts_on <= today else None
    whom = _person(chosen) if chosen else await _next_best(tx, now, member, today, turn)
    if not whom:
        return False
    made = await storage.nudge.add(
        tx, member_id=member.id, local_date=today, turn=turn, state=NudgeState.OPEN, created_at=now,
        challenge_id=in_it, **whom,
    )  # fmt: skip
    if due is not None:
        await storage.outbox.become(tx, due, Nudged(made.id))
        return True
    await tell(tx, now, member.id, Nudged(made.id), key=f"nudge:{member.id}:{today.isoformat()}:{turn}",
               expires_at=now + STALE, priority=Priority.ANSWER)  # fmt: skip
    return True


async def _next_best(tx: Transaction, now: datetime, member: Member, today: date, turn: int) -> dict[str, object]:
    """Whom to name, as columns of a suggestion; empty for a member without a circle.

    1. Whoever was kept for today, unless somebody else was asked for.
    2. Somebody of the circles whom the member was never told of.
    3. One of the member's own prospects still to call.
    4. Whoever was suggested least and not yet met, then whoever was met longest ago.
    5. Something to do outside the circle.
    """
    history = await storage.nudge.of_member(tx, member.id)
    kept = await outreach.kept_for(tx, member.id, history) if turn == 0 else None
    if kept is not None:
        return {"prospect_id": kept.id, "why": Why.PROSPECT}
    best = next(iter(await choices(tx, now, member, today, instead=turn > 0)), None)
    if best is not None and not best.again:
        return _person(best)
    if (prospect := await outreach.prospect_for(tx, member.id, history, today)) is not None:
        return {"prospect_id": prospect.id, "why": Why.PROSPECT}
    if best is not None:
        return _person(best)
    circles = await storage.circle.of_member(tx, member.id)
    if not any(circle.state is CircleState.ACTIVE for circle in circles):
        return {}
    return {"idea": outreach.idea_for(member.id, history, today)}


def _person(choice: Choice) -> dict[str, object]:
    return {"collaborator_id": choice.member, "why": choice.why, "because": choice.because}


async def instead(tx: Transaction, now: datetime, made: Nudge, due: int) -> bool:
    """A suggestion turned out not to be one before it was sent: the next best takes its place; False if there is
    none."""
    member = await storage.member.get(tx, made.member_id)
    if member is None:
        return False
    await storage.nudge.change(tx, made.id, state=NudgeState.ELSE)
    return await suggest(tx, now, member, made.local_date, made.turn + 1, due=due)


async def answer(
    tx: Transaction, now: datetime, nudge_id: int, person: int, state: NudgeState
) -> Refusal | ProspectRefusal | None:
    """What came of a suggestion; it can be changed. `ELSE` brings the next best at once.

    That they talked may be said of any suggestion, and taken back; the rest only of the latest one. Whoever talked may
    keep a line on it, and the other side is asked the next morning.
    """
    made = await storage.nudge.get(tx, nudge_id)
    member = await storage.member.get(tx, person)
    if made is None or member is None or made.member_id != person:
        return Refusal.NOT_YOURS
    if made.collaborator_id is None and made.prospect_id is None and made.idea is None:
        return ProspectRefusal.GONE if made.why is Why.PROSPECT else Refusal.PARTNER_GONE
    if made.state is state:
        return None
    latest = (await storage.nudge.of_member(tx, person))[-1].id == made.id
    if not latest and state is NudgeState.OPEN and made.state is NudgeState.TALKED:
        state = NudgeState.SKIPPED
    elif not latest and state is not NudgeState.TALKED:
        return Refusal.NUDGE_PAST
    confirm_at = await _morning_of(tx, now, made.collaborator_id) if state is NudgeState.TALKED else None
    await storage.nudge.change(tx, made.id, state=state, confirm_at=confirm_at)
    await _move_prospect(tx, made, state)
    await _await_a_line(tx, member, made.id, state)
    await tell(tx, now, person, Nudged(made.id))
    if state is NudgeState.ELSE and not await suggest(tx, now, member, made.local_date, made.turn + 1):
        await tell(tx, now, person, Note("nudge_nobody_else"))
    await finish_if_over(tx, now, member, made.local_date)
    return None


async def _move_prospect(tx: Transaction, made: Nudge, state: NudgeState) -> None:
    """A prospect who was called is to be called no more; taken back, they are again. Later steps stay."""
    prospect = await storage.prospect.get(tx, made.prospect_id) if made.prospect_id else None
    if prospect is None:
        return
    if state is NudgeState.TALKED and prospect.state is ProspectState.TO_CALL:
        await storage.prospect.change(tx, made.member_id, prospect.id, state=ProspectState.CALLED)
    elif made.state is NudgeState.TALKED and prospect.state is ProspectState.CALLED:
        await storage.prospect.change(tx, made.member_id, prospect.id, state=ProspectState.TO_CALL)


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
