"""One update being handled: who sent it, the house it is handled in, and its one transaction."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from telegram import Bot, CallbackQuery, Chat, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden

import storage.circle
import storage.inbox
import storage.member
import storage.outbox
from bot.actions import circle as circles
from bot.domain.circle import Circle, CircleDefaults
from bot.domain.facts import Note
from bot.domain.limits import Limit, Turnstile
from bot.domain.member import Person
from bot.domain.signing import Signer
from bot.locales import Speaker, supported
from bot.matching import Engine
from bot.settings import Settings
from storage.database import Database, Transaction

ANONYMOUS_ADMIN, LINKED_CHANNEL, CHANNEL = 1087968824, 777000, 136817688
NOBODY = frozenset((ANONYMOUS_ADMIN, LINKED_CHANNEL, CHANNEL))
PRESENT = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.MEMBER)
HOSTS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
HOST_CACHE = timedelta(minutes=1)


@dataclass(slots=True)
class House:
    """What every turn is handled in."""

    database: Database
    settings: Settings
    signer: Signer
    router: Engine
    bot: Bot
    hosts: dict[tuple[int, int], tuple[datetime, bool]] = field(default_factory=dict)
    turnstile: Turnstile = field(default_factory=Turnstile)

    @property
    def defaults(self) -> CircleDefaults:
        """What a new circle starts with."""
        chosen = self.settings
        return CircleDefaults(chosen.zone, chosen.wave_size, chosen.wave_wait, chosen.expiry, chosen.follow_up)

    async def is_present(self, chat_id: int, person: int) -> bool | None:
        """Whether Telegram says that a person is in a group; None when the bot itself is not in it and cannot know.

        Raises TelegramError when Telegram does not answer.
        """
        try:
            found = await self.bot.get_chat_member(chat_id, person)
        except ChatMigrated as moved:  # the row follows with the next message to the group
            return await self.is_present(moved.new_chat_id, person)
        except Forbidden:
            return None
        except BadRequest as error:
            return None if "chat not found" in error.message.lower() else False
        if found.status == ChatMemberStatus.RESTRICTED:
            return bool(getattr(found, "is_member", False))
        return found.status in PRESENT

    async def is_host(self, chat_id: int, person: int, now: datetime) -> bool:
        """Whether a person is an admin of a group, as Telegram said at most a minute ago."""
        asked_at, answer = self.hosts.get((chat_id, person), (None, False))
        if asked_at is not None and now - asked_at < HOST_CACHE:
            return answer
        try:
            found = await self.bot.get_chat_member(chat_id, person)
        except ChatMigrated as moved:
            return await self.is_host(moved.new_chat_id, person, now)
        except (BadRequest, Forbidden):
            return False
        if len(self.hosts) > 10_000:
            self.hosts.clear()
        self.hosts[chat_id, person] = now, found.status in HOSTS
        return found.status in HOSTS


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person sees at once after a press."""

    key: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    alert: bool = False
    url: str | None = None


@dataclass(slots=True)
class Turn:
    """One update. Its effects, its messages and the mark that it was handled commit together."""

    house: House
    update: Update
    inbox_id: int
    now: datetime
    committed: bool = False
    notice: Notice = Notice()
    error: BaseException | None = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """The turn's only transaction. No call to Telegram belongs into it."""
        if self.committed:
            raise RuntimeError("one update has one transaction")
        async with self.house.database.transaction() as tx:
            yield tx
            if not await storage.inbox.done(tx, self.inbox_id):
                raise storage.inbox.AlreadyHandled
        self.committed = True

    @property
    def person(self) -> Person:
        """Who sent the update."""
        user = self.update.effective_user
        if user is None:
            raise LookupError("an update without a person")
        return Person(
            user.id, user.first_name, user.last_name or "", user.username, supported(user.language_code)
        )  # fmt: skip

    @property
    def message(self) -> Message:
        """The message of the update, new or edited."""
        message = self.update.effective_message
        if message is None:
            raise LookupError("an update without a message")
        return message

    @property
    def chat(self) -> Chat:
        """The chat of the update."""
        chat = self.update.effective_chat
        if chat is None:
            raise LookupError("an update without a chat")
        return chat

    @property
    def query(self) -> CallbackQuery:
        """The button press of the update."""
        query = self.update.callback_query
        if query is None:
            raise LookupError("an update without a press")
        return query

    @property
    def is_private(self) -> bool:
        """Whether it happened in a private chat."""
        return self.chat.type == ChatType.PRIVATE

    @property
    def is_anonymous(self) -> bool:
        """Whether it was written in the name of a group or channel."""
        return self.person.id in NOBODY or self.message.sender_chat is not None

    @property
    def thread_id(self) -> int | None:
        """The forum topic it was written in."""
        return self.message.message_thread_id if self.message.is_topic_message else None

    def passes(self, limit: Limit, circle: int) -> bool:
        """Whether the one who sent this update may do one more of something; `circle` is a circle or a chat."""
        return self.house.turnstile.passes(limit, self.person.id, circle, self.now)

    def answer(self, key: str, *, alert: bool = False, url: str | None = None, **values: object) -> None:
        """What the one who pressed sees at once."""
        self.notice = Notice(key, values, alert, url)

    async def notice_words(self) -> str:
        """The notice in the language that the one who pressed chose, or else in that of their Telegram."""
        if not self.notice.key:
            return ""
        try:
            async with self.house.database.reading() as tx:
                member = await storage.member.get(tx, self.person.id)
        except Exception:  # they may be about to be told that the database failed
            member = None
        language = member.language if member else self.person.language
        return Speaker(language).label(self.notice.key, **self.notice.values)

    def fail(self) -> None:
        """What a person sees at once when their press came to nothing."""
        if self.update.callback_query is not None:
            self.answer("went_wrong", alert=True)

    async def circle(self, tx: Transaction) -> Circle:
        """The circle of the group that this update came from."""
        language = self.person.language
        return await circles.meet(tx, self.now, self.chat.id, self.chat.title or "?", language, self.house.defaults)

    async def known_circle(self) -> Circle | None:
        """The circle of this chat, read before the turn's transaction."""
        async with self.house.database.reading() as tx:
            return await storage.circle.of_chat(tx, self.chat.id)

    async def reply(self, tx: Transaction, key: str, **values: str | int) -> None:
        """One sentence where the update came from: in private, or in the group as a reply."""
        reply_to = None if self.is_private else self.message.message_id
        await storage.outbox.put(
            tx, self.now, self.chat.id, Note(key, values, language=self.person.language), reply_to=reply_to,
            thread_id=self.thread_id,
        )  # fmt: skip

    async def only_reply(self, key: str, **values: str | int) -> None:
        """One sentence, and nothing changes."""
        async with self.transaction() as tx:
            await self.reply(tx, key, **values)


CURRENT: ContextVar[Turn] = ContextVar("turn")
