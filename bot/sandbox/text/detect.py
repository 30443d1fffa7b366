"""Entities that Telegram finds by itself: commands, mentions, addresses, telephone numbers. Adds, never removes."""

import re
from collections.abc import Iterator

from bot.sandbox.text import utf16
from bot.sandbox.text.formatted import Entity, Formatted, merged

TLD = "com|org|net|info|biz|io|me|app|dev|ai|co|eu|de|uk|fr|es|it|nl|pl|pt|ch|at|us|ca|in|br|jp|cn|ru|ua|tr|example"
DOMAIN = r"(?:[\w](?:[\w-]{0,61}[\w])?\.)+"
PATH = r"(?::\d{1,5})?(?:[/?#][^\s<>\"«»]*[^\s<>\"«».,;:!?'()\[\]{}])?/?"
PATTERNS = (
    ("email", re.compile(rf"(?<![\w.+-])[A-Za-z0-9][\w.+-]{{0,63}}@{DOMAIN}[A-Za-z]{{2,10}}(?!\w)")),
    ("url", re.compile(rf"(?<![\w@.])https?://(?:{DOMAIN}[A-Za-z]{{2,18}}|\d{{1,3}}(?:\.\d{{1,3}}){{3}}){PATH}", re.I)),
    ("url", re.compile(rf"(?<![\w@./-]){DOMAIN}(?:{TLD})(?![\w-]|\.\w|@){PATH}", re.I)),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z0-9_]{2,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d(?:[ ()-]{0,2}\d){6,14}(?!\w)")),
)
CLOSED = ("code", "pre", "text_link", "text_mention", "custom_emoji", "date_time")


def _found(text: str) -> Iterator[Entity]:
    taken: list[tuple[int, int]] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < e and s < end for s, e in taken):
                continue
            taken.append((start, end))
            yield Entity(kind, utf16.length(text[:start]), utf16.length(text[start:end]))


def detect(formatted: Formatted) -> Formatted:
    """`formatted` with the entities that Telegram adds by itself, except inside code and links."""
    closed = [e for e in formatted.entities if e.kind in CLOSED]
    added = [e for e in _found(formatted.text) if not any(e.offset < c.end and c.offset < e.end for c in closed)]
    return Formatted(formatted.text, tuple(merged([*formatted.entities, *added])))
