"""The people of the sandbox as a test or a story uses them: `anna.says("/start")`, `anna.taps("I can help")`.

They do what a person could do with a telephone, and refuse what Telegram would not let them do.
"""

import asyncio
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.attachments import attachment
from bot.sandbox.world import presses, talk
from bot.sandbox.world.presses import find_button
from bot.sandbox.world.records import LEADING, Button, CallbackAnswer, Chat, Message, Press, Topic, User
from bot.sandbox.world.world import Impossible, World

START_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


@dataclass(slots=True)
class CallbackPress:
    """A tap on a button: the bot's answer when it came, or the message that following a link sent."""

    world: World
    press: Press | None = None
    opened: Message | None = None

    @property
    def answer(self) -> CallbackAnswer | None:
        return self.press.answer if self.press else None

    async def answered(self, timeout: float = 5.0) -> CallbackAnswer | None:  # noqa: ASYNC109 -- tests read so
        """Wait for the bot's answer, at most `timeout` real seconds (then TimeoutError); a link needs none."""
        if self.press is None or self.press.answer is not None:
            return self.answer
        came = asyncio.Event()
        self.world.listeners.append(came.set)
        try:
            async with asyncio.timeout(timeout):
                while self.press.answer is None:
                    came.clear()
                    await came.wait()
        finally:
            self.world.listeners.remove(came.set)
        return self.press.answer


class Place(Protocol):
    """A group, as far as a person needs it."""

    @property
    def record(self) -> Chat: ...


class Thread(Protocol):
    """A topic, as far as a person needs it."""

    @property
    def record(self) -> Topic: ...


class Person:
    """Somebody with a telephone."""

    def __init__(self, world: World, user: User) -> None:
        self.world = world
        self.user = user

    def __repr__(self) -> str:
        return f"Person({self.user.name!r}, id={self.user.id})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Person) and other.user is self.user

    def __hash__(self) -> int:
        return hash(self.user.id)

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def chat(self) -> list[Message]:
        """What this person sees in the private chat with the bot."""
        return self.world.private(self.user).visible

    def says(
        self,
        text: str,
        chat: Place | None = None,
        reply_to: Message | None = None,
        topic: Thread | None = None,
    ) -> Message:
        """Write in private (None) or in a group. `/start` in private presses Start."""
        words = text.split(maxsplit=1)
        home = self._home(chat, pressing_start=bool(words) and words[0] == "/start")
        return talk.say(self.world, home, self.user, text, reply_to=reply_to, topic=topic.record if topic else None)

    def sends(self, kind: str, chat: Place | None = None, caption: str = "") -> Message:
        """Send a sticker, photo, document, contact, location or voice message."""
        return talk.say(self.world, self._home(chat), self.user, caption, media=attachment(self.world, kind, self.user))

    def edits(self, message: Message, text: str) -> None:
        if message.sender_id != self.user.id:
            raise Impossible("Only one's own messages can be edited.")
        talk.edit(self.world, message, text)

    def deletes(self, message: Message) -> None:
        home = self.world.chats[message.chat_id]
        own = message.sender_id == self.user.id or home.id == self.user.id
        if not own and home.status(self.user.id) not in LEADING:
            raise Impossible("Only admins delete what others wrote.")
        talk.delete(self.world, message)

    def taps(self, label: str, message: Message | None = None, chat: Place | None = None) -> CallbackPress:
        """Tap the newest button whose label contains `label`; LookupError lists the buttons if there is none."""
        home = chat.record if chat else self.world.private(self.user)
        found, button = find_button([message] if message else home.visible, label)
        return self.pushes(button, found)

    def pushes(self, button: Button, message: Message) -> CallbackPress:
        """Press one button: a link is followed, a callback is sent."""
        if button.url is not None:
            return CallbackPress(self.world, opened=self.opens(button.url))
        if button.data is None:
            raise Impossible(f"The sandbox cannot press “{button.text}”.")
        return self.presses(button.data, message)

    def presses(self, data: str, message: Message) -> CallbackPress:
        """Send callback data as if a button of `message` held it; forged data goes through, as it may in Telegram."""
        return CallbackPress(self.world, presses.press(self.world, self.user, message, data))

    def opens(self, url: str) -> Message | None:
        """Follow a link; `t.me/<bot>?start=…` presses Start and sends its payload, others lead out of the sandbox."""
        parts = urlsplit(url if "//" in url else f"https://{url}")
        query = parse_qs(parts.query, keep_blank_values=True)
        if parts.scheme == "tg":
            name, payload = query.get("domain", [""])[0], query.get("start")
        else:
            name, payload = parts.path.strip("/"), query.get("start")
        if parts.scheme != "tg" and parts.hostname not in ("t.me", "telegram.me", "www.t.me"):
            return None
        if name.lower() != (self.world.bot.username or "").lower():
            return None
        given = payload[0] if payload else ""
        if len(given) > 64 or not set(given) <= START_CHARACTERS:
            given = ""
        return self.says(f"/start {given}".strip())

    def blocks(self) -> None:
        talk.block(self.world, self.user)

    def unblocks(self) -> None:
        talk.unblock(self.world, self.user)

    def deactivates(self) -> None:
        """Delete the Telegram account."""
        user = self.user
        user.deactivated, user.first_name, user.last_name, user.username = True, "", None, None
        self.world.changed()

    def renames(self, first_name: str | None = None, last_name: str | None = None, username: str | None = None) -> None:
        """Change one's name; an empty last name or username removes it. Bots are told by the next message only."""
        self.user.first_name = first_name or self.user.first_name
        if last_name is not None:
            self.user.last_name = last_name or None
        if username is not None:
            self.user.username = username.lstrip("@") or None
        self.world.changed()

    def _home(self, chat: Place | None, *, pressing_start: bool = False) -> Chat:
        if chat is None:
            return talk.open_private(self.world, self.user, pressing_start=pressing_start)
        if not chat.record.has(self.user.id):
            raise Impossible(f"{self.user.name} is not in {chat.record.title}.")
        return chat.record
