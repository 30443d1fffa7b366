"""What to do when Telegram does not take a message: one table, read from the top."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)


class Remedy(Enum):
    """What to do about one failed message."""

    SENT = auto()  # it shows already what it should
    AGAIN = auto()  # surely not sent: try later
    UNKNOWN = auto()  # perhaps sent: try again only what matters
    PAUSE = auto()  # asked to wait
    MOVED = auto()  # the group has a new number
    ANEW = auto()  # the message to edit is gone: send a new one
    NO_TOPIC = auto()  # send without the topic
    PLAIN = auto()  # send as plain text
    UNREACHABLE = auto()  # this person cannot be written to
    NEVER_STARTED = auto()  # this person must press Start first: the group is shown where
    ASLEEP = auto()  # this group cannot be written to
    DEAD = auto()  # give up and say so in the log


@dataclass(frozen=True, slots=True)
class Verdict:
    """A remedy, and how long to wait or where to go."""

    remedy: Remedy
    after: timedelta = timedelta(0)
    new_chat_id: int = 0


# Words of Telegram's description of a 400 or 403, lower case, and what to do in a private chat and in a group.
DESCRIPTIONS: tuple[tuple[str, Remedy, Remedy], ...] = (
    ("message is not modified", Remedy.SENT, Remedy.SENT),
    ("message to edit not found", Remedy.ANEW, Remedy.ANEW),
    ("message can't be edited", Remedy.ANEW, Remedy.ANEW),
    ("message_id_invalid", Remedy.ANEW, Remedy.ANEW),
    ("message thread not found", Remedy.NO_TOPIC, Remedy.NO_TOPIC),
    ("topic_closed", Remedy.NO_TOPIC, Remedy.NO_TOPIC),
    ("topic_deleted", Remedy.NO_TOPIC, Remedy.NO_TOPIC),
    ("can't parse entities", Remedy.PLAIN, Remedy.PLAIN),
    ("can't initiate conversation", Remedy.NEVER_STARTED, Remedy.ASLEEP),
    ("chat not found", Remedy.UNREACHABLE, Remedy.ASLEEP),
    ("group chat was deactivated", Remedy.ASLEEP, Remedy.ASLEEP),
    ("have no rights to send", Remedy.ASLEEP, Remedy.ASLEEP),
    ("not enough rights to send", Remedy.ASLEEP, Remedy.ASLEEP),
    ("chat_write_forbidden", Remedy.ASLEEP, Remedy.ASLEEP),
)
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
RESTS = (1, 2, 5, 15, 60, 300)  # seconds before the next try


def rest(attempts: int) -> timedelta:
    """How long to wait after a number of failed tries."""
    return timedelta(seconds=RESTS[min(attempts, len(RESTS) - 1)])


def judge(error: TelegramError, chat_id: int, attempts: int) -> Verdict:
    """What to do about an error. Pure; the order matters, since BadRequest and TimedOut are NetworkErrors."""
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return Verdict(Remedy.PAUSE, wait if isinstance(wait, timedelta) else timedelta(seconds=wait))
    if isinstance(error, ChatMigrated):
        return Verdict(Remedy.MOVED, new_chat_id=error.new_chat_id) if chat_id < 0 else Verdict(Remedy.DEAD)
    if isinstance(error, BadRequest | Forbidden):
        words = error.message.lower()
        for pattern, private, group in DESCRIPTIONS:
            if pattern in words:
                return Verdict(group if chat_id < 0 else private)
        if isinstance(error, Forbidden):
            return Verdict(Remedy.ASLEEP if chat_id < 0 else Remedy.UNREACHABLE)
        return Verdict(Remedy.DEAD)
    if isinstance(error, InvalidToken | Conflict):
        return Verdict(Remedy.AGAIN, timedelta(seconds=15))
    if isinstance(error, TimedOut | NetworkError):
        sure = isinstance(error.__cause__, NOT_SENT) or "bad gateway" in error.message.lower()
        return Verdict(Remedy.AGAIN if sure else Remedy.UNKNOWN, rest(attempts))
    return Verdict(Remedy.UNKNOWN, rest(attempts))  # an answer that cannot be read
