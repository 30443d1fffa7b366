"""sendMessage, sendPhoto, sendDocument: a new message by the bot, once nothing is found wrong with it."""

from bot.sandbox.api import access, media
from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.keyboards import keyboard
from bot.sandbox.api.refusal import bad
from bot.sandbox.api.texts import caption, message_text
from bot.sandbox.text.formatted import Formatted
from bot.sandbox.world import objects, talk
from bot.sandbox.world.records import Fields

ACTIONS = (
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
)  # fmt: skip


def send_message(desk: Desk, arguments: Arguments) -> Fields:
    return _send(desk, arguments, message_text(arguments), {})


def send_photo(desk: Desk, arguments: Arguments) -> Fields:
    said = caption(arguments.values)
    return _send(desk, arguments, said, media.photo(desk.world, arguments, arguments.text("photo")))


def send_document(desk: Desk, arguments: Arguments) -> Fields:
    said = caption(arguments.values)
    return _send(desk, arguments, said, media.document(desk.world, arguments, arguments.text("document")))


def send_chat_action(desk: Desk, arguments: Arguments) -> bool:
    chat = access.writable(desk.world, arguments.text("chat_id"))
    if arguments.text("action").lower() not in ACTIONS:
        raise bad("wrong parameter action in request")
    access.deliverable(desk.world, chat)
    return True


def _send(desk: Desk, arguments: Arguments, said: Formatted, attached: Fields) -> Fields:
    world = desk.world
    rows = keyboard(arguments.record("reply_markup"))
    chat = access.writable(world, arguments.text("chat_id"))
    topic = access.topic_of(world, chat, arguments)
    reply_to = access.answered_message(world, chat, arguments)
    access.deliverable(world, chat)
    desk.limits.check(chat.id, world.clock.now().timestamp())
    topic_id = topic.id if topic else reply_to.topic_id if reply_to else None
    message = world.post(
        chat,
        world.bot.id,
        from_bot=True,
        text=said.text,
        entities=said.entities,
        keyboard=rows,
        media=attached,
        reply_to=reply_to,
        topic_id=topic_id,
        thread_id=talk.thread_of(chat, reply_to),
        silent=arguments.flag("disable_notification"),
        protected=arguments.flag("protect_content"),
        delivered=True,
    )
    world.changed()
    return objects.message(world, message)
