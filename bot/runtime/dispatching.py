"""Takes updates from the inbox and has them handled: in order within a chat, side by side across chats.

1. A chat's updates form a queue; a chat waits for its own turn first and for a worker slot second. Only the first few
   updates of a chat are held in memory, the others stay rows: one flooding chat does not hold the others up.
   Where several processes share the database, each claims the first update of a chat, then the next one of it.
2. The handler's effects, its messages and the mark "handled" commit together.
3. A handler that raises is tried again; after three tries the update is set aside and the person is told.
   An update that cannot be parsed is set aside at once.
"""

import asyncio
import json
import logging
from collections import deque
from datetime import timedelta
from typing import Any

from telegram import CallbackQuery, Update
from telegram.error import TelegramError
from telegram.ext import Application, CallbackContext

import storage.inbox
import storage.outbox
from bot.domain.facts import Note
from bot.locales import supported
from bot.runtime.pulse import Pulse
from bot.runtime.receiving import KINDS, whole
from bot.runtime.shape import sound
from handlers.turn import CURRENT, House, Turn
from storage.address import DatabaseAway
from storage.inbox import AlreadyHandled, Received
from storage.tracing import UPDATE

log = logging.getLogger(__name__)

SLOTS = 8
MOST_QUEUED = 2000
MOST_OF_A_CHAT = 20
MOST_CHATS = 64  # claimed by one of several processes
TRIES = 3
RESTS = (0.5, 2.0)  # seconds before the second and the third try
HANDLER_LIMIT = 60.0
ANSWER_LIMIT = 10.0

App = Application[Any, Any, Any, Any, Any, Any]


