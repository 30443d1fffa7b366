"""A text with its entities, and the tidying Telegram does to both: trimming, merging, dropping what is empty."""

from dataclasses import dataclass, replace
from itertools import groupby

from bot.sandbox.text import utf16

SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
ORDER = ("blockquote", "expandable_blockquote", "bold", "italic", "underline", "strikethrough", "spoiler")


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text with a meaning; `offset` and `length` in UTF-16 code units."""

    kind: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    user: int | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length


@dataclass(frozen=True, slots=True)
class Formatted:
    """What a message says."""

    text: str
    entities: tuple[Entity, ...] = ()

    def of(self, kind: str) -> list[str]:
        """The pieces of text under the entities of one kind."""
        return [utf16.part(self.text, e.offset, e.length) for e in self.entities if e.kind == kind]


def _rank(entity: Entity) -> tuple[int, int, int]:
    return entity.offset, -entity.length, ORDER.index(entity.kind) if entity.kind in ORDER else len(ORDER)


def clean(text: str) -> str:
    """Carriage returns and direction marks go, other control characters become spaces."""
    kept = (c for c in text if c != "\r" and not "\u2028" <= c <= "\u202e")
    return "".join(" " if c < " " and c != "\n" else c for c in kept)


def merged(entities: list[Entity]) -> list[Entity]:
    """Neighbouring or nested stretches of one plain kind become one."""
    done = [e for e in entities if e.kind not in SPLITTABLE and e.length > 0]
    plain = sorted((e for e in entities if e.kind in SPLITTABLE and e.length > 0), key=lambda e: (e.kind, e.offset))
    for _, group in groupby(plain, key=lambda e: e.kind):
        run: list[Entity] = []
        for entity in group:
            if run and entity.offset <= run[-1].end:
                run[-1] = replace(run[-1], length=max(run[-1].end, entity.end) - run[-1].offset)
            else:
                run.append(entity)
        done += run
    return sorted(done, key=_rank)


def tidy(formatted: Formatted) -> Formatted:
    """Trim as Telegram does: the end always, the start up to the first entity; entities are cut to what is left."""
    text = formatted.text.rstrip(" \n")
    size = utf16.length(text)
    entities = [replace(e, length=min(e.end, size) - e.offset) for e in formatted.entities if e.offset < size]
    start = min((e.offset for e in entities), default=size)
    lead = min(len(text) - len(text.lstrip(" \n")), utf16.at(text, start))
    moved = [replace(e, offset=e.offset - lead) for e in entities]
    return Formatted(text[lead:], tuple(merged(moved)))
