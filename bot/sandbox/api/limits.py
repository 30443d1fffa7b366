"""Flood control on the sandbox's clock: what goes beyond it is answered with 429, and impatience makes it longer.

About 30 messages a second over all, one a second to a private chat with short bursts, twenty sends and edits a minute
to a group. It counts what it refused; it never delays.
"""

from collections import deque
from dataclasses import dataclass, field
from math import ceil

from bot.sandbox.api.refusal import too_many

LONGEST_WAIT = 120


@dataclass(slots=True)
class _Window:
    """The instants (seconds since 1970) of what was let through, and until when nothing more is."""

    passed: deque[float] = field(default_factory=deque)
    closed_until: float = 0.0
    wait: int = 0


@dataclass(slots=True)
class Limits:
    """Counts per chat and over all; `on` switches it; `violations` is how many calls were refused."""

    on: bool = True
    overall: int = 30
    private_burst: int = 5
    group_per_minute: int = 20
    violations: int = 0
    _chats: dict[int, _Window] = field(default_factory=dict)
    _all: _Window = field(default_factory=_Window)

    def check(self, chat_id: int, now: float, *, edit: bool = False) -> None:
        """Count a message to `chat_id` at `now`; raises Refusal 429 when it is one too many."""
        if not self.on or (edit and chat_id > 0):
            return
        window = self._chats.setdefault(chat_id, _Window())
        if now < window.closed_until:
            window.wait = min(LONGEST_WAIT, max(window.wait * 2, 1))
            self._close(window, now, max(window.wait, ceil(window.closed_until - now)))
        elif chat_id > 0:
            self._pass(window, now, self.private_burst, float(self.private_burst))
        else:
            self._pass(window, now, self.group_per_minute, 60.0)
        self._pass(self._all, now, self.overall, 1.0)
        window.passed.append(now)
        self._all.passed.append(now)

    def _pass(self, window: _Window, now: float, most: int, seconds: float) -> None:
        while window.passed and window.passed[0] <= now - seconds:
            window.passed.popleft()
        if len(window.passed) >= most:
            self._close(window, now, max(1, ceil(window.passed[0] + seconds - now)))
        window.wait = 0

    def _close(self, window: _Window, now: float, seconds: int) -> None:
        self.violations += 1
        if window is not self._all:
            window.wait = seconds
            window.closed_until = now + seconds
        raise too_many(seconds)
