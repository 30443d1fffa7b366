"""Which chat a call means and whether the bot may read it or write there, with Telegram's reasons when it may not."""

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.refusal import Refusal, bad, forbidden
from bot.sandbox.world.records import LEADING, Chat, Fields, Kind, Message, Status, Topic
from bot.sandbox.world.world import World

GENERAL_TOPIC = 1


def find_chat(world: World, chat_id: str) -> Chat:
    """The chat named by an id; none here has an @username, and people the bot never met do not exist for it."""
    number = int(chat_id) if chat_id.removeprefix("-").isdecimal() and len(chat_id) < 20 else 0
    user = world.users.get(number)
    if user is not None and not user.is_bot and (user.met or user.started):
        return world.private(user)
    chat = world.chats.get(number)
    if chat is None or chat.kind is Kind.PRIVATE or world.bot.id not in chat.members:
        raise bad("chat not found")
    return chat


def readable(world: World, chat_id: str) -> Chat:
    """A chat the bot may ask about."""
    chat = find_chat(world, chat_id)
    status = chat.status(world.bot.id)
    if chat.kind in (Kind.SUPERGROUP, Kind.CHANNEL) and not chat.has(world.bot.id):
        raise _outside(chat, status)
    return chat


def members_of(world: World, chat_id: str) -> Chat:
    """A chat whose members the bot may ask about."""
    chat = readable(world, chat_id)
    return writable(world, chat_id) if chat.kind is Kind.GROUP else chat


def editable(world: World, chat_id: str) -> Chat:
    """A chat in which the bot may edit."""
    chat = readable(world, chat_id)
    if chat.kind is Kind.PRIVATE and world.users[chat.id].deactivated:
        raise forbidden("user is deactivated")
    if chat.kind is Kind.GROUP and chat.migrated_to is None and not chat.has(world.bot.id):
        raise _outside(chat, chat.status(world.bot.id))
    return chat


def writable(world: World, chat_id: str) -> Chat:
    """A chat in which the bot may post (in private, whether they want it is asked by `deliverable`)."""
    chat = editable(world, chat_id)
    if chat.migrated_to is not None:
        parameters: Fields = {"migrate_to_chat_id": chat.migrated_to}
        raise Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", parameters)
    return chat


def deliverable(world: World, chat: Chat) -> None:
    """Whether a person wants messages from the bot."""
    if chat.kind is not Kind.PRIVATE:
        return
    user = world.users[chat.id]
    if user.blocked:
        raise forbidden("bot was blocked by the user")
    if not user.started:
        raise forbidden("bot can't initiate conversation with a user")


def _outside(chat: Chat, status: Status) -> Refusal:
    kind = "supergroup" if chat.kind is Kind.SUPERGROUP else chat.kind.value
    if status is Status.KICKED:
        return forbidden(f"bot was kicked from the {kind} chat")
    return forbidden(f"bot is not a member of the {kind} chat")


def topic_of(world: World, chat: Chat, arguments: Arguments) -> Topic | None:
    """The topic a message is meant for."""
    thread = arguments.number("message_thread_id")
    if not thread:
        return None
    if chat.kind is Kind.PRIVATE or (chat.forum and (thread == GENERAL_TOPIC or thread not in chat.topics)):
        raise bad("message thread not found")
    topic = chat.topics.get(thread)
    if topic is not None and topic.closed and chat.status(world.bot.id) not in LEADING:
        raise bad("TOPIC_CLOSED")
    return topic


def answered_message(world: World, chat: Chat, arguments: Arguments) -> Message | None:
    """The message that `reply_parameters` names."""
    given = arguments.record("reply_parameters")
    if given is None:
        return None
    home = chat
    if given.get("chat_id") and str(given["chat_id"]) != str(chat.id):
        home = readable(world, str(given["chat_id"]))
    number = given["message_id"]
    found = home.messages.get(number) if isinstance(number, int) else None
    if found is not None and not found.deleted:
        return found if home is chat else None
    if given.get("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")


def find_message(chat: Chat, number: int | None, what: str) -> Message:
    """A message that is still there; `what` names it in the refusal."""
    message = chat.messages.get(number or 0)
    if message is None or message.deleted:
        raise bad(f"{what} not found")
    return message
