"""What the bot asks about chats, members and files, leaving a chat, and answering presses."""

from bot.sandbox.api import access
from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.desk import Desk
from bot.sandbox.api.refusal import bad, forbidden
from bot.sandbox.world import membership, objects
from bot.sandbox.world.records import INSIDE, LEADING, CallbackAnswer, Fields, Kind

QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
LONGEST_ANSWER = 200
PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages",
)  # fmt: skip
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_me(desk: Desk, arguments: Arguments) -> Fields:
    return objects.me(desk.world)


def get_chat(desk: Desk, arguments: Arguments) -> Fields:
    world = desk.world
    chat = access.readable(world, arguments.text("chat_id"))
    found = objects.chat(world, chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if chat.kind is not Kind.PRIVATE:
        found["permissions"] = dict.fromkeys(PERMISSIONS, True)
    pinned = [message for message in chat.visible if message.pinned]
    if pinned:
        found["pinned_message"] = objects.message(world, pinned[-1], with_reply=False)
    return found


def get_chat_member(desk: Desk, arguments: Arguments) -> Fields:
    """How somebody stands in a chat: "left" for known people who are not in it, a refusal for unknown ones."""
    world = desk.world
    chat = access.members_of(world, arguments.text("chat_id"))
    user_id = arguments.number("user_id") or 0
    user = world.users.get(user_id)
    if user is None or (not user.met and not user.started and not user.is_bot and user_id not in chat.members):
        raise bad("PARTICIPANT_ID_INVALID" if chat.kind is Kind.SUPERGROUP else "user not found")
    if chat.kind is Kind.PRIVATE and user_id not in (chat.id, world.bot.id):
        raise bad("member not found")
    return objects.member(world, chat, user_id)


def get_chat_administrators(desk: Desk, arguments: Arguments) -> list[Fields]:
    world = desk.world
    chat = access.members_of(world, arguments.text("chat_id"))
    if chat.kind is Kind.PRIVATE:
        raise bad("there are no administrators in the private chat")
    leading = [i for i, status in chat.members.items() if status in LEADING]
    return [objects.member(world, chat, i) for i in leading if not world.users[i].is_bot or i == world.bot.id]


def get_chat_member_count(desk: Desk, arguments: Arguments) -> int:
    chat = access.members_of(desk.world, arguments.text("chat_id"))
    return 2 if chat.kind is Kind.PRIVATE else sum(status in INSIDE for status in chat.members.values())


def leave_chat(desk: Desk, arguments: Arguments) -> bool:
    world = desk.world
    chat = access.writable(world, arguments.text("chat_id"))
    if chat.kind is Kind.PRIVATE:
        raise bad("chat member status can't be changed in private chats")
    if not chat.has(world.bot.id):
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    membership.leave(world, chat, world.bot, world.bot)
    return True


def get_file(desk: Desk, arguments: Arguments) -> Fields:
    stored = desk.world.files.get(arguments.text("file_id"))
    if stored is None:
        raise bad("invalid file_id")
    return {
        "file_id": stored.id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.data),
        "file_path": stored.path,
    }


def answer_callback_query(desk: Desk, arguments: Arguments) -> bool:
    """Answer a press within its time. A second answer changes nothing."""
    world = desk.world
    press = world.presses.get(arguments.text("callback_query_id"))
    if press is None or world.clock.now().timestamp() > press.expires:
        raise bad(QUERY_TOO_OLD)
    text = arguments.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    url = arguments.text("url")
    if url and not url.lower().startswith(("https://t.me/", "http://t.me/", "t.me/", "tg://")):
        raise bad("URL_INVALID")
    if press.answer is None:
        press.answer = CallbackAnswer(text or None, arguments.flag("show_alert"), url or None)
        world.changed()
    return True
