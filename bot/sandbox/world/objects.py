"""Records as the objects of the Bot API: exactly the fields Telegram would send, no others."""

from bot.sandbox.text.formatted import Entity
from bot.sandbox.world.records import Chat, Fields, Kind, Message, Status, User
from bot.sandbox.world.world import World

ENTITY_EXTRAS = ("url", "language", "custom_emoji_id", "unix_time", "date_time_format")
ADMIN_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_change_info",
    "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories", "can_pin_messages",
)  # fmt: skip


def user(record: User) -> Fields:
    found: Fields = {"id": record.id, "is_bot": record.is_bot, "first_name": record.first_name}
    for name in ("last_name", "username", "language_code"):
        value = getattr(record, name)
        if value and not (record.is_bot and name == "language_code"):
            found[name] = value
    return found


def me(world: World) -> Fields:
    """The bot about itself."""
    return user(world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def chat(world: World, record: Chat) -> Fields:
    found: Fields = {"id": record.id, "type": record.kind.value}
    if record.kind is Kind.PRIVATE:
        person = world.users[record.id]
        found["first_name"] = person.first_name
        for name in ("last_name", "username"):
            if getattr(person, name):
                found[name] = getattr(person, name)
        return found
    found["title"] = record.title or ""
    if record.forum:
        found["is_forum"] = True
    return found


def entity(world: World, record: Entity) -> Fields:
    found: Fields = {"type": record.kind, "offset": record.offset, "length": record.length}
    for name in ENTITY_EXTRAS:
        value = getattr(record, name)
        if value is not None:
            found[name] = value
    if record.user is not None:
        found["user"] = user(world.users[record.user])
    return found


def message(world: World, record: Message, *, with_reply: bool = True) -> Fields:
    """A message as the bot sees it; one level of reply is told, as by Telegram."""
    home = world.chats[record.chat_id]
    found: Fields = {"message_id": record.id, "date": record.date, "chat": chat(world, home)}
    if record.sender_id is not None:
        found["from"] = user(world.users[record.sender_id])
    if record.sender_chat_id is not None:
        found["sender_chat"] = chat(world, world.chats[record.sender_chat_id])
    if record.edit_date is not None:
        found["edit_date"] = record.edit_date
    found |= _thread(record) | record.origin | record.media | record.service
    if record.text:
        name = "caption" if record.media else "text"
        found[name] = record.text
        entities = [entity(world, e) for e in record.entities if e.user is None or e.user in world.users]
        if entities:
            found["caption_entities" if record.media else "entities"] = entities
    if with_reply:
        reply = record.reply_to or _topic_start(home, record)
        if reply is not None and not reply.deleted:
            found["reply_to_message"] = message(world, reply, with_reply=False)
    if record.keyboard:
        found["reply_markup"] = markup(record)
    if record.protected:
        found["has_protected_content"] = True
    return found


def _thread(record: Message) -> Fields:
    if record.topic_id is not None:
        return {"message_thread_id": record.topic_id, "is_topic_message": True}
    return {"message_thread_id": record.thread_id} if record.thread_id is not None else {}


def _topic_start(home: Chat, record: Message) -> Message | None:
    """In a topic, what answers nothing answers the service message that created the topic."""
    if record.topic_id is None or record.id == record.topic_id:
        return None
    return home.messages.get(record.topic_id)


def markup(record: Message) -> Fields:
    return {"inline_keyboard": [[button.fields for button in row] for row in record.keyboard]}


def inaccessible(world: World, record: Message) -> Fields:
    """A message that is gone: its place without its content."""
    return {"chat": chat(world, world.chats[record.chat_id]), "message_id": record.id, "date": 0}


def member(world: World, home: Chat, user_id: int) -> Fields:
    """A person's standing in a chat."""
    status = Status.MEMBER if home.kind is Kind.PRIVATE else home.status(user_id)
    return standing(world, user_id, status)


def standing(world: World, user_id: int, status: Status) -> Fields:
    found: Fields = {"user": user(world.users[user_id]), "status": status.value}
    match status:
        case Status.CREATOR:
            found["is_anonymous"] = False
        case Status.ADMINISTRATOR:
            found |= {"can_be_edited": False, "is_anonymous": False, "can_promote_members": False}
            found |= dict.fromkeys(ADMIN_RIGHTS, True) | {"can_manage_topics": True}
        case Status.KICKED:
            found["until_date"] = 0
    return found
