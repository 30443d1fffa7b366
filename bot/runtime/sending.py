"""Takes facts from the outbox and tells them, at the pace that Telegram allows, in order within a chat.

1. The more urgent goes first; a chat's first due fact holds back its later ones. Now and then a place is kept for the
   less urgent, so that whoever waits is never kept waiting for good.
2. A fact becomes words shortly before its turn. One that keeps a message up to date edits it, or sends it if there is
   none. What turns out to need no message takes no turn.
3. Its turn comes when the pace allows a message to this chat, and at all.
4. Sent and marked as sent are two steps: a crash between them sends a message twice, never not at all. A database that
   does not answer at that moment is waited for.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from operator import attrgetter

from telegram.error import TelegramError

import storage.held
import storage.outbox
from bot.domain.facts import NudgeOfDay, Priority
from bot.runtime.failures import Remedy, Verdict, judge, rest
from bot.runtime.looks import LONGEST_WAIT, Looks, first
from bot.runtime.mending import mend
from bot.runtime.noting import Notes
from bot.runtime.pacing import EVERYBODY, LONGEST_WINDOW, Pacer
from bot.runtime.presence import Presence
from bot.runtime.pulse import Pulse
from bot.runtime.writing import Ready, Writer
from handlers.turn import House
from handlers.views.message import Words
from storage.address import DatabaseAway
from storage.database import Transaction
from storage.outbox import Outgoing
from storage.tracing import UPDATE

log = logging.getLogger(__name__)

PAGE = 25
MOST_AT_ONCE = 16
MOST_AHEAD = 8  # facts made into words before their turn; an answer may be one more
KEPT_PLACE = 8  # every eighth place is for the less urgent
KEPT = -1  # in the place of a priority: goes before an answer
TRIES = 3  # of a message that a fault of ours keeps from being made
SEND_LIMIT = 40.0

Step = Callable[[], Awaitable[None]]


class Sender:
    """The only sender of its token in this process."""

    def __init__(self, house: House, pulse: Pulse) -> None:
        self._house = house
        self._pulse = pulse
        self._writer = Writer(house)
        self._notes = Notes(house.database, pulse)
        self._presence = Presence(house, pulse)
        self._pacer = Pacer(pulse.now() - LONGEST_WINDOW)
        self._making: dict[int, asyncio.Task[None]] = {}
        self._ready: dict[int, Ready] = {}
        self._sending: dict[int, asyncio.Task[None]] = {}
        self._looks = Looks()
        self._begun = 0  # since a place was last kept for the less urgent
        self._kept = 0
        self.next_at: datetime | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being made or sent."""
        return not self._making and not self._sending

    async def run(self) -> None:
        """Works until cancelled; then what is being made or sent may finish, and what is ready stays a row."""
        step, news = asyncio.create_task(self._recall()), True
        try:
            await asyncio.shield(step)
            while True:
                step = asyncio.create_task(self._start_due(news))
                self.next_at = await asyncio.shield(step)
                wait = LONGEST_WAIT
                if self.next_at is not None:
                    wait = min(wait, max(0.0, (self.next_at - self._pulse.now()).total_seconds()))
                news = await self._pulse.outbox.wait(wait)
        finally:
            await asyncio.wait([step])  # broken off while it opens a connection, it would leave it open
            await asyncio.gather(*self._making.values(), *self._sending.values(), return_exceptions=True)

    async def _recall(self) -> datetime | None:
        """What was sent in the last minute counts, and what Telegram asked for holds, also after a restart."""
        now = self._pulse.now()
        async with self._house.database.reading() as tx:
            for chat_id, sent_at in await storage.outbox.sent_since(tx, now - LONGEST_WINDOW):
                self._pacer.spend(chat_id, sent_at)
            for chat_id, until in await storage.held.holds(tx, now):
                self._pacer.hold(chat_id, until)
        return None

    async def _start_due(self, news: bool) -> datetime | None:
        """Sends what may go now and makes what comes next; returns when to look again, None when nothing is due."""
        now = self._pulse.now()
        busy = self._busy()  # also those that land while the rows are read, in which they are still due
        next_at = self._release(now)
        if self._looks.is_worth_it(now, len(self._making) + len(self._ready), news=news):
            async with self._house.database.reading() as tx:
                ripe_at = await storage.outbox.next_ripe_at(tx, now)
                if (held_until := self._pacer.held_until(now)) > now:
                    self._looks.again_at = held_until
                    return held_until
                waits = await self._make_next(tx, now, busy)
            self._looks.again_at = first(ripe_at, waits)
        return first(next_at, self._looks.again_at)

    def _busy(self) -> set[int]:
        return {*self._making, *self._ready, *self._sending}

    def _release(self, now: datetime) -> datetime | None:
        """Sends every message that is ready and whose turn it is; returns when the next one has its turn."""
        next_at = None
        for one in sorted(self._ready.values(), key=attrgetter("place")):
            chat_id = one.row.chat_id
            turn = self._pacer.ready_at(chat_id, now)
            if turn > now:
                next_at = min(turn, next_at or turn)
                continue
            del self._ready[chat_id]
            self._pacer.spend(chat_id, now)
            self._begin(self._sending, one.row, partial(self._send, one), one)
        return next_at

    async def _make_next(self, tx: Transaction, now: datetime, busy: set[int]) -> datetime | None:
        """Begins to make the next messages; returns when a chat that must still wait may have its next one."""
        next_at: datetime | None = None
        rows = await self._kept_place(tx, now)
        kept = len(rows)
        rows += await storage.outbox.due(tx, now, PAGE)
        while rows:
            for at, row in enumerate(rows):
                if row.chat_id in busy or row.chat_id in self._busy():
                    continue
                urgency = KEPT if at < kept else row.priority
                if not self._has_room(urgency):
                    self._looks.more = True
                    return next_at
                ready = self._pacer.chat_ready_at(row.chat_id, now)
                if ready > now:
                    next_at = min(ready, next_at or ready)
                    continue
                self._begin(self._making, row, partial(self._make, row, urgency))
                self._begun += 1
            if len(rows) < PAGE:
                break
            kept, last = 0, rows[-1]
            rows = await storage.outbox.due(tx, now, PAGE, after=(last.priority, last.id))
        return next_at

    async def _kept_place(self, tx: Transaction, now: datetime) -> list[Outgoing]:
        """Who is taken before their turn: after every eighth, one of the less urgent, each kind when it is its turn."""
        if self._begun < KEPT_PLACE or not self._has_room(Priority.ANSWER):
            return []
        self._begun, self._kept = 0, self._kept + 1
        return await storage.outbox.due(tx, now, 1, least=1 + self._kept % Priority.NUDGE)

    def _has_room(self, priority: int) -> bool:
        ahead = len(self._making) + len(self._ready)
        if ahead + len(self._sending) >= MOST_AT_ONCE:
            return False
        return ahead < (MOST_AHEAD if priority > Priority.ANSWER else MOST_AHEAD + 1)

    def _begin(
        self, tasks: dict[int, asyncio.Task[None]], row: Outgoing, work: Step, ready: Ready | None = None
    ) -> None:
        task = asyncio.create_task(self._mended(row, work, ready))
        tasks[row.chat_id] = task
        task.add_done_callback(partial(self._landed, tasks, row.chat_id))

    def _landed(self, tasks: dict[int, asyncio.Task[None]], chat_id: int, task: asyncio.Task[None]) -> None:
        tasks.pop(chat_id, None)
        if not task.cancelled() and (error := task.exception()) is not None:  # not even the failure could be noted
            if not isinstance(error, DatabaseAway):
                log.error("the outbox could not be written: %s", type(error).__name__, exc_info=error)
            self._pacer.leave_alone(chat_id, self._pulse.now() + rest(0))
        self._looks.more |= chat_id not in self._ready
        self._pulse.outbox.stir()

    async def _mended(self, row: Outgoing, work: Step, ready: Ready | None) -> None:
        """Does one step of telling a fact; what goes wrong is mended as the table says. Only one that is `ready` can
        have been sent."""
        UPDATE.set(row.update_id)  # of this task
        unknown = Remedy.UNKNOWN if ready else Remedy.AGAIN
        try:
            async with asyncio.timeout(SEND_LIMIT):
                await work()
        except TelegramError as error:
            verdict = judge(error, row.chat_id, row.attempts)
            if verdict.remedy is Remedy.UNKNOWN:
                verdict = replace(verdict, remedy=unknown)
            await self._mend(row, verdict, error)
        except TimeoutError as error:
            await self._mend(row, Verdict(unknown, rest(row.attempts)), error)
        except asyncio.CancelledError:  # broken off, and told again by whoever sends next
            if ready and ready.shown is None:
                self._pulse.figures.perhaps_doubled()
            raise
        except DatabaseAway:
            raise
        except Exception as error:
            log.exception("message %s (%s) failed", row.id, row.name)
            fault = Verdict(Remedy.AGAIN if row.attempts < TRIES else Remedy.DEAD, rest(row.attempts))
            await self._mend(row, fault, error)

    async def _make(self, row: Outgoing, urgency: int) -> None:
        """Turns a fact into the message that it is now, unless there is nothing to say."""
        now = self._pulse.now()
        if row.expires_at is not None and row.expires_at <= now:
            await self._notes.expired(row)
            return
        fact = row.fact()
        if isinstance(fact, NudgeOfDay):
            named = await self._presence.name(row, fact)
            if named is None:
                return
            row, fact = named, named.fact()
        if not await self._presence.allows(row, fact):
            return
        made, shown = await self._writer.make(row, now)
        if made is None:
            await self._notes.settled(row, "dropped", None)
        elif isinstance(made, Words) and shown is not None and shown.digest == made.digest():
            await self._notes.settled(row, "sent", None)
        else:
            self._ready[row.chat_id] = Ready((urgency, row.id), row, made, shown)

    async def _send(self, ready: Ready) -> None:
        """A message goes to Telegram, and is marked as sent."""
        row, made = ready.row, ready.made
        if isinstance(made, Words):
            await self._notes.sent(row, made, await self._writer.post(row, made, ready.shown))
            return
        await self._writer.send_file(row, made)
        await self._notes.sent(row, None, 0)

    async def _mend(self, row: Outgoing, verdict: Verdict, error: Exception) -> None:
        """Does what the table says about a message that Telegram did not take."""
        now = self._pulse.now()
        remedy = verdict.remedy
        self._pulse.figures.sent(remedy.name.lower())
        if isinstance(error, TelegramError | TimeoutError):
            self._pulse.exchanged(answered=remedy not in (Remedy.AGAIN, Remedy.UNKNOWN))
        if remedy is Remedy.UNKNOWN and row.priority >= Priority.NUDGE:
            remedy = Remedy.DEAD  # a nudge that was perhaps sent is not sent again
        log.log(
            logging.ERROR if remedy in (Remedy.DEAD, Remedy.PLAIN) else logging.INFO,
            "message %s (%s): %s, %s", row.id, row.name, remedy.name, type(error).__name__,
        )  # fmt: skip
        held = self._hold(row.chat_id, now + verdict.after) if remedy is Remedy.PAUSE else None
        if remedy is Remedy.PLAIN:
            await self._tell_plainly(row)
            return
        doubles = False

        async def write(tx: Transaction) -> None:
            nonlocal doubles
            if remedy is Remedy.UNKNOWN:
                doubles = not (row.slot and await storage.outbox.get_posted(tx, row.slot))
            if held is not None:
                await storage.held.hold(tx, held, now + verdict.after)
            await mend(tx, now, row, replace(verdict, remedy=remedy), f"{type(error).__name__}: {error}")

        await self._notes.patiently(write)
        if doubles:
            self._pulse.figures.perhaps_doubled()

    def _hold(self, chat_id: int, until: datetime) -> int:
        """Telegram asked to wait. What was ready for others is made anew when the wait is over."""
        held = self._pacer.hold(chat_id, until)
        if held == EVERYBODY:
            self._ready.clear()
        return held

    async def _tell_plainly(self, row: Outgoing) -> None:
        """The words without markup: a fault of ours must not keep them from the reader."""
        made, shown = await self._writer.make(row, self._pulse.now())
        try:
            if isinstance(made, Words):
                self._pacer.spend(row.chat_id, self._pulse.now())
                await self._notes.sent(row, made, await self._writer.post(row, made, shown, plain=True))
                return
            reason = "no words"
        except TelegramError as error:
            verdict = judge(error, row.chat_id, row.attempts)
            if verdict.remedy is not Remedy.PLAIN:
                await self._mend(row, verdict, error)
                return
            reason = error.message
        log.error("message %s (%s) could not be sent as plain text either", row.id, row.name)
        await self._notes.settled(row, "dead", reason)
