"""Everything the page shows, as one JSON object. HTML is made here from text and entities, never passed through."""

from datetime import UTC, datetime

from bot.sandbox.world.records import INSIDE, LEADING, Chat, Fields, Message, StoredFile, User
from bot.sandbox.world.world import World

LAST = 80
SCOPES = {"private": ("all_private_chats", "default"), "group": ("all_group_chats", "default")}


def snapshot(world: World, last: int = LAST) -> Fields:
    """The whole state; of each chat the last messages."""
    chats = [world.private(user) for user in world.people()] + world.groups()
    return {
        "now": world.clock.now().isoformat(),
        "bot": {"id": world.bot.id, "name": world.bot.name, "username": world.bot.username},
        "people": [_person(user) for user in world.people()],
        "groups": [_group(world, chat) for chat in world.groups() if chat.migrated_to is None],
        "chats": {str(c.id): [_message(world, m) for m in c.visible[-last:]] for c in chats if c.migrated_to is None},
        **world.shown,
        "commands": {place: _commands(world, scopes) for place, scopes in SCOPES.items()},
    }


def _person(user: User) -> Fields:
    return {
        "id": user.id,
        "name": user.name,
        "first_name": user.first_name,
        "username": user.username,
        "language_code": user.language_code,
        "started": user.started,
        "blocked": user.blocked,
    }


def _group(world: World, chat: Chat) -> Fields:
    humans = {i: status for i, status in chat.members.items() if not world.users[i].is_bot}
    return {
        "id": chat.id,
        "title": chat.title,
        "members": [i for i, status in humans.items() if status in INSIDE],
        "admins": [i for i, status in humans.items() if status in LEADING],
        "bot": chat.has(world.bot.id),
        "forum": chat.forum,
        "topics": [{"id": topic.id, "name": topic.name} for topic in chat.topics.values()],
    }


def _commands(world: World, scopes: tuple[str, ...]) -> list[Fields]:
    found = (world.commands.get(f"{scope}:") for scope in scopes)
    return next((commands for commands in found if commands), [])


def _message(world: World, message: Message) -> Fields:
    return {
        "id": message.id,
        "from": _sender(world, message),
        "date": datetime.fromtimestamp(message.date, UTC).isoformat(),
        "edited": message.edited,
        "text": message.text,
        "html": message.html,
        "buttons": [[_button(b.text, b.data, b.url) for b in row] for row in message.keyboard],
        "reply_to": _reply(world, message),
        "service": service_line(world, message),
        "topic": message.topic_id,
        "photo": _file_url(world, message, "photo"),
        "document": _document(world, message),
        "silent": message.silent,
    }


def _button(text: str, data: str | None, url: str | None) -> Fields:
    found: Fields = {"text": text}
    return found | ({"data": data} if data is not None else {}) | ({"url": url} if url is not None else {})


def _sender(world: World, message: Message) -> Fields:
    if message.sender_chat_id is not None:
        return {"id": message.sender_chat_id, "name": world.chats[message.sender_chat_id].title, "bot": False}
    user = world.users[message.sender_id or world.bot.id]
    return {"id": user.id, "name": user.name or "Deleted account", "bot": user.id == world.bot.id}


def _reply(world: World, message: Message) -> Fields | None:
    reply = message.reply_to
    if reply is None or reply.deleted:
        return None
    return {"id": reply.id, "name": _sender(world, reply)["name"], "text": reply.text[:160]}


def _stored(world: World, message: Message, kind: str) -> StoredFile | None:
    found = message.media.get(kind)
    if isinstance(found, list):
        found = found[-1]
    return world.files.get(str(found["file_id"])) if isinstance(found, dict) and "file_id" in found else None


def _file_url(world: World, message: Message, kind: str) -> str | None:
    stored = _stored(world, message, kind)
    return f"/file/{stored.id}" if stored else None


def _document(world: World, message: Message) -> Fields | None:
    stored = _stored(world, message, "document")
    if stored:
        return {"name": stored.name, "url": f"/file/{stored.id}"}
    other = next((kind for kind in ("sticker", "voice", "contact", "location") if kind in message.media), None)
    return {"name": other.capitalize(), "url": _file_url(world, message, other)} if other else None


def service_line(world: World, message: Message) -> str | None:
    """A service message as a line to read."""
    if not message.service:
        return None
    by = str(_sender(world, message)["name"])
    kind, value = next(iter(message.service.items()))
    who = _names(value)
    match kind:
        case "new_chat_members":
            return f"{who} joined the group" if who == by else f"{by} added {who}"
        case "left_chat_member":
            return f"{who} left the group" if who == by else f"{by} removed {who}"
        case "migrate_to_chat_id" | "migrate_from_chat_id":
            return "The group became a supergroup"
        case "forum_topic_created" if isinstance(value, dict):
            return f"{by} opened the topic “{value['name']}”"
        case "group_chat_created":
            return f"{by} created the group"
        case "new_chat_title":
            return f"{by} renamed the group to “{value}”"
        case "pinned_message":
            return f"{by} pinned a message"
    return f"{by}: {kind.replace('_', ' ')}"


def _names(value: object) -> str:
    users = value if isinstance(value, list) else [value]
    found = [u for u in users if isinstance(u, dict) and "first_name" in u]
    return ", ".join(f"{u['first_name']} {u.get('last_name', '')}".strip() for u in found)
