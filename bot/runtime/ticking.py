"""Looks at what is due, again and again. What is due is a column; a restart has nothing to recover."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

import storage.due
import storage.held
import storage.inbox
import storage.introduction
import storage.member
import storage.nudge
import storage.outbox
import storage.refer_out
import storage.referral
from bot.actions import call as calls
from bot.actions import introduction as introductions
from bot.actions import member as members
from bot.actions import nudge as nudges
from bot.actions import refer_out as refer_outs
from bot.actions import referral as referrals
from bot.domain.referral import ReferralState
from bot.runtime.pulse import Pulse
from storage.address import DatabaseAway
from storage.database import Database, Transaction

log = logging.getLogger(__name__)

BATCH = 500
MOST_BATCHES = 100
KEEP = timedelta(days=8)  # handled updates and told facts: longer than Telegram repeats or restarts its numbers
SWEEP_EVERY = timedelta(hours=1)

Find = Callable[[Transaction, datetime, int], Awaitable[Sequence[Any]]]
Act = Callable[[Transaction, datetime, Any], Awaitable[Any]]


async def _wave_over(tx: Transaction, now: datetime, request: Any) -> None:
    await referrals.move_along(tx, now, request.id, time_is_up=True)


async def _expire(tx: Transaction, now: datetime, request: Any) -> None:
    await referrals.end(tx, now, request, ReferralState.EXPIRED)


async def _fall_due(tx: Transaction, now: datetime, hour: Any) -> None:
    await nudges.fall_due(tx, now, [hour])


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of what can be due: how it is found, what is done with one row, or with all of them `together`."""

    name: str
    find: Find
    act: Act
    together: Act | None = None


DUE = (
    Kind("expiry", storage.referral.expired, _expire),
    Kind("wave", storage.referral.waves_over, _wave_over),
    Kind("follow-up", storage.introduction.to_follow_up, introductions.follow_up),
    Kind("draft", storage.refer_out.stale, refer_outs.forget_draft),
    Kind("client", storage.refer_out.to_erase, refer_outs.erase_client),
    Kind("holiday", storage.member.pauses_over, members.back_from_holiday),
    Kind("nudge", storage.member.due_nudges, _fall_due, nudges.fall_due),
    Kind("call", storage.nudge.to_confirm, calls.ask_other_side),
)


class Ticker:
    """Moves due rows along, in small transactions."""

    def __init__(self, database: Database, pulse: Pulse, every: timedelta) -> None:
        self._database = database
        self._pulse = pulse
        self._every = every
        self._swept_at: datetime | None = None

    async def run(self) -> None:
        """Ticks at once and then again and again, until cancelled."""
        scheduler = AsyncIOScheduler(timezone="UTC")
        scheduler.add_job(
            self.tick, "interval", seconds=self._every.total_seconds(), misfire_grace_time=None, coalesce=True,
            max_instances=1,
        )  # fmt: skip
        scheduler.start()
        try:
            await self.tick()
            await asyncio.Event().wait()
        finally:
            scheduler.shutdown(wait=False)
            self._pulse.figures.ticks_no_more()

    async def tick(self) -> int:
        """Looks at everything once; returns how many rows were moved along. One kind's fault leaves the others; without
        a database the next tick does it all."""
        try:
            return await self._look()
        except DatabaseAway as error:
            log.warning("what is due could not be done: %s", error)
            return 0

    async def _look(self) -> int:
        self._pulse.figures.ticked(self._pulse.now(), self._every)
        async with self._database.reading() as tx:
            due = await storage.due.kinds(tx, self._pulse.now())
        moved = 0
        for kind in DUE:
            if kind.name not in due and not moved:  # once something was moved, more of another kind may be due
                continue
            try:
                moved += await self._work(kind)
            except DatabaseAway:
                raise
            except Exception:
                log.exception("what is due could not be done: %s", kind.name)
        try:
            if "message" in due:
                await self._drop_expired()
            await self._sweep()
        except DatabaseAway:
            raise
        except Exception:
            log.exception("the ledgers could not be swept")
        if moved:
            self._pulse.ring()
        return moved

    async def _work(self, kind: Kind) -> int:
        moved = 0
        for _ in range(MOST_BATCHES):
            now = self._pulse.now()
            async with self._database.transaction() as tx:
                rows = await kind.find(tx, now, BATCH)
                done = await _moved_along(tx, now, kind, rows)
            moved += done
            if done < len(rows) or len(rows) < BATCH:
                break  # those that failed are due still: the next tick tries again
        return moved

    async def _drop_expired(self) -> None:
        now = self._pulse.now()
        async with self._database.transaction() as tx:
            count = await storage.outbox.drop_expired(tx, now)
        log.info("%d messages have expired", count)

    async def _sweep(self) -> None:
        now = self._pulse.now()
        if self._swept_at is None or now - self._swept_at > SWEEP_EVERY:
            self._swept_at = now
            async with self._database.transaction() as tx:
                await storage.inbox.sweep(tx, now, KEEP)
                await storage.outbox.sweep(tx, now, KEEP)
                await storage.held.sweep(tx, now)


async def _moved_along(tx: Transaction, now: datetime, kind: Kind, rows: Sequence[Any]) -> int:
    """Moves rows along, together or one by one; returns how many. A row's fault leaves nothing behind and does not hold
    the others up."""
    if kind.together is not None and rows:
        try:
            async with tx.begin_nested():
                await kind.together(tx, now, rows)
            return len(rows)
        except DatabaseAway:
            raise
        except Exception:
            log.exception("what is due could not be done together: %s", kind.name)
    moved = 0
    for row in rows:
        try:
            async with tx.begin_nested():
                await kind.act(tx, now, row)
            moved += 1
        except DatabaseAway:
            raise
        except Exception:
            log.exception("what is due could not be done: %s %s", kind.name, row.id)
    return moved
