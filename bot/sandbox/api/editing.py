"""Editing, deleting and pinning messages. Only the bot's own can be edited, and never into what they are already."""

from bot.sandbox.api import access, media
from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.keyboards import keyboard
from bot.sandbox.api.refusal import bad
from bot.sandbox.api.texts import caption, message_text
from bot.sandbox.text.formatted import Formatted
from bot.sandbox.world import objects, talk
from bot.sandbox.world.records import LEADING, Chat, Fields, Keyboard, Kind, Message, Status
from bot.sandbox.world.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TWO_DAYS = 48 * 3600


def edit_message_text(desk: Desk, arguments: Arguments) -> Fields:
    said = message_text(arguments)
    rows = keyboard(arguments.record("reply_markup"))
    message = _own(desk, arguments)
    if message.media:
        raise bad("there is no text in the message to edit")
    return _change(desk, message, said, rows, message.media)


def edit_message_caption(desk: Desk, arguments: Arguments) -> Fields:
    said = caption(arguments.values)
    rows = keyboard(arguments.record("reply_markup"))
    message = _own(desk, arguments)
    if not message.media:
        raise bad("there is no caption in the message to edit")
    return _change(desk, message, said, rows, message.media)


def edit_message_media(desk: Desk, arguments: Arguments) -> Fields:
    given = arguments.record("media") or {}
    said = caption(given)
    rows = keyboard(arguments.record("reply_markup"))
    message = _own(desk, arguments)
    named = str(given.get("media") or "")
    match given.get("type"):
        case "photo":
            attached = media.photo(desk.world, arguments, named)
        case "document":
            attached = media.document(desk.world, arguments, named)
        case _:
            raise bad("can't parse InputMedia: type must be specified (the sandbox knows photo and document)")
    return _change(desk, message, said, rows, attached)


def edit_message_reply_markup(desk: Desk, arguments: Arguments) -> Fields:
    rows = keyboard(arguments.record("reply_markup"))
    message = _own(desk, arguments)
    return _change(desk, message, message.formatted, rows, message.media)


def _own(desk: Desk, arguments: Arguments) -> Message:
    """The bot's message that a call wants to edit."""
    if arguments.text("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    if not arguments.given("chat_id"):
        raise bad("chat_id is empty")
    if not arguments.number("message_id"):
        raise bad("message identifier is not specified")
    chat = access.editable(desk.world, arguments.text("chat_id"))
    if chat.migrated_to is not None:
        raise bad("message can't be edited")
    message = access.find_message(chat, arguments.number("message_id"), "message to edit")
    if message.sender_id != desk.world.bot.id or message.service:
        raise bad("message can't be edited")
    return message


def _change(desk: Desk, message: Message, said: Formatted, rows: Keyboard, attached: Fields) -> Fields:
    world = desk.world
    same = (said, rows, attached) == (message.formatted, message.keyboard, message.media)
    desk.limits.check(message.chat_id, world.clock.now().timestamp(), edit=True)
    if same:
        raise bad(NOT_MODIFIED)
    message.text, message.entities, message.keyboard, message.media = said.text, said.entities, rows, attached
    message.edit_date = world.time
    world.changed()
    return objects.message(world, message)


def delete_message(desk: Desk, arguments: Arguments) -> bool:
    chat = access.writable(desk.world, arguments.text("chat_id"))
    message = access.find_message(chat, arguments.number("message_id"), "message to delete")
    _may_delete(desk.world, chat, message)
    talk.delete(desk.world, message)
    return True


def delete_messages(desk: Desk, arguments: Arguments) -> bool:
    """Deletes what can be deleted and passes over the rest, as Telegram does."""
    chat = access.writable(desk.world, arguments.text("chat_id"))
    numbers = arguments.items("message_ids")
    if len(numbers) > 100:
        raise bad("too many message identifiers specified")
    for number in numbers:
        message = chat.messages.get(number) if isinstance(number, int) else None
        if message is not None and not message.deleted:
            talk.delete(desk.world, message)
    return True


def _may_delete(world: World, chat: Chat, message: Message) -> None:
    leads = chat.status(world.bot.id) in LEADING
    own = message.sender_id == world.bot.id
    if message.date <= world.time - TWO_DAYS and not leads:
        raise bad("message can't be deleted for everyone")
    if not own and chat.kind is not Kind.PRIVATE and not leads:
        raise bad("message can't be deleted")


def pin_chat_message(desk: Desk, arguments: Arguments) -> bool:
    world = desk.world
    chat = access.writable(world, arguments.text("chat_id"))
    message = access.find_message(chat, arguments.number("message_id"), "message to pin")
    _may_pin(world, chat)
    message.pinned = True
    pinned = objects.message(world, message, with_reply=False)
    talk.service(world, chat, world.bot, {"pinned_message": pinned}, topic_id=message.topic_id)
    return True


def unpin_chat_message(desk: Desk, arguments: Arguments) -> bool:
    chat = access.writable(desk.world, arguments.text("chat_id"))
    _may_pin(desk.world, chat)
    number = arguments.number("message_id")
    pinned = [m for m in chat.visible if m.pinned and (number is None or m.id == number)]
    if not pinned:
        raise bad("message to unpin not found")
    pinned[-1].pinned = False
    desk.world.changed()
    return True


def _may_pin(world: World, chat: Chat) -> None:
    allowed = LEADING if chat.kind is Kind.SUPERGROUP else (*LEADING, Status.MEMBER)
    if chat.kind is not Kind.PRIVATE and chat.status(world.bot.id) not in allowed:
        raise bad("not enough rights to manage pinned messages in the chat")
