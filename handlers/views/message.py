"""What a view makes: words with buttons under them, a file, or a picture. And what it may look at to make them."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.asks import length
from bot.domain.facts import Value
from bot.domain.member import Member
from bot.domain.signing import Signer
from bot.locales import Html, Speaker
from storage.database import Transaction

ROOM = 3400  # of the 4096 that a message may have


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: callback data or an address."""

    text: str
    data: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A message: HTML and rows of buttons. `silent` asks for no sound."""

    text: str
    buttons: Rows = ()
    silent: bool = False

    def digest(self) -> str:
        """The same for two messages that look the same."""
        shown = json.dumps([self.text, [[[b.text, b.data, b.url] for b in row] for row in self.buttons]])
        return hashlib.sha256(shown.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class File:
    """A file with a caption."""

    name: str
    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with a caption that says the same in words."""

    name: str
    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a view may look at: rows, the reader, the reader's language, and the means to make buttons.

    `reader` is None in a group.
    """

    tx: Transaction
    now: datetime
    say: Speaker
    zone: str
    reader: Member | None
    signer: Signer
    bot_username: str

    def button(self, text: str, action: str, *arguments: Value) -> Button:
        """A button that does something, by the key of its text."""
        return Button(self.say.label(text), data=self.signer.button(action, *arguments))

    def named(self, label: str, action: str, *arguments: Value) -> Button:
        """A button with a label that is a name, not a text."""
        return Button(label, data=self.signer.button(action, *arguments))

    def link(self, text: str, purpose: str, number: int) -> Button:
        """A button that opens the private chat for one thing: see `Signer.start`."""
        return Button(self.say.label(text), url=self.start_url(purpose, number))

    def start_url(self, purpose: str, number: int) -> str:
        """The deep link for one thing."""
        return f"https://t.me/{self.bot_username}?start={self.signer.start(purpose, number)}"

    def noted(self, rows: Sequence[Sequence[Sequence[Value]]]) -> Rows:
        """The buttons of a `Note`. The action `link` takes a purpose and a number, `add` a group for the bot,
        `chat` opens the private chat."""
        return tuple(tuple(self._noted(*button) for button in row) for row in rows)

    def _noted(self, text: Value, action: Value, *arguments: Value) -> Button:
        if action == "link":
            return self.link(str(text), str(arguments[0]), int(arguments[1]))
        if action == "add":
            return Button(self.say.label(str(text)), url=f"https://t.me/{self.bot_username}?startgroup=true")
        if action == "chat":
            return Button(self.say.label(str(text)), url=f"https://t.me/{self.bot_username}")
        return self.button(str(text), str(action), *arguments)


def person_link(member_id: int, name: str, username: str | None) -> Html:
    """A name that opens the chat with that person."""
    say = Html(f'<a href="tg://user?id={int(member_id)}">')
    shown = Speaker._escape(name)
    handle = f" (@{Speaker._escape(username)})" if username else ""
    return Html(f"{say}{shown}</a>{handle}")


def that_fit(parts: Sequence[str], room: int = ROOM) -> list[str]:
    """As many parts of a list, from its beginning, as one message has room for beside a few words of its own."""
    fitting = []
    for part in parts:
        room -= length(part) + 2
        if room < 0:
            break
        fitting.append(part)
    return fitting
