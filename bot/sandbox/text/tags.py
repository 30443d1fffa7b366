"""The tags of Telegram's HTML: their names, the attributes that count, the entity each becomes. Reads no markup."""

from dataclasses import dataclass, replace

from bot.sandbox.text.formatted import Entity
from bot.sandbox.text.links import checked, user_of

SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip
TAGS = {*SIMPLE, "a", "tg-emoji", "tg-time", "pre", "code", "blockquote"}


class BrokenHtml(Exception):
    """What Telegram says after "can't parse entities: "."""


@dataclass(slots=True)
class Tag:
    """An open tag: where its text starts (UTF-16 `offset`, `begin` in what was written) and what it was told."""

    name: str
    offset: int
    begin: int
    argument: str = ""
    unix: int = 0


def learn(tag: Tag, name: str, value: str) -> None:
    """Take in an attribute; those that mean nothing are passed over, as by Telegram."""
    match tag.name, name:
        case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "format"):
            tag.argument = value
        case "code", "class" if value.startswith("language-"):
            tag.argument = value.removeprefix("language-")
        case "span", "class" if value.startswith("tg-"):
            tag.argument = value.removeprefix("tg-")
        case "blockquote", "expandable":
            tag.argument = "1"
        case "tg-time", "unix":
            tag.unix = int(value) if value.isascii() and value.isdecimal() and len(value) < 11 else 0


def add(entities: list[Entity], tag: Tag, length: int, inside: str) -> None:
    """Put the entity of a closed tag behind the others; `inside` is its text. Raises BrokenHtml."""
    plain = Entity("", tag.offset, length)
    match tag.name:
        case "a":
            entities += _link(plain, tag.argument or inside)
        case "tg-emoji":
            if not tag.argument.isascii() or not tag.argument.isdecimal():
                raise BrokenHtml("Invalid custom emoji identifier specified")
            entities.append(replace(plain, kind="custom_emoji", custom_emoji_id=tag.argument))
        case "tg-time":
            entities += _time(plain, tag)
        case "blockquote":
            entities.append(replace(plain, kind="expandable_blockquote" if tag.argument else "blockquote"))
        case "pre" | "code":
            _code(entities, replace(plain, kind=tag.name, language=tag.argument or None))
        case _:
            entities.append(replace(plain, kind=SIMPLE[tag.name]))


def _link(plain: Entity, url: str) -> list[Entity]:
    user = user_of(url)
    if user is not None:
        return [replace(plain, kind="text_mention", user=user)]
    link = checked(url)
    return [replace(plain, kind="text_link", url=link)] if link else []


def _time(plain: Entity, tag: Tag) -> list[Entity]:
    if tag.argument not in ("r", "R") and set(tag.argument) - set("tTdDwW"):
        raise BrokenHtml("Invalid date-time format specified")
    if tag.unix == 0:
        return []
    return [replace(plain, kind="date_time", unix_time=tag.unix, date_time_format=tag.argument or None)]


def _code(entities: list[Entity], entity: Entity) -> None:
    """`<pre><code class="language-…">` over the same text is one block with a language."""
    last = entities[-1] if entities else None
    if last is not None and (last.offset, last.length) == (entity.offset, entity.length):
        language = entity.language if entity.kind == "code" else last.language
        if {last.kind, entity.kind} == {"pre", "code"} and language:
            entities[-1] = replace(last, kind="pre", language=language)
            return
    entities.append(entity)
