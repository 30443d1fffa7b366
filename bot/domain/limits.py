"""How often one person, and all of a circle together, may do what makes work for others. Asks are counted as rows."""

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

MOST_KEPT = 20_000  # people and circles that are remembered before the first are forgotten


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that may happen within any `window`."""

    name: str
    of_person: int
    of_circle: int
    window: timedelta


PRESSES = Limit("press", 60, 600, timedelta(minutes=1))
EDITS = Limit("edit", 20, 120, timedelta(hours=1))
JOINS = Limit("join", 10, 500, timedelta(hours=1))
LONGEST = max(limit.window for limit in (PRESSES, EDITS, JOINS))


@dataclass(slots=True)
class Turnstile:
    """Counts what passed lately, in memory: a restart forgives."""

    _passed: dict[Hashable, deque[datetime]] = field(default_factory=dict)
    _room: int = MOST_KEPT

    def passes(self, limit: Limit, person: int, circle: int, now: datetime) -> bool:
        """Whether one more may happen now. What is refused is not counted, so patience always helps."""
        if len(self._passed) > self._room:
            self._passed = {key: at for key, at in self._passed.items() if at and now - at[-1] < LONGEST}
            self._room = max(MOST_KEPT, 2 * len(self._passed))
        mine = self._lately((limit.name, "person", person), limit, now)
        ours = self._lately((limit.name, "circle", circle), limit, now)
        if len(mine) >= limit.of_person or len(ours) >= limit.of_circle:
            return False
        mine.append(now)
        ours.append(now)
        return True

    def _lately(self, key: Hashable, limit: Limit, now: datetime) -> deque[datetime]:
        passed = self._passed.setdefault(key, deque())
        while passed and now - passed[0] >= limit.window:
            passed.popleft()
        return passed
