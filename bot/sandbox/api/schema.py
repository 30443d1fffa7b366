"""The methods and their parameters, and the objects given to them, as far as a bot like ours touches them.

Each line reads `name:Type`, with `!` when it is required, `|` between alternatives and `[]` after the element of an
array. What is not written here is refused, more strictly than Telegram, which ignores unknown parameters.
"""

from dataclasses import dataclass

_SEND = (
    "business_connection_id:String chat_id:Integer|String! message_thread_id:Integer direct_messages_topic_id:Integer"
)
_AFTER = (
    "disable_notification:Boolean protect_content:Boolean allow_paid_broadcast:Boolean message_effect_id:String "
    "suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters "
    "reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"
)
_EDIT = (
    "business_connection_id:String chat_id:Integer|String message_id:Integer inline_message_id:String "
    "reply_markup:InlineKeyboardMarkup"
)
_CAPTION = "caption:String parse_mode:String caption_entities:MessageEntity[]"
_CHAT = "chat_id:Integer|String!"
_SCOPE = "scope:BotCommandScope language_code:String"

METHOD_LINES = {
    "getMe": "",
    "getUpdates": "offset:Integer limit:Integer timeout:Integer allowed_updates:String[]",
    "setWebhook": (
        "url:String! certificate:InputFile ip_address:String max_connections:Integer allowed_updates:String[] "
        "drop_pending_updates:Boolean secret_token:String"
    ),
    "deleteWebhook": "drop_pending_updates:Boolean",
    "getWebhookInfo": "",
    "sendMessage": (
        f"{_SEND} text:String! parse_mode:String entities:MessageEntity[] link_preview_options:LinkPreviewOptions "
        f"{_AFTER}"
    ),
    "sendPhoto": (
        f"{_SEND} photo:InputFile|String! {_CAPTION} show_caption_above_media:Boolean has_spoiler:Boolean {_AFTER}"
    ),
    "sendDocument": (
        f"{_SEND} document:InputFile|String! thumbnail:InputFile|String {_CAPTION} "
        f"disable_content_type_detection:Boolean {_AFTER}"
    ),
    "editMessageText": (
        f"{_EDIT} text:String parse_mode:String entities:MessageEntity[] link_preview_options:LinkPreviewOptions "
        "rich_message:InputRichMessage"
    ),
    "editMessageCaption": f"{_EDIT} {_CAPTION} show_caption_above_media:Boolean",
    "editMessageMedia": f"{_EDIT} media:InputMedia!",
    "editMessageReplyMarkup": _EDIT,
    "deleteMessage": f"{_CHAT} message_id:Integer!",
    "deleteMessages": f"{_CHAT} message_ids:Integer[]!",
    "answerCallbackQuery": "callback_query_id:String! text:String show_alert:Boolean url:String cache_time:Integer",
    "sendChatAction": f"business_connection_id:String {_CHAT} message_thread_id:Integer action:String!",
    "pinChatMessage": f"business_connection_id:String {_CHAT} message_id:Integer! disable_notification:Boolean",
    "unpinChatMessage": f"business_connection_id:String {_CHAT} message_id:Integer",
    "getChat": _CHAT,
    "getChatMember": f"{_CHAT} user_id:Integer!",
    "getChatAdministrators": f"{_CHAT} return_bots:Boolean",
    "getChatMemberCount": _CHAT,
    "leaveChat": _CHAT,
    "getFile": "file_id:String!",
    "setMyCommands": f"commands:BotCommand[]! {_SCOPE}",
    "deleteMyCommands": _SCOPE,
    "getMyCommands": _SCOPE,
    "setMyDescription": "description:String language_code:String",
    "setMyShortDescription": "short_description:String language_code:String",
    "getMyDescription": "language_code:String",
    "getMyShortDescription": "language_code:String",
}

OBJECT_LINES = {
    "MessageEntity": (
        "type:String! offset:Integer! length:Integer! url:String user:User language:String custom_emoji_id:String "
        "unix_time:Integer date_time_format:String"
    ),
    "LinkPreviewOptions": (
        "is_disabled:Boolean url:String prefer_small_media:Boolean prefer_large_media:Boolean show_above_text:Boolean"
    ),
    "ReplyParameters": (
        "message_id:Integer! chat_id:Integer|String allow_sending_without_reply:Boolean quote:String "
        "quote_parse_mode:String quote_entities:MessageEntity[] quote_position:Integer checklist_task_id:Integer "
        "poll_option_id:String"
    ),
    "InlineKeyboardMarkup": "inline_keyboard:InlineKeyboardButton[][]!",
    "InlineKeyboardButton": (
        "text:String! icon_custom_emoji_id:String style:String url:String callback_data:String web_app:WebAppInfo "
        "login_url:LoginUrl switch_inline_query:String switch_inline_query_current_chat:String "
        "switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat copy_text:CopyTextButton "
        "callback_game:CallbackGame pay:Boolean"
    ),
    "BotCommand": "command:String! description:String!",
    "InputMediaPhoto": (
        "type:String! media:String! caption:String parse_mode:String caption_entities:MessageEntity[] "
        "show_caption_above_media:Boolean has_spoiler:Boolean"
    ),
    "InputMediaDocument": (
        "type:String! media:String! thumbnail:String caption:String parse_mode:String "
        "caption_entities:MessageEntity[] disable_content_type_detection:Boolean"
    ),
    "ReplyKeyboardMarkup": (
        "keyboard:KeyboardButton[][]! is_persistent:Boolean resize_keyboard:Boolean one_time_keyboard:Boolean "
        "input_field_placeholder:String selective:Boolean"
    ),
    "ReplyKeyboardRemove": "remove_keyboard:Boolean! selective:Boolean",
    "ForceReply": "force_reply:Boolean! input_field_placeholder:String selective:Boolean",
    "BotCommandScopeDefault": "type:String!",
    "BotCommandScopeAllPrivateChats": "type:String!",
    "BotCommandScopeAllGroupChats": "type:String!",
    "BotCommandScopeAllChatAdministrators": "type:String!",
    "BotCommandScopeChat": "type:String! chat_id:Integer|String!",
    "BotCommandScopeChatAdministrators": "type:String! chat_id:Integer|String!",
    "BotCommandScopeChatMember": "type:String! chat_id:Integer|String! user_id:Integer!",
}

BY_TYPE = {
    "InputMedia": {"photo": "InputMediaPhoto", "document": "InputMediaDocument"},
    "BotCommandScope": {
        "default": "BotCommandScopeDefault",
        "all_private_chats": "BotCommandScopeAllPrivateChats",
        "all_group_chats": "BotCommandScopeAllGroupChats",
        "all_chat_administrators": "BotCommandScopeAllChatAdministrators",
        "chat": "BotCommandScopeChat",
        "chat_administrators": "BotCommandScopeChatAdministrators",
        "chat_member": "BotCommandScopeChatMember",
    },
}
"""Which object a "type" field means, where one name stands for several."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named value: its type as written above, and whether it must be there."""

    name: str
    types: tuple[str, ...]
    required: bool


def _read(line: str) -> dict[str, Parameter]:
    found = {}
    for word in line.split():
        name, types = word.split(":")
        found[name] = Parameter(name, tuple(types.rstrip("!").split("|")), types.endswith("!"))
    return found


METHODS = {name: _read(line) for name, line in METHOD_LINES.items()}
OBJECTS = {name: _read(line) for name, line in OBJECT_LINES.items()}
BY_LOWER = {name.lower(): name for name in METHODS}
