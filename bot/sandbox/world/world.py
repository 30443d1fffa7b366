"""The world: one bot, its people and chats, and the counters that number them. It holds; others make things happen."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.clock import Clock
from bot.sandbox.world.records import Chat, Fields, Kind, Message, Press, StoredFile, User
from bot.sandbox.world.updates import UpdateQueue

FIRST_PERSON = 5_100_000_001
FIRST_GROUP = -4_100_000_001
FIRST_SUPERGROUP = -1_002_100_000_001
ANONYMOUS_ADMIN = 1_087_968_824
CHANNEL_BOT = 136_817_688
TELEGRAM = 777_000


class Impossible(Exception):
    """What a person cannot do in Telegram, in one sentence."""


@dataclass(slots=True)
class Webhook:
    """Where updates are delivered to; no url means getUpdates."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    ip_address: str = ""
    last_error_date: int = 0
    last_error: str = ""


@dataclass(slots=True)
class Counters:
    """The next free number of each sort."""

    person: int = FIRST_PERSON
    group: int = FIRST_GROUP
    supergroup: int = FIRST_SUPERGROUP
    press: int = 4_200_000_000_000_001
    file: int = 1


@dataclass(slots=True)
class World:
    """Everything there is."""

    clock: Clock
    bot: User
    privacy: bool = True
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    presses: dict[str, Press] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    commands: dict[str, list[Fields]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    webhook: Webhook = field(default_factory=Webhook)
    counters: Counters = field(default_factory=Counters)
    listeners: list[Callable[[], None]] = field(default_factory=list)
    shown: Fields = field(default_factory=dict)  # more for the page: its zone, its guide

    def __post_init__(self) -> None:
        self.users[self.bot.id] = self.bot
        for user in (
            User(ANONYMOUS_ADMIN, "Group", username="GroupAnonymousBot", is_bot=True),
            User(CHANNEL_BOT, "Channel", username="Channel_Bot", is_bot=True),
            User(TELEGRAM, "Telegram"),
        ):
            self.users.setdefault(user.id, user)

    @property
    def time(self) -> int:
        """Now, in whole seconds since 1970."""
        return int(self.clock.now().timestamp())

    def changed(self) -> None:
        """Tell everybody who watches."""
        for listener in list(self.listeners):
            listener()

    def people(self) -> list[User]:
        """Everybody but bots and Telegram's own accounts."""
        return [user for user in self.users.values() if user.id >= FIRST_PERSON]

    def groups(self) -> list[Chat]:
        return [chat for chat in self.chats.values() if chat.kind in (Kind.GROUP, Kind.SUPERGROUP)]

    def private(self, user: User) -> Chat:
        """The chat of the bot with one person, made when it is first needed."""
        return self.chats.setdefault(user.id, Chat(user.id, Kind.PRIVATE))

    def post(self, chat: Chat, sender_id: int | None, **content: object) -> Message:
        """Put a message into a chat; who is told of it is the caller's business."""
        message = Message(id=chat.next_message, chat_id=chat.id, date=self.time, sender_id=sender_id)
        for name, value in content.items():
            setattr(message, name, value)
        chat.messages[message.id] = message
        chat.next_message += 1
        return message

    def store(self, name: str, mime: str, data: bytes, folder: str) -> StoredFile:
        """Keep a file and give it Telegram-like ids."""
        number = self.counters.file
        self.counters.file += 1
        suffix = name.rsplit(".", 1)[-1] if "." in name else "bin"
        path = f"{folder}/file_{number}.{suffix}"
        file = StoredFile(f"BQACAgIAAxkSANDBOX{number:08d}", f"AgADSB{number:08d}", path, name, mime, data)
        self.files[file.id] = file
        return file
