"""The whole way as steps, and what is left at its end: rows, and what people read on their telephones."""

from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import Column

from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram
from storage.tables import metadata
from tests.databases import databases

Settle = Callable[[], Awaitable[None]]
Later = Callable[[dict[str, float]], Awaitable[None]]
Step = tuple[str, Callable[["Story"], None] | dict[str, float]]  # something people do, or how long nobody does anything

ASK = "/need a bookkeeper for a small bakery"
ANSWERS = {
    "Anna": ("I plan weddings.", "Couples who want a relaxed country wedding.", "we got engaged"),
    "Ben": ("Bookkeeper for food businesses.", "Owner-run bakeries with 3 to 15 staff.", "receipts in a shoebox"),
    "Carla": ("Bookkeeper and tax adviser.", "Freelance designers and writers.", "my tax return is late"),
}
QUESTIONS_LEFT = 5


class Story:
    """Who takes part. Everything is looked up in Telegram, so that a story can go on in one that was loaded."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    def person(self, name: str) -> Person:
        return next(one for one in self.telegram.people if one.name == name)

    @property
    def group(self) -> Any:
        return self.telegram.groups[0]


def _begins(story: Story) -> None:
    people = [story.telegram.person(name, username=f"{name.lower()}_t") for name in ANSWERS]
    story.telegram.group("Harbour", creator=people[0], members=people[1:]).add_bot(by=people[0])


def _joins(name: str) -> Step:
    return f"{name} joins", lambda story: story.person(name).taps("Join this circle", chat=story.group) and None


def _says(name: str, text: str) -> Step:
    return f"{name}: {text[:20]}", lambda story: story.person(name).says(text) and None


def _taps(name: str, label: str) -> Step:
    return f"{name} taps {label}", lambda story: story.person(name).taps(label) and None


def _asks(story: Story) -> None:
    story.person("Anna").says(ASK, chat=story.group)


def _profile(name: str) -> list[Step]:
    answers: list[Step] = [_says(name, answer) for answer in ANSWERS[name]]
    skips: list[Step] = [_taps(name, "Skip") for _ in range(QUESTIONS_LEFT)]
    return [_joins(name), *answers, *skips]


BEGINNING: list[Step] = [("the bot is added", _begins), *_profile("Anna"), *_profile("Ben"), *_profile("Carla"),
                         _says("Ben", "/nudge 9:00")]  # fmt: skip
ASKING: list[Step] = [
    ("Anna asks", _asks),
    _taps("Carla", "Not my client"),
    _taps("Carla", "Fully booked"),
    _taps("Ben", "I can help"),
]
AFTERWARDS: list[Step] = [
    ("the next morning", {"hours": 24}),
    _taps("Ben", "Someone else"),
    ("the follow-up", {"days": 6}),
    _taps("Anna", "We talked"),
    _taps("Anna", "Yes, say it"),
    _taps("Ben", "Hired"),
    _taps("Ben", "Yes, say it"),
]
STORY = [*BEGINNING, *ASKING, *AFTERWARDS]

TABLES = ("circle", "member", "membership", "referral", "offer", "hint", "introduction", "nudge", "posted", "inbox")
NUMBERED = ("circle", "referral", "offer", "hint", "introduction", "nudge")
NUMBERED_BY = {"card": "referral", "follow-up": "introduction", "thanks": "introduction", "thanks-said": "introduction",
               "confirm": "nudge"}  # fmt: skip
LEFT_OUT = ("digest", "message_id", "attempts", "update_id")


def rows(url: str) -> dict[str, list[str]]:
    """Every table without what may differ between two runs: numbers of messages, and instants. Rows are numbered anew,
    since PostgreSQL leaves out the numbers of what was rolled back."""
    places = {table: _places(url, table) for table in NUMBERED}
    found: dict[str, list[str]] = {}
    for table in TABLES:
        columns = [column for column in metadata.tables[table].c if column.name not in ("id", *LEFT_OUT)]
        columns = [column for column in columns if not column.name.endswith("_at")]
        named = ", ".join(column.name for column in columns)
        kept = [
            repr(tuple(_placed(places, column, value) for column, value in zip(columns, row, strict=True)))
            for row in databases().query(url, f"SELECT {named} FROM {table}")
        ]
        found[table] = sorted(kept)
    waiting = "SELECT fact, state FROM outbox WHERE state IN ('due', 'dead')"
    found["outbox, due or dead"] = [repr(row) for row in databases().query(url, waiting)]
    return found


def _places(url: str, table: str) -> dict[int, int]:
    return {row[0]: at for at, row in enumerate(databases().query(url, f"SELECT id FROM {table} ORDER BY id"), start=1)}


def _placed(places: dict[str, dict[int, int]], column: Column[Any], value: Any) -> Any:
    """A value in which a row's place in its table stands for its number."""
    if column.name == "slot":
        kind, number, *more = str(value).split(":")
        return ":".join((kind, str(places[NUMBERED_BY.get(kind, kind)][int(number)]), *more))
    for key in column.foreign_keys:
        if value is not None and (table := key.column.table.name) in places:
            return places[table][value]
    return value


def phones(telegram: Telegram) -> dict[str, list[str]]:
    """What the bot's messages say by now, chat by chat, oldest first."""
    bot = telegram.world.bot.id
    chats = {one.name: one.chat for one in telegram.people} | {one.title: one.messages for one in telegram.groups}
    return {name: [m.text for m in messages if m.sender_id == bot] for name, messages in chats.items()}


def missing(wanted: dict[str, list[str]], got: dict[str, list[str]]) -> list[str]:
    """Messages that are not there, or not in the order in which they should be."""
    lost = []
    for chat, texts in wanted.items():
        rest = iter(got.get(chat, []))
        lost += [f"{chat}: {text}" for text in texts if not any(text == one for one in rest)]
    return lost


def doubled(wanted: dict[str, list[str]], got: dict[str, list[str]]) -> int:
    """How many messages there are beyond those that there should be."""
    return sum((Counter(got[chat]) - Counter(wanted.get(chat, []))).total() for chat in got)
