"""Who is in which group: joining, leaving, promoting, the bot coming and going, a group becoming a supergroup.

Each event leaves the service messages and updates that Telegram sends for it, and no others.
"""

from bot.sandbox.world import objects, talk
from bot.sandbox.world.records import LEADING, Chat, Fields, Kind, Status, Topic, User
from bot.sandbox.world.world import Impossible, World

TOPIC_COLOUR = 7_322_096


def create_group(
    world: World, title: str, creator: User, members: list[User], *, supergroup: bool, forum: bool
) -> Chat:
    """A new group without the bot."""
    kind = Kind.SUPERGROUP if supergroup or forum else Kind.GROUP
    chat = Chat(_group_id(world, kind), kind, title, forum=forum)
    world.chats[chat.id] = chat
    chat.members[creator.id] = Status.CREATOR
    chat.members |= {user.id: Status.MEMBER for user in members if user.id != creator.id}
    world.changed()
    return chat


def _group_id(world: World, kind: Kind) -> int:
    if kind is Kind.GROUP:
        world.counters.group -= 1
        return world.counters.group + 1
    world.counters.supergroup -= 1
    return world.counters.supergroup + 1


def set_status(world: World, chat: Chat, user: User, status: Status, by: User) -> None:
    """Change a standing and send what Telegram sends about it."""
    old = chat.status(user.id)
    if old is status:
        return
    chat.members[user.id] = status
    if chat.has(user.id) and chat.has(world.bot.id):
        user.met = True
    if user.id == world.bot.id:
        _tell(world, "my_chat_member", chat, user, old, status, by)
        for other in chat.members:
            world.users[other].met = True
    elif chat.status(world.bot.id) in LEADING:
        _tell(world, "chat_member", chat, user, old, status, by)


def _tell(world: World, kind: str, chat: Chat, user: User, old: Status, new: Status, by: User) -> None:
    change: Fields = {
        "chat": objects.chat(world, chat),
        "from": objects.user(by),
        "date": world.time,
        "old_chat_member": objects.standing(world, user.id, old),
        "new_chat_member": objects.standing(world, user.id, new),
    }
    world.updates.put(kind, change, world.clock.now().timestamp(), chat.id)


def join(world: World, chat: Chat, user: User, by: User) -> None:
    """`user` comes in: by a link when `by` is the same person, otherwise added."""
    if chat.has(user.id):
        return
    _living(chat)
    if by.id != user.id and not chat.has(by.id):
        raise Impossible(f"{by.name} is not in {chat.title}.")
    set_status(world, chat, user, Status.MEMBER, by)
    talk.service(world, chat, by, {"new_chat_members": [objects.user(user)]})


def begin_with_bot(world: World, chat: Chat, by: User) -> None:
    """The bot is there from the start; only a small group tells it that it was created."""
    if chat.kind is not Kind.GROUP:
        join(world, chat, world.bot, by)
        return
    set_status(world, chat, world.bot, Status.MEMBER, by)
    talk.service(world, chat, by, {"group_chat_created": True})


def leave(world: World, chat: Chat, user: User, by: User) -> None:
    """`user` goes: by choice when `by` is the same person, otherwise removed."""
    if not chat.has(user.id):
        raise Impossible(f"{user.name} is not in {chat.title}.")
    _living(chat)
    removed = by.id != user.id
    told: Fields = {"left_chat_member": objects.user(user)}
    if user.id == world.bot.id:
        talk.service(world, chat, by, told)
    set_status(world, chat, user, Status.KICKED if removed else Status.LEFT, by)
    if user.id != world.bot.id:
        talk.service(world, chat, by, told)
    world.changed()


def _living(chat: Chat) -> None:
    if chat.migrated_to is not None:
        raise Impossible(f"{chat.title} has become a supergroup with another id.")


def open_topic(world: World, chat: Chat, by: User, name: str) -> Topic:
    """A new topic in a forum."""
    if not chat.forum:
        raise Impossible(f"{chat.title} has no topics.")
    topic = Topic(chat.next_message, name)
    chat.topics[topic.id] = topic
    created: Fields = {"forum_topic_created": {"name": name, "icon_color": TOPIC_COLOUR}}
    talk.service(world, chat, by, created, topic_id=topic.id)
    return topic


def toggle_topic(world: World, chat: Chat, by: User, topic: Topic, *, closed: bool) -> None:
    topic.closed = closed
    fields: Fields = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
    talk.service(world, chat, by, fields, topic_id=topic.id)


def upgrade(world: World, chat: Chat, by: User, *, silent: bool) -> Chat:
    """The group becomes a supergroup with a new id; `silent` leaves the bot to find out by its next call."""
    if chat.kind is not Kind.GROUP:
        raise Impossible(f"{chat.title} is a supergroup already.")
    _living(chat)
    new = Chat(_group_id(world, Kind.SUPERGROUP), Kind.SUPERGROUP, chat.title, members=dict(chat.members))
    world.chats[new.id] = new
    if not silent:
        talk.service(world, chat, by, {"migrate_to_chat_id": new.id})
        talk.service(world, new, by, {"migrate_from_chat_id": chat.id})
    chat.migrated_to = new.id
    world.changed()
    return new
