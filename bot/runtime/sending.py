"""Takes facts from the outbox and tells them, at the pace that Telegram allows, in order within a chat.

1. The more urgent goes first; a chat's first due fact holds back its later ones.
2. A fact becomes words when it is its turn. One that keeps a message up to date edits it, or sends it if there is none.
3. Sent and marked as sent are two steps: a crash between them sends a message twice, never not at all.
"""

import asyncio
import html
import logging
import re
from datetime import datetime
from functools import partial

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

import storage.circle
import storage.member
import storage.outbox
from bot.actions import circle as circles
from bot.actions import member as members
from bot.domain.facts import Fact, Note, Priority
from bot.locales import DEFAULT, Speaker
from bot.runtime.failures import Remedy, Verdict, judge, rest
from bot.runtime.pacing import Pacer
from bot.runtime.presence import Presence
from bot.runtime.pulse import Pulse
from handlers.turn import House
from handlers.views import view
from handlers.views.message import File, Look, Picture, Words
from storage.database import Transaction
from storage.outbox import Outgoing, Posted
from storage.tracing import UPDATE

log = logging.getLogger(__name__)

BATCH = 200
MOST_AT_ONCE = 8
TRIES = 3  # of a message that a fault of ours keeps from being made
LONGEST_WAIT = 5.0
SEND_LIMIT = 40.0
LONGEST_MESSAGE = 4096


