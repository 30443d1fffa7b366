"""From an update's JSON to a row of the inbox: whose turn it must wait for, read without building any object."""

import asyncio
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import storage.inbox
from bot.runtime.pulse import Pulse
from storage.database import Database
from storage.inbox import Incoming

log = logging.getLogger(__name__)

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")
LARGEST = 2**63  # what a column of the inbox can hold
LONGEST_UNREADABLE = 10_000
UNWRITABLE = "unwritable"  # no JSON: the dispatcher sets such a row aside


def whole(value: object) -> int | None:
    """A number that the inbox can hold; None for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < LARGEST else None


def incoming(update: Mapping[str, Any]) -> Incoming | None:
    """The row for an update, None for one without a number. Anything odd is kept: the dispatcher will set it aside."""
    update_id = whole(update.get("update_id"))
    if update_id is None:
        return None
    body: Mapping[str, Any] = next((update[kind] for kind in KINDS if isinstance(update.get(kind), dict)), {})
    message = _part(body, "message") or body
    person = whole(_part(body, "from").get("id"))
    key = whole(_part(message, "chat").get("id")) or person or 0
    try:
        payload = json.dumps(update)  # escaped: half a surrogate pair could not be stored otherwise
    except (RecursionError, ValueError):
        payload = UNWRITABLE
    return Incoming(update_id, key, person, payload)


def _part(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = body.get(name)
    return part if isinstance(part, dict) else {}


@dataclass(eq=False, slots=True)
class _Batch:
    """Rows that will be committed together."""

    rows: list[Incoming] = field(default_factory=list)
    done: bool = False


class Receiver:
    """Keeps updates durably. Those that come in while a commit is under way share the next one."""

    def __init__(self, database: Database, bot_id: int, pulse: Pulse) -> None:
        self._database = database
        self._bot_id = bot_id
        self._pulse = pulse
        self._turn = asyncio.Lock()
        self._next = _Batch()

    async def keep(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Rows for all of them, committed before this returns. One that has no number is only noted in the log."""
        rows = [row for update in updates if (row := incoming(update)) is not None]
        if len(rows) < len(updates):
            log.error("%d updates without a number are left out", len(updates) - len(rows))
        await self._commit(rows)

    async def keep_unreadable(self, update_id: int, text: str) -> None:
        """A row for an update of which only the number can be made out: the dispatcher will set it aside."""
        await self._commit([Incoming(update_id, 0, None, f"{UNWRITABLE}: {text[:LONGEST_UNREADABLE]}")])

    async def _commit(self, rows: Sequence[Incoming]) -> None:
        if not rows:
            return
        batch = self._next
        batch.rows.extend(rows)
        async with self._turn:
            if batch.done:
                return
            if batch is self._next:
                self._next = _Batch()
            async with self._database.noting() as tx:
                await storage.inbox.add(tx, self._pulse.now(), self._bot_id, batch.rows)
            batch.done = True
        log.info("kept: %s", ", ".join(str(row.update_id) for row in rows))
        self._pulse.inbox.ring()
