"""Keeps the world in one JSON file, so that the sandbox goes on after a restart. Written whole or not at all.

What the bot was told about faults and limits is not kept.
"""

import base64
import json
import os
from dataclasses import asdict, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.sandbox.clock import Clock
from bot.sandbox.text.formatted import Entity
from bot.sandbox.world.records import (
    Button,
    CallbackAnswer,
    Chat,
    Fields,
    Kind,
    Message,
    Press,
    Status,
    StoredFile,
    Topic,
    User,
)
from bot.sandbox.world.updates import Update
from bot.sandbox.world.world import Counters, Webhook, World

FORMAT = 1
Kept = dict[str, Any]


def save(world: World, clock: Clock, path: Path) -> None:
    """Write everything to `path`; called where the world is changed, so that nothing changes meanwhile."""
    kept: Kept = {
        "format": FORMAT,
        "now": clock.now().isoformat(),
        "offset": clock.offset.total_seconds(),
        "bot": world.bot.id,
        "privacy": world.privacy,
        "users": [asdict(user) for user in world.users.values()],
        "chats": [_chat(chat) for chat in world.chats.values()],
        "updates": {
            "next": world.updates.next_id,
            "allowed": sorted(world.updates.allowed),
            "items": [asdict(update) for update in world.updates.items],
        },
        "presses": [asdict(press) for press in world.presses.values()],
        "files": [asdict(file) | {"data": base64.b64encode(file.data).decode()} for file in world.files.values()],
        "commands": world.commands,
        "descriptions": world.descriptions,
        "webhook": asdict(world.webhook),
        "counters": asdict(world.counters),
    }
    text = json.dumps(kept, ensure_ascii=True, separators=(",", ":"))
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def load(path: Path, clock: Clock | None) -> World:
    """The world that was saved; `clock` is moved on to where it was, a new one goes on from there."""
    kept: Kept = json.loads(path.read_text(encoding="utf-8"))
    if kept["format"] != FORMAT:
        raise ValueError(f"{path} has format {kept['format']}, this program reads {FORMAT}")
    saved, offset = datetime.fromisoformat(kept["now"]), timedelta(seconds=kept["offset"])
    clock = clock or Clock(offset=offset)
    behind = saved - clock.now() if clock.frozen else offset - clock.offset
    clock.move(max(behind, timedelta(0)))
    users = {item["id"]: User(**item) for item in kept["users"]}
    world = World(clock, users[kept["bot"]], kept["privacy"], users)
    world.chats = {item["id"]: _read_chat(item) for item in kept["chats"]}
    world.updates.items.extend(Update(**item) for item in kept["updates"]["items"])
    world.updates.next_id = kept["updates"]["next"]
    world.updates.allowed = frozenset(kept["updates"]["allowed"])
    world.presses = {item["id"]: _read_press(item) for item in kept["presses"]}
    files = (StoredFile(**item | {"data": base64.b64decode(item["data"])}) for item in kept["files"])
    world.files = {file.id: file for file in files}
    world.commands, world.descriptions = kept["commands"], kept["descriptions"]
    world.webhook, world.counters = Webhook(**kept["webhook"]), Counters(**kept["counters"])
    return world


def _chat(chat: Chat) -> Kept:
    return {name: getattr(chat, name) for name in ("id", "kind", "title", "forum", "next_message", "migrated_to")} | {
        "members": list(chat.members.items()),
        "topics": [asdict(topic) for topic in chat.topics.values()],
        "messages": [_message(message) for message in chat.messages.values()],
    }


def _message(message: Message) -> Fields:
    """Field by field, since an answer points to what it answers; that is kept as its id."""
    kept = {field.name: getattr(message, field.name) for field in fields(message)}
    kept["entities"] = [asdict(entity) for entity in message.entities]
    kept["keyboard"] = [[asdict(button) for button in row] for row in message.keyboard]
    kept["reply_to"] = message.reply_to.id if message.reply_to else None
    return kept


def _read_chat(item: Kept) -> Chat:
    chat = Chat(**item | {"kind": Kind(item["kind"]), "members": {}, "topics": {}, "messages": {}})
    chat.members = {user_id: Status(status) for user_id, status in item["members"]}
    chat.topics = {topic["id"]: Topic(**topic) for topic in item["topics"]}
    for kept in item["messages"]:
        keyboard = tuple(tuple(Button(**button) for button in row) for row in kept["keyboard"])
        entities = tuple(Entity(**entity) for entity in kept["entities"])
        reply_to = chat.messages.get(kept["reply_to"])
        message = Message(**kept | {"entities": entities, "keyboard": keyboard, "reply_to": reply_to})
        chat.messages[message.id] = message
    return chat


def _read_press(item: Kept) -> Press:
    answer = item["answer"]
    return Press(**item | {"answer": CallbackAnswer(**answer) if answer else None})
