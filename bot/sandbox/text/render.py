"""Text and entities back into HTML that is safe to show: all escaped, only known tags, only checked addresses."""

from html import escape

from bot.sandbox.text import utf16
from bot.sandbox.text.formatted import Entity, Formatted

TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
SAFE = ("http://", "https://", "tg://", "mailto:")


def to_html(formatted: Formatted) -> str:
    """HTML made by us from text and entities; nothing of the text is taken for markup."""
    starts: dict[int, list[Entity]] = {}
    for entity in formatted.entities:
        if _tag(entity, formatted.text)[0]:
            starts.setdefault(entity.offset, []).append(entity)
    if not starts:
        return escape(formatted.text)
    out: list[str] = []
    open_: list[Entity] = []
    units = 0
    for character in [*formatted.text, ""]:
        _close_until(units, open_, out, formatted.text)
        for entity in starts.get(units, []):
            out.append(_tag(entity, formatted.text)[0])
            open_.append(entity)
        out.append(escape(character))
        units += utf16.length(character)
    _close_until(units, open_, out, formatted.text)
    return "".join(out)


def _close_until(units: int, open_: list[Entity], out: list[str], text: str) -> None:
    """Close what ends here; what overlaps it is closed with it and opened again."""
    again: list[Entity] = []
    while any(e.end <= units for e in open_):
        entity = open_.pop()
        out.append(_tag(entity, text)[1])
        if entity.end > units:
            again.append(entity)
    for entity in reversed(again):
        out.append(_tag(entity, text)[0])
        open_.append(entity)


def _tag(entity: Entity, text: str) -> tuple[str, str]:
    name = TAGS.get(entity.kind)
    if name:
        return f"<{name}>", f"</{name}>"
    if entity.kind == "spoiler":
        return '<span class="tg-spoiler">', "</span>"
    url = entity.url
    if entity.kind in ("url", "email"):
        shown = utf16.part(text, entity.offset, entity.length)
        url = f"mailto:{shown}" if entity.kind == "email" else shown if "://" in shown else f"http://{shown}"
    elif entity.kind == "text_mention":
        url = f"tg://user?id={entity.user}"
    if url and url.lower().startswith(SAFE):
        return f'<a href="{escape(url)}" rel="noopener noreferrer">', "</a>"
    return "", ""
