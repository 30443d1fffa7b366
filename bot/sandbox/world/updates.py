"""The queue of updates for the bot: numbered, filtered by what the bot allowed, kept until acknowledged by an offset.

It never hands out an update that has expired and never forgets one that was not acknowledged.
"""

import asyncio
from collections import deque
from dataclasses import dataclass

from bot.sandbox.world.records import Fields

KINDS = (
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "guest_message", "message_reaction",
    "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot",
)  # fmt: skip
BY_REQUEST = ("chat_member", "message_reaction", "message_reaction_count")
DEFAULT = frozenset(KINDS) - frozenset(BY_REQUEST)
DAY = 86_400.0
PRESS_KEPT = 150.0
FIRST_ID = 700_000_001


@dataclass(frozen=True, slots=True)
class Update:
    """One update; `queue` says whose order it keeps (the chat's, or the presser's), `expires` in seconds since 1970."""

    id: int
    kind: str
    body: Fields
    expires: float
    queue: int = 0

    @property
    def fields(self) -> Fields:
        return {"update_id": self.id, **self.body}


class UpdateQueue:
    """Updates not yet acknowledged, oldest first."""

    def __init__(self) -> None:
        self.items: deque[Update] = deque()
        self.next_id = FIRST_ID
        self.allowed = DEFAULT
        self._waiting: set[asyncio.Future[None]] = set()

    def __len__(self) -> int:
        return len(self.items)

    def put(self, kind: str, content: object, now: float, queue: int = 0) -> None:
        """Add an update of `kind`, unless the bot did not allow it."""
        if kind in self.allowed:
            kept = PRESS_KEPT if kind == "callback_query" else DAY
            self._append(kind, {kind: content}, now + kept, queue)

    def put_raw(self, body: Fields, now: float) -> int:
        """Add a hand-made update, whatever it holds; answers its id."""
        given = body.get("update_id")
        if isinstance(given, int):
            self.next_id = given
        self._append("raw", {k: v for k, v in body.items() if k != "update_id"}, now + DAY, 0)
        return self.next_id - 1

    def _append(self, kind: str, body: Fields, expires: float, queue: int) -> None:
        self.items.append(Update(self.next_id, kind, body, expires, queue))
        self.next_id += 1
        self.wake()

    def wake(self) -> None:
        """Let everybody who waits look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def wait(self) -> None:
        """Return when something was added, or when somebody called `wake`."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)

    def allow(self, kinds: list[str]) -> None:
        """Remember what the bot wants, as Telegram does: unknown names are ignored, nothing known means the default."""
        known = frozenset(kind.lower() for kind in kinds) & frozenset(KINDS)
        self.allowed = known or DEFAULT

    def drop_expired(self, now: float) -> None:
        if any(update.expires <= now for update in self.items):
            self.items = deque(update for update in self.items if update.expires > now)

    def acknowledge(self, offset: int) -> bool:
        """Forget what is before `offset`; a negative offset keeps only that many from the end. Was there anything?"""
        before = len(self.items)
        if offset < 0:
            while len(self.items) > -offset:
                self.items.popleft()
        while offset > 0 and self.items and self.items[0].id < offset:
            self.items.popleft()
        return len(self.items) < before

    def forget(self, update_id: int) -> None:
        self.items = deque(update for update in self.items if update.id != update_id)

    def head(self, limit: int) -> list[Update]:
        return [update for update, _ in zip(self.items, range(limit), strict=False)]
