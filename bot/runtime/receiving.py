"""From an update's JSON to a row of the inbox: whose turn it must wait for, read without building any object."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import storage.inbox
from storage.database import Database
from storage.inbox import Incoming

from bot.runtime.pulse import Pulse

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")


def incoming(update: Mapping[str, Any]) -> Incoming:
    """The row for an update. Anything odd in it is kept as it is: the handler will set it aside."""
    update_id = update["update_id"]
    body: Any = next((update[kind] for kind in KINDS if isinstance(update.get(kind), dict)), {})
    message = body.get("message") if isinstance(body.get("message"), dict) else body
    chat = message.get("chat") if isinstance(message.get("chat"), dict) else {}
    sender = body.get("from") if isinstance(body.get("from"), dict) else {}
    person = sender.get("id") if isinstance(sender.get("id"), int) else None
    key = chat.get("id") if isinstance(chat.get("id"), int) else person or 0
    return Incoming(int(update_id), int(key or 0), person, json.dumps(update, ensure_ascii=False))


class Receiver:
    """Keeps updates durably, in one commit per batch."""

    def __init__(self, database: Database, bot_id: int, pulse: Pulse) -> None:
        self._database = database
        self._bot_id = bot_id
        self._pulse = pulse

    async def keep(self, updates: Sequence[Mapping[str, Any]]) -> int:
        """Rows for all of them, committed before this returns; how many were new."""
        rows = [incoming(update) for update in updates if isinstance(update.get("update_id"), int)]
        if not rows:
            return 0
        async with self._database.transaction() as tx:
            new = await storage.inbox.add(tx, self._pulse.now(), self._bot_id, rows)
        self._pulse.inbox.ring()
        return new
