"""The sandbox's clock: real time plus an offset that people and tests move forward, never back.

Everything that has a date or an expiry in the look-alike reads this clock and no other.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """Real time plus `offset`; a frozen clock stands still and only moves when it is moved."""

    def __init__(
        self, start: datetime | None = None, *, frozen: bool = False, offset: timedelta = timedelta(0)
    ) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("start must be an aware datetime")
        real = datetime.now(UTC)
        self.frozen = frozen
        self._still = (start or real + offset).astimezone(UTC)
        self._offset = offset if start is None else start - real
        self._watchers: list[Callable[[], None]] = []

    @property
    def offset(self) -> timedelta:
        """How far this clock is ahead of real time: what to keep so that a restart goes on from here."""
        return self.now() - datetime.now(UTC) if self.frozen else self._offset

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return self._still if self.frozen else datetime.now(UTC) + self._offset

    def move(self, step: timedelta) -> None:
        """Move forward by `step`; a negative step is refused."""
        if step < timedelta(0):
            raise ValueError("the clock never moves back")
        self._still += step
        self._offset += step
        for watcher in list(self._watchers):
            watcher()

    def move_to(self, when: datetime) -> None:
        """Move forward to `when` (aware)."""
        if when.tzinfo is None:
            raise ValueError("when must be an aware datetime")
        self.move(when.astimezone(UTC) - self.now())

    def on_move(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Call `watcher` after each move; call what this answers to stop it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)
