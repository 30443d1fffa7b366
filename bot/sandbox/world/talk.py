"""What people write, edit and delete, and the updates the bot gets of it; also the service lines of a chat."""

from bot.sandbox.text.detect import detect
from bot.sandbox.text.formatted import Formatted, clean, tidy
from bot.sandbox.world import objects
from bot.sandbox.world.privacy import reaches_bot
from bot.sandbox.world.records import LEADING, Chat, Fields, Kind, Message, Status, Topic, User
from bot.sandbox.world.world import Impossible, World

LONGEST = 4096


def say(
    world: World,
    chat: Chat,
    sender: User,
    text: str = "",
    *,
    media: Fields | None = None,
    reply_to: Message | None = None,
    topic: Topic | None = None,
    sender_chat: Chat | None = None,
    origin: Fields | None = None,
) -> Message:
    """A message by a person; `text` is the caption of `media`."""
    if not media and not text.strip():
        raise Impossible("An empty message cannot be sent.")
    if len(text) > LONGEST:
        raise Impossible(f"A message has at most {LONGEST} characters.")
    if chat.migrated_to is not None:
        raise Impossible(f"{chat.title} has become a supergroup with another id.")
    if topic is not None and topic.closed and chat.status(sender.id) not in LEADING:
        raise Impossible(f"The topic {topic.name} is closed.")
    said = detect(tidy(Formatted(clean(text))))
    topic_id = topic.id if topic else reply_to.topic_id if reply_to else None
    message = world.post(
        chat,
        sender.id,
        sender_chat_id=sender_chat.id if sender_chat else None,
        text=said.text,
        entities=said.entities,
        media=media or {},
        origin=origin or {},
        reply_to=reply_to,
        topic_id=topic_id,
        thread_id=thread_of(chat, reply_to),
    )
    deliver(world, chat, message, "message")
    return message


def thread_of(chat: Chat, reply_to: Message | None) -> int | None:
    """In a supergroup without topics an answer carries the id of the message that its thread began with."""
    if reply_to is None or chat.kind is not Kind.SUPERGROUP or chat.forum:
        return None
    return reply_to.thread_id or reply_to.id


def deliver(world: World, chat: Chat, message: Message, kind: str) -> None:
    """Queue the update about a message if the bot may see it."""
    if reaches_bot(world, chat, message):
        message.delivered = True
        if message.sender_id is not None:
            world.users[message.sender_id].met = True
        world.updates.put(kind, objects.message(world, message), world.clock.now().timestamp(), chat.id)
    world.changed()


def service(world: World, chat: Chat, by: User, fields: Fields, topic_id: int | None = None) -> Message:
    """A line that Telegram writes itself: somebody joined, a topic was opened."""
    message = world.post(chat, by.id, service=fields, topic_id=topic_id, from_bot=by.id == world.bot.id)
    deliver(world, chat, message, "message")
    return message


def edit(world: World, message: Message, text: str) -> None:
    """A person changes what they wrote."""
    chat = world.chats[message.chat_id]
    if message.deleted or message.service:
        raise Impossible("That message cannot be edited.")
    said = detect(tidy(Formatted(clean(text))))
    if not said.text:
        raise Impossible("An empty message cannot be sent.")
    message.text, message.entities, message.edit_date = said.text, said.entities, world.time
    deliver(world, chat, message, "edited_message")


def delete(world: World, message: Message) -> None:
    """A message disappears for everybody; bots are not told."""
    message.deleted = True
    world.changed()


def open_private(world: World, user: User, *, pressing_start: bool) -> Chat:
    """The private chat, ready to be written in; pressing Start opens it and unblocks the bot."""
    if user.deactivated:
        raise Impossible(f"{user.name} has deleted the account.")
    if pressing_start:
        if user.blocked:
            unblock(world, user)
        user.started = True
    elif user.blocked:
        raise Impossible(f"{user.name} has blocked the bot.")
    elif not user.started:
        raise Impossible(f"{user.name} has not pressed Start yet.")
    return world.private(user)


def block(world: World, user: User) -> None:
    """Stop the bot; Telegram tells it."""
    if not user.blocked:
        user.blocked = True
        _own_standing(world, user, Status.MEMBER, Status.KICKED)


def unblock(world: World, user: User) -> None:
    if user.blocked:
        user.blocked = False
        _own_standing(world, user, Status.KICKED, Status.MEMBER)


def _own_standing(world: World, user: User, old: Status, new: Status) -> None:
    change: Fields = {
        "chat": objects.chat(world, world.private(user)),
        "from": objects.user(user),
        "date": world.time,
        "old_chat_member": objects.standing(world, world.bot.id, old),
        "new_chat_member": objects.standing(world, world.bot.id, new),
    }
    world.updates.put("my_chat_member", change, world.clock.now().timestamp(), user.id)
    world.changed()
