"""What the world is made of: users, chats, messages, presses, files. Records only; what happens is elsewhere."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.sandbox.text.formatted import Entity, Formatted
from bot.sandbox.text.render import to_html

Fields = dict[str, object]


class Kind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class Status(StrEnum):
    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


INSIDE = (Status.CREATOR, Status.ADMINISTRATOR, Status.MEMBER)
LEADING = (Status.CREATOR, Status.ADMINISTRATOR)


@dataclass(slots=True)
class User:
    """A person or a bot. `started`: pressed Start. `met`: the bot has seen them somewhere."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    met: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button; exactly one of `data`, `url` and `other` says what it does."""

    text: str
    data: str | None = None
    url: str | None = None
    other: str | None = None

    @property
    def fields(self) -> Fields:
        if self.data is not None:
            return {"text": self.text, "callback_data": self.data}
        return {"text": self.text, "url": self.url} if self.url is not None else {"text": self.text}


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(slots=True)
class Message:
    """A message in a chat. `text` is the caption when there is `media`; `service` is set when nobody wrote it."""

    id: int
    chat_id: int
    date: int
    sender_id: int | None
    from_bot: bool = False
    sender_chat_id: int | None = None
    text: str = ""
    entities: tuple[Entity, ...] = ()
    keyboard: Keyboard = ()
    media: Fields = field(default_factory=dict)
    service: Fields = field(default_factory=dict)
    origin: Fields = field(default_factory=dict)
    reply_to: "Message | None" = None
    thread_id: int | None = None
    topic_id: int | None = None
    edit_date: int | None = None
    silent: bool = False
    protected: bool = False
    deleted: bool = False
    delivered: bool = False
    pinned: bool = False

    @property
    def formatted(self) -> Formatted:
        return Formatted(self.text, self.entities)

    @property
    def html(self) -> str:
        return to_html(self.formatted)

    @property
    def buttons(self) -> list[list[Button]]:
        return [list(row) for row in self.keyboard]

    @property
    def labels(self) -> list[str]:
        return [button.text for row in self.keyboard for button in row]

    @property
    def edited(self) -> bool:
        return self.edit_date is not None


@dataclass(slots=True)
class Topic:
    """A topic of a forum; its id is the id of the service message that created it."""

    id: int
    name: str
    closed: bool = False


@dataclass(slots=True)
class Chat:
    """A chat the bot may be in. A private chat has the id of its person."""

    id: int
    kind: Kind
    title: str | None = None
    members: dict[int, Status] = field(default_factory=dict)
    forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    next_message: int = 1
    migrated_to: int | None = None

    def status(self, user_id: int) -> Status:
        return self.members.get(user_id, Status.LEFT)

    def has(self, user_id: int) -> bool:
        return self.status(user_id) in INSIDE

    @property
    def visible(self) -> list[Message]:
        return [message for message in self.messages.values() if not message.deleted]


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot answered to a press."""

    text: str | None = None
    show_alert: bool = False
    url: str | None = None


@dataclass(slots=True)
class Press:
    """A press of a callback button, waiting for its answer until `expires` (seconds since 1970)."""

    id: str
    user_id: int
    expires: float
    answer: CallbackAnswer | None = None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file the bot or a person sent."""

    id: str
    unique_id: str
    path: str
    name: str
    mime: str
    data: bytes = field(repr=False)
