"""The table of contents: every method of the look-alike and the function that does it."""

from collections.abc import Callable

from bot.sandbox.api import asking, editing, polling, profile, sending
from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.desk import Desk

Method = Callable[[Desk, Arguments], object]

METHODS: dict[str, Method] = {
    # new messages
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    # messages that are there
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    # chats, people, presses, files
    "answerCallbackQuery": asking.answer_callback_query,
    "getChat": asking.get_chat,
    "getChatMember": asking.get_chat_member,
    "getChatAdministrators": asking.get_chat_administrators,
    "getChatMemberCount": asking.get_chat_member_count,
    "leaveChat": asking.leave_chat,
    "getFile": asking.get_file,
    # the bot itself
    "getMe": asking.get_me,
    "setMyCommands": profile.set_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "getMyCommands": profile.get_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyDescription": profile.get_my_description,
    "getMyShortDescription": profile.get_my_short_description,
    "getWebhookInfo": polling.get_webhook_info,
}
"""All but getUpdates, setWebhook and deleteWebhook, which share the open poll and belong to `Poller`."""
