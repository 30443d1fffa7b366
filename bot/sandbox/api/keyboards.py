"""Inline keyboards: a `reply_markup` checked as Telegram checks it. Reply keyboards are let through and not shown."""

from bot.sandbox.api.refusal import bad
from bot.sandbox.text.links import WrongLink, check, user_of
from bot.sandbox.world.records import Button, Fields, Keyboard

MOST_BUTTONS = 100
MOST_BYTES = 64
OTHERS = (
    "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip


def keyboard(markup: Fields | None) -> Keyboard:
    """The rows of an inline keyboard; raises Refusal. Anything else is an empty one."""
    rows = (markup or {}).get("inline_keyboard")
    if not isinstance(rows, list):
        return ()
    made = tuple(tuple(_button(item) for item in row) for row in rows if row)
    if sum(len(row) for row in made) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    return made


def _button(fields: Fields) -> Button:
    text = str(fields.get("text") or "")
    if not text.strip():
        raise bad("inline keyboard button text must be non-empty")
    url, data = fields.get("url"), fields.get("callback_data")
    if url:
        return Button(text, url=_url(str(url)))
    if data:
        if len(str(data).encode()) > MOST_BYTES:
            raise bad("BUTTON_DATA_INVALID")
        return Button(text, data=str(data))
    other = next((name for name in OTHERS if name in fields), None)
    if other is None:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    return Button(text, other=other)


def _url(url: str) -> str:
    if user_of(url) is not None:
        return url
    try:
        return check(url)
    except WrongLink as wrong:
        raise bad(f"inline keyboard button URL '{url}' is invalid: {wrong}") from None