async def remember_error(_update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    """The application's error handler: never raises; the dispatcher decides."""
    CURRENT.get().error = context.error


class Dispatcher:
    """Handles every update of the inbox once."""

    def __init__(self, application: App, house: House, pulse: Pulse) -> None:
        self._application = application
        self._house = house
        self._pulse = pulse
        self._queues: dict[int, deque[Received]] = {}
        self._chats: dict[int, asyncio.Task[None]] = {}
        self._more: dict[int, int] = {}  # chats with further rows, and the last row of theirs that was read
        self._passed_over: set[int] = set()  # those of them that had a row passed over since they were last looked at
        self._answers: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(SLOTS)
        self._last = 0
        self._is_shared = house.database.is_shared
        self._held_back = False  # rows are left unread until some of those in memory are handled
        self._claimed: set[int] = set()
        self._stopping = False

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being handled or answered."""
        return not self._chats and not self._answers

    async def run(self) -> None:
        """Works until cancelled; then what is being handled may finish, and the rest stays rows."""
        try:
            while True:
                rows = await (self._claim(MOST_CHATS - len(self._chats)) if self._is_shared else self._read())
                for row in rows:
                    self._enqueue(row)
                if not rows or (not self._is_shared and len(rows) < MOST_QUEUED):  # that was all there is
                    await self._pulse.inbox.wait(5.0)
        except asyncio.CancelledError:
            self._stopping = True
            self._pulse.wake()
            await asyncio.gather(*self._chats.values(), *self._answers, return_exceptions=True)
            raise

    async def _read(self) -> list[Received]:
        """What has come in since the last look, all of it for this process."""
        self._held_back = sum(len(queue) for queue in self._queues.values()) >= MOST_QUEUED
        if self._held_back:
            return []
        async with self._house.database.reading() as tx:
            rows = await storage.inbox.waiting(tx, self._last, MOST_QUEUED)
        self._last = rows[-1].id if rows else self._last
        return rows

    async def _claim(self, most: int, key: int | None = None) -> list[Received]:
        """The first update of chats that no other process is at work on; they are this process's until handled."""
        if most <= 0:
            return []
        database = self._house.database
        async with database.noting() as tx:
            rows = await storage.inbox.claim(tx, database.worker, self._house.settings.lease, most, key)
        self._claimed.update(row.id for row in rows)
        return rows

    def claimed(self) -> frozenset[int]:
        """The updates that other processes leave to this one."""
        return frozenset(self._claimed)

    def _enqueue(self, row: Received) -> None:
        queue = self._queues.setdefault(row.chat_key, deque())
        if row.chat_key in self._more or len(queue) >= MOST_OF_A_CHAT:
            self._more.setdefault(row.chat_key, queue[-1].id if queue else row.id - 1)
            self._passed_over.add(row.chat_key)
        else:
            queue.append(row)
        if row.chat_key not in self._chats:
            self._chats[row.chat_key] = asyncio.create_task(self._drain(row.chat_key))

    async def _drain(self, key: int) -> None:
        """Handles a chat's updates one after the other until there is none."""
        queue = self._queues[key]
        try:
            while not self._stopping:
                if queue:
                    UPDATE.set(queue[0].update_id)  # of this task
                    row = queue.popleft()
                    try:
                        await self._handle(row)
                    finally:
                        self._claimed.discard(row.id)
                elif self._is_shared:
                    queue.extend(await self._claim(1, key))
                    if not queue:  # looked at only now: the next one may have been enqueued meanwhile
                        return
                elif key in self._more:
                    await self._read_on(key, queue)
                else:
                    return
        except DatabaseAway as error:
            log.debug("the next update of a chat waits for the database: %s", error)
        except Exception:  # what is left of the chat is found again
            log.exception("the next update of a chat could not be claimed")
        finally:
            self._claimed.difference_update(row.id for row in self._queues.pop(key, ()))
            self._chats.pop(key, None)
            self._more.pop(key, None)
            if self._is_shared or self._held_back:
                self._pulse.inbox.ring()

    async def _read_on(self, key: int, queue: deque[Received]) -> None:
        self._passed_over.discard(key)
        try:
            async with self._house.database.reading() as tx:
                rows = await storage.inbox.waiting(tx, self._more[key], MOST_OF_A_CHAT, key)
        except Exception:
            log.exception("the next updates of a chat could not be read")
            await self._pulse.rest(RESTS[0])
            return
        if rows:
            self._more[key] = rows[-1].id
            queue.extend(rows)
        elif key not in self._passed_over:
            del self._more[key]

    async def _handle(self, row: Received) -> None:
        """Tries until the update is handled or set aside, or the bot stops."""
        attempt = min(row.attempts, TRIES - 1)
        while not self._stopping:
            if attempt:
                await self._pulse.rest(RESTS[min(attempt, len(RESTS)) - 1])
            try:
                async with self._slots:
                    if self._stopping or await self._attempt(row, attempt):
                        return
            except DatabaseAway as error:  # that is no try
                log.debug("update %s waits for the database: %s", row.update_id, error)
                await self._pulse.rest(RESTS[0])
                continue
            except Exception:  # not even the failure could be noted: the chat waits for its database
                log.exception("update %s could not be set aside", row.update_id)
                attempt = max(attempt, 1)
                continue
            attempt += 1

    async def _attempt(self, row: Received, attempt: int) -> bool:
        """One try; true when the update needs no other."""
        try:
            update = Update.de_json(sound(json.loads(row.payload)), self._house.bot)
        except Exception as error:
            log.error("update %s cannot be parsed and is set aside: %s", row.update_id, type(error).__name__)
            self._pulse.figures.handled("unreadable", "set_aside")
            await self._set_aside(row, f"unparseable: {type(error).__name__}", None)
            return True
        turn = Turn(self._house, update, row.id, self._pulse.now())
        kind = next((kind for kind in KINDS if getattr(update, kind, None) is not None), "other")
        token = CURRENT.set(turn)
        try:
            async with asyncio.timeout(HANDLER_LIMIT):
                await self._application.process_update(update)
            if turn.error is not None:
                raise turn.error
            if not turn.committed:
                async with turn.transaction():
                    pass  # nobody has to do anything about it
        except AlreadyHandled:
            log.warning("update %s was handled by another worker meanwhile", row.update_id)
            return True
        except Exception as error:
            if isinstance(error, DatabaseAway) and not turn.committed:
                raise
            log.exception("update %s failed (try %d)", row.update_id, attempt + 1)
            if turn.committed:
                self._pulse.figures.handled(kind, "handled")
                self._answer(turn)
                return True
            last = attempt + 1 >= TRIES
            self._pulse.figures.handled(kind, "set_aside" if last else "failed")
            await self._set_aside(row, type(error).__name__, None if last else attempt, update if last else None)
            if last:
                turn.fail()
                self._answer(turn)
            return last
        finally:
            CURRENT.reset(token)
            self._pulse.ring()
        self._pulse.figures.handled(kind, "handled")
        log.info("%s handled", kind)
        self._answer(turn)
        return True

    async def _set_aside(self, row: Received, error: str, attempt: int | None, tell: Update | None = None) -> None:
        now = self._pulse.now()
        again_at = None if attempt is None else now + timedelta(seconds=RESTS[min(attempt, len(RESTS) - 1)])
        async with self._house.database.transaction() as tx:
            if not await storage.inbox.failed(tx, row.id, error, again_at):
                return
            chat = tell.effective_chat if tell else None
            if tell and tell.message and chat and whole(chat.id):
                reply_to = None if chat.id > 0 else whole(tell.message.message_id)
                user = tell.effective_user
                said = Note("went_wrong", language=supported(user.language_code) if user else "")
                await storage.outbox.put(tx, now, chat.id, said, reply_to=reply_to)

    def _answer(self, turn: Turn) -> None:
        """Answers a press after the commit: worthless later, harmless to lose."""
        query = turn.update.callback_query
        if query is not None:
            task = asyncio.create_task(_answer_press(query, turn))
            self._answers.add(task)
            task.add_done_callback(self._answers.discard)


async def _answer_press(query: CallbackQuery, turn: Turn) -> None:
    notice = turn.notice
    try:
        async with asyncio.timeout(ANSWER_LIMIT):
            words = await turn.notice_words()
            await query.answer(words[:200] or None, show_alert=notice.alert or None, url=notice.url)
    except (TelegramError, TimeoutError) as error:
        log.info("a press could not be answered: %s", type(error).__name__)