class Sender:
    """The only sender of its token in this process."""

    def __init__(self, house: House, pulse: Pulse) -> None:
        self._house = house
        self._pulse = pulse
        self._bot: Bot = house.bot
        self._presence = Presence(house, pulse)
        self._pacer = Pacer(pulse.now())
        self._in_flight: dict[int, asyncio.Task[None]] = {}
        self.next_at: datetime | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being sent."""
        return not self._in_flight

    async def run(self) -> None:
        """Works until cancelled; then what is being sent may finish."""
        try:
            while True:
                self.next_at = await self._start_due()
                wait = LONGEST_WAIT
                if self.next_at is not None:
                    wait = min(wait, max(0.0, (self.next_at - self._pulse.now()).total_seconds()))
                await self._pulse.outbox.wait(wait)
        finally:
            await asyncio.gather(*self._in_flight.values(), return_exceptions=True)

    async def _start_due(self) -> datetime | None:
        """Starts every message that may go now; returns when the next one may, None when none is due."""
        now = self._pulse.now()
        busy = set(self._in_flight)  # also those that land while the rows are read, in which they are still due
        async with self._house.database.reading() as tx:
            rows = await storage.outbox.due(tx, now, BATCH)
            next_at = await storage.outbox.next_ripe_at(tx, now)
        for row in rows:
            if row.chat_id in busy or row.chat_id in self._in_flight:
                continue
            if len(self._in_flight) >= MOST_AT_ONCE:
                break
            ready = self._pacer.ready_at(row.chat_id, now)
            if ready > now:
                next_at = min(ready, next_at or ready)
                continue
            self._pacer.spend(row.chat_id, now)
            task = asyncio.create_task(self._tell(row))
            self._in_flight[row.chat_id] = task
            task.add_done_callback(partial(self._landed, row.chat_id))
        return next_at

    def _landed(self, chat_id: int, task: asyncio.Task[None]) -> None:
        self._in_flight.pop(chat_id, None)
        if not task.cancelled() and (error := task.exception()) is not None:  # not even the failure could be noted
            log.error("the outbox could not be written: %s", type(error).__name__, exc_info=error)
            self._pacer.leave_alone(chat_id, self._pulse.now() + rest(0))
        self._pulse.outbox.ring()

    async def _tell(self, row: Outgoing) -> None:
        UPDATE.set(row.update_id)  # of this task
        try:
            async with asyncio.timeout(SEND_LIMIT):
                await self._try_to_tell(row)
        except TelegramError as error:
            await self._mend(row, judge(error, row.chat_id, row.attempts), error)
        except TimeoutError as error:
            await self._mend(row, Verdict(Remedy.UNKNOWN, rest(row.attempts)), error)
        except Exception as error:
            log.exception("message %s (%s) failed", row.id, row.name)
            fault = Verdict(Remedy.AGAIN if row.attempts < TRIES else Remedy.DEAD, rest(row.attempts))
            await self._mend(row, fault, error)

    async def _try_to_tell(self, row: Outgoing) -> None:
        now = self._pulse.now()
        if row.expires_at is not None and row.expires_at <= now:
            await self._settle(row, "dropped", "expired")
            return
        fact = row.fact()
        if not await self._presence.allows(row, fact):
            return
        async with self._house.database.reading() as tx:
            shown = await storage.outbox.get_posted(tx, row.slot) if row.slot else None
            made = await view(await self._look(tx, row, now, fact), fact)
        if made is None:
            await self._settle(row, "dropped", None)
        elif isinstance(made, File):
            await self._bot.send_document(
                row.chat_id, InputFile(made.content, filename=made.name), caption=made.caption,
                parse_mode=ParseMode.HTML,
            )  # fmt: skip
            await self._settle(row, "sent", None)
        elif isinstance(made, Picture):
            await self._bot.send_photo(
                row.chat_id, InputFile(made.content, filename=made.name), caption=made.caption,
                parse_mode=ParseMode.HTML,
            )  # fmt: skip
            await self._settle(row, "sent", None)
        elif shown is not None and shown.chat_id == row.chat_id and shown.digest == made.digest():
            await self._settle(row, "sent", None)
        else:
            message_id = await self._post(row, made, shown)
            await self._sent(row, made, message_id)

    async def _look(self, tx: Transaction, row: Outgoing, now: datetime, fact: Fact) -> Look:
        stranger = (fact.language or DEFAULT if isinstance(fact, Note) else DEFAULT), "UTC"
        if row.chat_id > 0:
            reader = await storage.member.get(tx, row.chat_id)
            language, zone = (reader.language, reader.zone) if reader else stranger
        else:
            reader, circle = None, await storage.circle.of_chat(tx, row.chat_id)
            language, zone = (circle.language, circle.zone) if circle else stranger
        return Look(tx, now, Speaker(language), zone, reader, self._house.signer, self._bot.username)

    async def _post(self, row: Outgoing, words: Words, shown: Posted | None, *, plain: bool = False) -> int:
        text, mode = fit(words.text, plain=plain)
        keyboard = markup(words)
        preview = LinkPreviewOptions(is_disabled=True)
        if shown is not None and shown.chat_id == row.chat_id:
            await self._bot.edit_message_text(
                text, chat_id=shown.chat_id, message_id=shown.message_id, parse_mode=mode, reply_markup=keyboard,
                link_preview_options=preview,
            )  # fmt: skip
            return shown.message_id
        reply = ReplyParameters(row.reply_to, allow_sending_without_reply=True) if row.reply_to else None
        sent: Message = await self._bot.send_message(
            row.chat_id, text, parse_mode=mode, reply_markup=keyboard, reply_parameters=reply,
            message_thread_id=row.thread_id, disable_notification=words.silent or None, link_preview_options=preview,
        )  # fmt: skip
        return sent.message_id

    async def _sent(self, row: Outgoing, words: Words, message_id: int) -> None:
        now = self._pulse.now()
        self._pulse.sent_at = now
        self._pulse.exchanged(answered=True)
        self._pulse.figures.sent("sent")
        log.info("message %s (%s): sent", row.id, row.name)
        async with self._house.database.transaction() as tx:
            await storage.outbox.settle(tx, now, row.id, "sent")
            if row.slot is not None:
                await storage.outbox.post(tx, now, row.slot, row.chat_id, message_id, words.digest())

    async def _settle(self, row: Outgoing, state: str, error: str | None) -> None:
        self._pulse.figures.sent(state)
        log.info("message %s (%s): %s", row.id, row.name, state)
        async with self._house.database.transaction() as tx:
            await storage.outbox.settle(tx, self._pulse.now(), row.id, state, error)

    async def _mend(self, row: Outgoing, verdict: Verdict, error: Exception) -> None:
        """Does what the table says about a message that Telegram did not take."""
        now = self._pulse.now()
        reason = f"{type(error).__name__}: {error}"
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
        if remedy is Remedy.PAUSE:
            self._pacer.hold(row.chat_id, now + verdict.after)
        if remedy is Remedy.PLAIN:
            await self._tell_plainly(row)
            return
        async with self._house.database.transaction() as tx:
            match remedy:
                case Remedy.SENT:
                    await storage.outbox.settle(tx, now, row.id, "sent")
                case Remedy.AGAIN | Remedy.UNKNOWN | Remedy.PAUSE:
                    await storage.outbox.postpone(tx, row.id, now + verdict.after, reason)
                case Remedy.MOVED:
                    await circles.move(tx, row.chat_id, verdict.new_chat_id)
                case Remedy.ANEW if row.slot is not None:
                    await storage.outbox.unpost(tx, row.slot)
                case Remedy.NO_TOPIC if row.thread_id is not None:
                    await storage.outbox.leave_topic(tx, row.id)
                case Remedy.UNREACHABLE | Remedy.NEVER_STARTED:
                    await members.unreachable(tx, now, row.chat_id)
                    await storage.outbox.settle(tx, now, row.id, "dropped", reason)
                    if remedy is Remedy.NEVER_STARTED:
                        await circles.show_the_way(tx, now, row.chat_id)
                case Remedy.ASLEEP:
                    await circles.fall_asleep(tx, now, row.chat_id)
                    await storage.outbox.settle(tx, now, row.id, "dropped", reason)
                case _:
                    await storage.outbox.settle(tx, now, row.id, "dead", reason)

    async def _tell_plainly(self, row: Outgoing) -> None:
        """The words without markup: a fault of ours must not keep them from the reader."""
        async with self._house.database.reading() as tx:
            shown = await storage.outbox.get_posted(tx, row.slot) if row.slot else None
            made = await view(await self._look(tx, row, self._pulse.now(), row.fact()), row.fact())
        try:
            if isinstance(made, Words):
                await self._sent(row, made, await self._post(row, made, shown, plain=True))
                return
            reason = "no words"
        except TelegramError as error:
            verdict = judge(error, row.chat_id, row.attempts)
            if verdict.remedy is not Remedy.PLAIN:
                await self._mend(row, verdict, error)
                return
            reason = error.message
        log.error("message %s (%s) could not be sent as plain text either", row.id, row.name)
        await self._settle(row, "dead", reason)


def markup(words: Words) -> InlineKeyboardMarkup | None:
    """The buttons as Telegram wants them."""
    if not words.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(one.text, url=one.url)
                if one.url
                else InlineKeyboardButton(one.text, callback_data=one.data)
                for one in row
            ]
            for row in words.buttons
        ]
    )


def fit(text: str, *, plain: bool = False) -> tuple[str, str | None]:
    """A text and its parse mode. One that would be too long loses its markup and its end, never its beginning."""
    bare = html.unescape(re.sub(r"<[^>]+>", "", text))
    length = len(bare.encode("utf-16-le")) // 2
    if length > LONGEST_MESSAGE:
        return bare[: LONGEST_MESSAGE // 2 - 1] + "…", None
    return (bare, None) if plain else (text, ParseMode.HTML)
