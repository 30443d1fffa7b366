"""How fast we may write: overall, to one person, to one group. Under Telegram's limits, never at them."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

OVERALL_RATE, OVERALL_BURST = 26.0, 4.0  # messages a second
CHAT_RATE, CHAT_BURST = 1.0, 3.0
PRIVATE_WINDOW, PRIVATE_MOST = timedelta(seconds=5), 4  # messages in any five seconds
GROUP_WINDOW, GROUP_MOST = timedelta(minutes=1), 18  # sends and edits in any minute
MOST_CHATS = 50_000
INSTANT = timedelta(milliseconds=1)


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
    """One chat: its bucket, the most that any `window` may hold, and how long it must be left alone."""

    bucket: Bucket
    window: timedelta
    most: int
    passed: deque[datetime] = field(default_factory=deque)
    held_until: datetime | None = None


class Pacer:
    """Decides when the next message to a chat may go. A group's chat id is negative."""

    def __init__(self, now: datetime) -> None:
        self._overall = Bucket(OVERALL_RATE, OVERALL_BURST, OVERALL_BURST, now)
        self._lanes: dict[int, Lane] = {}
        self._held_until: datetime | None = None

    def ready_at(self, chat_id: int, now: datetime) -> datetime:
        """When a message to this chat may go; `now` if at once."""
        lane = self._lane(chat_id, now)
        at = [self._overall.ready_at(now), lane.bucket.ready_at(now)]
        at += [held for held in (self._held_until, lane.held_until) if held]
        while lane.passed and now - lane.passed[0] > lane.window:
            lane.passed.popleft()
        if len(lane.passed) >= lane.most:
            at.append(lane.passed[0] + lane.window + INSTANT)
        return max(now, *at)

    def overall_ready_at(self, now: datetime) -> datetime:
        """When a message to anybody may go."""
        return max(self._overall.ready_at(now), self._held_until or now)

    def spend(self, chat_id: int, now: datetime) -> None:
        """A message to this chat goes now."""
        lane = self._lane(chat_id, now)
        self._overall.take(now)
        lane.bucket.take(now)
        lane.passed.append(now)

    def hold(self, chat_id: int, until: datetime) -> None:
        """Telegram asked to wait: a group for itself, a private chat for everybody."""
        if chat_id < 0:
            self.leave_alone(chat_id, until)
        else:
            self._held_until = max(until, self._held_until or until)

    def leave_alone(self, chat_id: int, until: datetime) -> None:
        """Nothing goes to this chat before `until`."""
        self._lane(chat_id, until).held_until = until

    def _lane(self, chat_id: int, now: datetime) -> Lane:
        lane = self._lanes.get(chat_id)
        if lane is None:
            if len(self._lanes) >= MOST_CHATS:
                self._lanes = {key: kept for key, kept in self._lanes.items() if now - kept.bucket.at < GROUP_WINDOW}
            window, most = (GROUP_WINDOW, GROUP_MOST) if chat_id < 0 else (PRIVATE_WINDOW, PRIVATE_MOST)
            lane = self._lanes[chat_id] = Lane(Bucket(CHAT_RATE, CHAT_BURST, CHAT_BURST, now), window, most)
        return lane
