"""How fast we may write: overall, to one person, to one group. Under Telegram's limits, never at them."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

OVERALL_RATE, OVERALL_BURST = 28.6, 4.0  # messages a second
OVERALL_WINDOW, OVERALL_MOST = timedelta(seconds=1), 29  # messages in any second; Telegram says "about 30"
CHAT_RATE, CHAT_BURST = 1.0, 3.0
PRIVATE_WINDOW, PRIVATE_MOST = timedelta(seconds=5), 4  # messages in any five seconds
GROUP_WINDOW, GROUP_MOST = timedelta(minutes=1), 18  # sends and edits in any minute
LONGEST_WINDOW = GROUP_WINDOW  # what was sent longer ago counts no more
MOST_CHATS = 50_000
INSTANT = timedelta(milliseconds=1)
EVERYBODY = 0  # in the place of a chat's id: all chats


@dataclass(slots=True)
class Bucket:
    """A token bucket: `burst` at once, then `rate` a second."""

    rate: float
    burst: float
    level: float
    at: datetime

    def ready_at(self, now: datetime) -> datetime:
        """When one more is allowed."""
        level = min(self.burst, self.level + max(0.0, (now - self.at).total_seconds()) * self.rate)
        return now if level >= 1 else now + timedelta(seconds=(1 - level) / self.rate)

    def take(self, now: datetime) -> None:
        """Counts one."""
        self.level = min(self.burst, self.level + max(0.0, (now - self.at).total_seconds()) * self.rate) - 1
        self.at = now


@dataclass(slots=True)
class Lane:
    """One chat, or all of them: its bucket, the most that any `window` may hold, and how long it is left alone."""

    bucket: Bucket
    window: timedelta
    most: int
    passed: deque[datetime] = field(default_factory=deque)
    held_until: datetime | None = None

    def ready_at(self, now: datetime) -> datetime:
        """When the next message may go; `now` if at once."""
        at = max(self.bucket.ready_at(now), self.held_until or now)
        while self.passed and now - self.passed[0] > self.window:
            self.passed.popleft()
        if len(self.passed) >= self.most:
            at = max(at, self.passed[-self.most] + self.window + INSTANT)
        return at

    def take(self, now: datetime) -> None:
        """Counts one message."""
        self.bucket.take(now)
        self.passed.append(now)

    def hold(self, until: datetime) -> None:
        """Nothing goes before `until`."""
        self.held_until = max(until, self.held_until or until)


class Pacer:
    """Decides when the next message to a chat may go. A group's chat id is negative.

    `since`: from when on messages are counted. To go on after a restart, those of the last `LONGEST_WINDOW` are spent
    again, oldest first, and what Telegram asked for is held again.
    """

    def __init__(self, since: datetime) -> None:
        bucket = Bucket(OVERALL_RATE, OVERALL_BURST, OVERALL_BURST, since)
        self._overall = Lane(bucket, OVERALL_WINDOW, OVERALL_MOST)
        self._lanes: dict[int, Lane] = {}

    def ready_at(self, chat_id: int, now: datetime) -> datetime:
        """When a message to this chat may go; `now` if at once."""
        return max(self._overall.ready_at(now), self.chat_ready_at(chat_id, now))

    def chat_ready_at(self, chat_id: int, now: datetime) -> datetime:
        """When this chat may have its next message, whatever goes to others."""
        lane = self._lanes.get(chat_id)
        return lane.ready_at(now) if lane else now

    def held_until(self, now: datetime) -> datetime:
        """Until when nobody may be written to, because Telegram asked for it; `now` if they may."""
        return max(now, self._overall.held_until or now)

    def spend(self, chat_id: int, now: datetime) -> None:
        """A message to this chat goes now."""
        self._overall.take(now)
        self._lane(chat_id, now).take(now)

    def hold(self, chat_id: int, until: datetime) -> int:
        """Telegram asked to wait: a group for itself, a private chat for everybody. Returns which."""
        if chat_id < EVERYBODY:
            self.leave_alone(chat_id, until)
            return chat_id
        self._overall.hold(until)
        return EVERYBODY

    def leave_alone(self, chat_id: int, until: datetime) -> None:
        """Nothing goes to this chat before `until`."""
        self._lane(chat_id, until).hold(until)

    def _lane(self, chat_id: int, now: datetime) -> Lane:
        lane = self._lanes.get(chat_id)
        if lane is None:
            if len(self._lanes) >= MOST_CHATS:
                self._lanes = {key: kept for key, kept in self._lanes.items() if _counts(kept, now)}
            window, most = (GROUP_WINDOW, GROUP_MOST) if chat_id < 0 else (PRIVATE_WINDOW, PRIVATE_MOST)
            lane = self._lanes[chat_id] = Lane(Bucket(CHAT_RATE, CHAT_BURST, CHAT_BURST, now), window, most)
        return lane


def _counts(lane: Lane, now: datetime) -> bool:
    """Whether what a lane knows still matters."""
    return now - lane.bucket.at < LONGEST_WINDOW or (lane.held_until is not None and lane.held_until > now)
