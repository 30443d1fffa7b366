"""What the bot logs while the suite runs, as it would be written, searched for what must never stand in it."""

import json
import logging
import re
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.runtime.logs import TOKEN, JsonLines, hush
from bot.sandbox.telegram import Telegram

OURS = ("bot", "handlers", "storage", "tests.overheard")
MOST_LINES = 100_000
SHORTEST = 12  # characters: shorter words stand in any log
BEGINNING = 24  # characters of a text by which a part of it would be known
SECRET = re.compile(r"sandbox-token")  # of the tests' bots
CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+?\d[\d ()/-]{6,}\d|@\w{5,}")


class Overheard(logging.Handler):
    """Every line of this process since the last search."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(JsonLines())
        self.lines: deque[str] = deque(maxlen=MOST_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def begin(self) -> None:
        """Listens, as a bot that was told to log everything would."""
        logging.getLogger().addHandler(self)
        hush()
        for name in OURS:
            logging.getLogger(name).setLevel(logging.DEBUG)

    def search(self, telegram: Telegram | None = None, *logs: Path) -> None:
        """Fails when a line has a token in it, or what a person of this Telegram wrote. Forgets the lines."""
        text = "\n".join((*self.lines, *(path.read_text() for path in logs if path.exists())))
        self.lines.clear()
        for secret in (TOKEN, SECRET):
            assert not secret.search(text), "a token was logged"
        for words in sorted(set(private_words(telegram))) if telegram else ():
            assert json.dumps(words, ensure_ascii=False)[1:-1] not in text, f"what a person wrote was logged: {words}"


def private_words(telegram: Telegram) -> Iterator[str]:
    """Texts, their beginnings, and contacts in them, of everything that people wrote to the bot or near it."""
    world = telegram.world
    for chat in world.chats.values():
        for message in chat.messages.values():
            if message.sender_id != world.bot.id and not message.service:
                yield from _known_by(re.sub(r"^/\w+(@\w+)?\s*", "", message.text))
    for user in world.users.values():
        if user.username and user.id != world.bot.id:
            yield f"@{user.username}"


def _known_by(text: str) -> Iterable[str]:
    for line in text.splitlines():
        if len(line) >= SHORTEST and not line.isdigit():
            yield line[:BEGINNING]
    yield from CONTACT.findall(text)


OVERHEARD = Overheard()
