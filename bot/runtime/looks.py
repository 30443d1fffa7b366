"""When the rows of the outbox are worth a look: each is a question to the database, and most wakings bring nothing."""

import time
from datetime import datetime

LONGEST_WAIT = 5.0  # seconds between two looks of which nobody knows that they are worth it
FEW_AHEAD = 4  # with so few facts made into words ahead of their turn the rows are looked at


class Looks:
    """What the last look at the rows left behind."""

    def __init__(self) -> None:
        self.more = False  # rows that the last look had no place for may have one now
        self.again_at: datetime | None = None  # when time alone makes more of them due
        self._last = 0.0  # on this machine's clock

    def is_worth_it(self, now: datetime, ahead: int, *, news: bool) -> bool:
        """Whether to look now, with so many facts made already. Whoever is told yes looks."""
        is_ripe = self.again_at is not None and self.again_at <= now
        is_late = time.monotonic() - self._last >= LONGEST_WAIT
        if not (news or is_ripe or is_late or (self.more and ahead <= FEW_AHEAD)):
            return False
        self.more, self._last = False, time.monotonic()
        return True


def first(*instants: datetime | None) -> datetime | None:
    """The earliest of those that are there."""
    return min((at for at in instants if at is not None), default=None)
