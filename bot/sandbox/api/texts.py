"""The text or caption of a call: parse mode or entities, tidied, measured. Never longer than Telegram allows."""

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.refusal import bad
from bot.sandbox.text import utf16
from bot.sandbox.text.detect import detect
from bot.sandbox.text.formatted import Entity, Formatted, clean, tidy
from bot.sandbox.text.html import parse
from bot.sandbox.text.tags import BrokenHtml
from bot.sandbox.world.records import Fields

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_BYTES = 1 << 15
FOUND = ("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number")


def message_text(arguments: Arguments) -> Formatted:
    """The text of a message."""
    text = arguments.text("text")
    if not text:
        raise bad("message text is empty")
    formatted = read(text, arguments.text("parse_mode"), arguments.records("entities"))
    if not formatted.text:
        raise bad("text must be non-empty")
    if len(formatted.text) > LONGEST_TEXT:
        raise bad("message is too long")
    return formatted


def caption(fields: Fields) -> Formatted:
    """The caption of a photo or document, possibly empty, from the parameters or from an InputMedia."""
    entities = fields.get("caption_entities")
    given = [item for item in entities if isinstance(item, dict)] if isinstance(entities, list) else []
    formatted = read(str(fields.get("caption") or ""), str(fields.get("parse_mode") or ""), given)
    if len(formatted.text) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    return formatted


def read(text: str, parse_mode: str, entities: list[Fields]) -> Formatted:
    """Text with entities by parse mode, or by the entities given beside it."""
    if len(text.encode()) > LONGEST_BYTES:
        raise bad("text is too long")
    mode = parse_mode.lower()
    if mode == "html":
        try:
            return detect(tidy(parse(clean(text))))
        except BrokenHtml as broken:
            raise bad(f"can't parse entities: {broken}") from None
    if mode not in ("", "none"):
        raise bad("unsupported parse_mode (the sandbox reads HTML only)")
    size = utf16.length(text)
    read_ = [_entity(item) for item in entities if item["type"] not in FOUND]
    return detect(tidy(Formatted(clean(text), tuple(e for e in read_ if 0 <= e.offset < size and e.length > 0))))


def _entity(item: Fields) -> Entity:
    numbers = {name: value for name, value in item.items() if isinstance(value, int)}
    user = item.get("user")
    user_id = user.get("id") if isinstance(user, dict) else None

    def words(name: str) -> str | None:
        value = item.get(name)
        return str(value) if value is not None else None

    return Entity(
        str(item["type"]),
        numbers.get("offset", 0),
        numbers.get("length", 0),
        url=words("url"),
        language=words("language"),
        user=user_id if isinstance(user_id, int) else None,
        custom_emoji_id=words("custom_emoji_id"),
        unix_time=numbers.get("unix_time"),
        date_time_format=words("date_time_format"),
    )
