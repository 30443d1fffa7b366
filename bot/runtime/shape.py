"""Whether an update is made as Telegram makes them. The library that builds its objects does not look, and an odd one
would fail in the middle of its handling, again and again."""

from collections.abc import Mapping
from typing import Any

from bot.runtime.receiving import KINDS, LARGEST

TEXTS = frozenset((
    "text", "caption", "first_name", "last_name", "username", "language_code", "title", "type", "data", "status",
    "new_chat_title", "chat_instance", "url",
))  # fmt: skip
NUMBERS = frozenset((
    "update_id", "message_id", "date", "edit_date", "message_thread_id", "migrate_to_chat_id", "migrate_from_chat_id",
    "offset", "length",
))  # fmt: skip
ANSWERS = frozenset(("is_bot", "is_topic_message", "is_member", "is_forum"))
LISTS = frozenset(("entities", "caption_entities", "new_chat_members", "photo"))
PARTS = frozenset((*KINDS, "reply_to_message", "new_chat_member", "old_chat_member", "forum_topic_created"))
NUMBERED = frozenset(("from", "chat", "user", "sender_chat", "left_chat_member"))  # people and chats
NEEDED: Mapping[str, set[str]] = {
    "message": {"from", "chat"},
    "edited_message": {"from", "chat"},
    "callback_query": {"from"},
    "my_chat_member": {"from", "chat", "new_chat_member"},
    "chat_member": {"from", "chat", "new_chat_member"},
}
STANDINGS = {"my_chat_member", "chat_member"}  # a message may have a new_chat_member too: a plain user
LATEST = 2**33  # seconds: the year 2242
LONGEST = 10_000  # characters of one text; Telegram's are shorter by half

KIND_OF: Mapping[str, type] = {
    **dict.fromkeys(TEXTS, str), **dict.fromkeys(NUMBERS, int), **dict.fromkeys(ANSWERS, bool),
    **dict.fromkeys(LISTS, list), **dict.fromkeys((*PARTS, *NUMBERED), dict),
}  # fmt: skip


class Misshapen(ValueError):
    """An update that Telegram did not make."""


def sound(update: object) -> dict[str, Any]:
    """The update without what is empty, and without half characters. Raises Misshapen."""
    made = _sound("", update)
    if not isinstance(made, dict):
        raise Misshapen("no object")
    for kind in made.keys() & NEEDED.keys():
        if missing := NEEDED[kind] - made[kind].keys():
            raise Misshapen(f"{kind} without {', '.join(sorted(missing))}")
    for kind in made.keys() & STANDINGS:
        for part in made[kind].keys() & {"old_chat_member", "new_chat_member"}:
            if not {"user", "status"} <= made[kind][part].keys():
                raise Misshapen(f"{part} is nobody")
    return made


def _sound(name: str, value: object) -> Any:
    wanted = KIND_OF.get(name)
    if wanted is not None and type(value) is not wanted:
        raise Misshapen(f"{name} is of another kind")
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise Misshapen(f"{name} is too long")
        return value.replace("\0", "").encode("utf-8", "replace").decode()
    if isinstance(value, int | float) and abs(value) >= (LATEST if name.endswith("date") else LARGEST):
        raise Misshapen(f"{name} is beyond counting")
    if isinstance(value, list):
        return [_sound("", one) for one in value]
    if isinstance(value, dict):
        made = {key: _sound(key, part) for key, part in value.items() if part is not None}
        if name in NUMBERED and type(made.get("id")) is not int:
            raise Misshapen(f"{name} has no number")
        return made
    return value
