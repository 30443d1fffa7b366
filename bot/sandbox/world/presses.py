"""Presses of inline buttons: the callback query, its fifteen seconds, and the buttons a person can see."""

import hashlib
import re

from bot.sandbox.world import objects
from bot.sandbox.world.records import Button, Fields, Message, Press, User
from bot.sandbox.world.world import Impossible, World

ANSWER_WITHIN = 15.0
KEPT = 2000


def press(world: World, user: User, message: Message, data: str) -> Press:
    """`user` presses a callback button of `message` (or claims to: the data is not checked here)."""
    chat = world.chats[message.chat_id]
    if chat.id != user.id and not chat.has(user.id):
        raise Impossible(f"{user.name} is not in {chat.title}.")
    if chat.id == user.id and user.blocked:
        raise Impossible(f"{user.name} has blocked the bot.")
    world.counters.press += 1
    now = world.clock.now().timestamp()
    made = Press(str(world.counters.press), user.id, now + ANSWER_WITHIN)
    world.presses[made.id] = made
    while len(world.presses) > KEPT:
        del world.presses[next(iter(world.presses))]
    shown = objects.inaccessible(world, message) if message.deleted else objects.message(world, message)
    query: Fields = {
        "id": made.id,
        "from": objects.user(user),
        "message": shown,
        "chat_instance": _instance(chat.id),
        "data": data,
    }
    user.met = True
    world.updates.put("callback_query", query, now, user.id)
    world.changed()
    return made


def _instance(chat_id: int) -> str:
    digest = hashlib.sha256(str(chat_id).encode()).digest()
    return str(int.from_bytes(digest[:8], "big", signed=True))


def find_button(messages: list[Message], label: str) -> tuple[Message, Button]:
    """The newest message that shows a button with `label` in its text; LookupError tells what there is instead."""
    wanted = plain(label)
    for message in reversed(messages):
        shown = [(plain(button.text), button) for row in message.keyboard for button in row]
        for text, button in shown:
            if text == wanted:
                return message, button
        for text, button in shown:
            if wanted in text:
                return message, button
    seen = [text for message in messages[-20:] for text in message.labels]
    raise LookupError(f"no button “{label}” here; the buttons to be seen: {', '.join(seen) or 'none'}")


def plain(label: str) -> str:
    """A label without emoji and case, for finding."""
    return " ".join(re.sub(r"[^\w\s'’.,:/+-]", " ", label, flags=re.UNICODE).split()).casefold() or label.strip()
