"""Sixty days of anything: never two nudges on one local date, none in quiet hours but at one's own hour, none in a
holiday or on a weekday off."""

import asyncio
import random
import tempfile
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import storage.member
import storage.nudge
import storage.outbox
import storage.prospect
from bot.actions import nudge as nudges
from bot.actions import prospect as prospects
from bot.domain.facts import NudgeOfDay
from bot.domain.hours import is_quiet, local
from bot.domain.member import NudgeHour
from bot.domain.nudge import NudgeState
from bot.domain.prospect import ProspectState
from storage.database import Database, Transaction
from tests.databases import databases
from tests.storage.conftest import a_circle, a_member

START = datetime(2026, 3, 1, 12, tzinfo=UTC)  # with a change of hours in most zones within the sixty days
ZONES = ("Europe/Berlin", "America/New_York", "Pacific/Apia", "Pacific/Honolulu", "Australia/Lord_Howe", "UTC+05:45")
PEOPLE = (1, 2, 3)


async def anything(tx: Transaction, lot: random.Random, now: datetime) -> None:
    """One member answers, moves house, changes their hour or goes on holiday."""
    number = lot.choice(PEOPLE)
    match lot.randrange(7):
        case 0:
            await storage.member.change(tx, number, zone=lot.choice(ZONES))
            await nudges.schedule(tx, now, number)
        case 1:
            await nudges.configure(tx, now, number, on=True, at=time(lot.randrange(24), lot.choice((0, 30))),
                                   days_off=lot.sample(range(7), lot.choice((0, 0, 2))))  # fmt: skip
        case 2:
            await storage.member.change(tx, number, paused=True, paused_until=None, next_nudge_at=None)
        case 3:
            await storage.member.change(tx, number, paused=False)
            await nudges.schedule(tx, now, number)
        case 4:
            await prospects.add(tx, now, number, f"Prospect {lot.randrange(5)}", "")
        case _:
            made = await storage.nudge.of_member(tx, number)
            if made:
                await nudges.answer(tx, now, made[-1].id, number, lot.choice(list(NudgeState)))


async def nudged(tx: Transaction, now: datetime, hour: NudgeHour, seen: set[tuple[int, str]]) -> None:
    """A due nudge, and what must hold if it is one."""
    before = await storage.nudge.of_member(tx, hour.member)
    while told := await storage.outbox.due(tx, now, 99):
        for row in told:
            await storage.outbox.settle(tx, now, row.id, "sent")
    if not await nudges.fall_due(tx, now, [hour]):
        return
    (due,) = await storage.outbox.due(tx, now, 9)
    fact = due.fact()
    assert isinstance(fact, NudgeOfDay)
    if not await nudges.name(tx, now, due.id, fact):
        await storage.outbox.settle(tx, now, due.id, "dropped")
        return
    made = (await storage.nudge.of_member(tx, hour.member))[len(before) :]
    at = local(now, hour.zone)
    assert [one.turn for one in made] == [0]
    assert made[0].local_date == at.date()
    assert (hour.member, str(at.date())) not in seen
    seen.add((hour.member, str(at.date())))
    assert hour.next_at is not None
    assert not is_quiet(now, hour.zone) or now - hour.next_at <= nudges.LATE
    assert not hour.is_paused(now)
    assert at.weekday() not in hour.days_off
    assert sum(one is not None for one in (made[0].collaborator_id, made[0].prospect_id, made[0].idea)) == 1
    if made[0].prospect_id is not None:
        prospect = await storage.prospect.get(tx, made[0].prospect_id)
        assert prospect is not None
        assert (prospect.member_id, prospect.state) == (hour.member, ProspectState.TO_CALL)


async def sixty_days(url: str, seed: int) -> int:
    """Lives through them; returns how many nudges there were."""
    lot, now, seen = random.Random(seed), START, set[tuple[int, str]]()
    database = Database(url)
    async with database.transaction() as tx:
        circle = await a_circle(tx)
        for number in PEOPLE:
            await a_member(tx, number, circle, what_i_do=f"trade{number}", nudge_on=True, zone=lot.choice(ZONES))
            await nudges.schedule(tx, now, number)
        while now < START + timedelta(days=60):
            people = (await storage.member.get_all(tx, PEOPLE)).values()
            due = min((one.next_nudge_at for one in people if one.next_nudge_at), default=now)
            down = lot.choice((0, 0, 0, 0, 0, 20, 300, 3000))  # minutes
            now = max(due, now + timedelta(minutes=lot.choice((1, 200)))) + timedelta(minutes=down)
            for hour in await storage.member.due_nudges(tx, now, 10):
                await nudged(tx, now, hour, seen)
            if lot.random() < 0.6:
                await anything(tx, lot, now)
    await database.close()
    return len(seen)


@settings(max_examples=2)
@given(st.integers(0, 10**6))
def test_sixty_days_of_anything(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = databases().address(Path(folder))
        databases().make(url)
        assert asyncio.run(sixty_days(url, seed)) >= 5
        databases().drop(url)
