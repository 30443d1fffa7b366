"""Logs: readable on a terminal, one JSON object a line elsewhere, with the number of the update that a line is about.

A token, a contact or what a person said never appears in them: of an error, its kind and place are told; its words only
where they are the system's or the network's, since those of others quote rows and texts.
"""

import asyncio
import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

import httpx

from storage.address import DatabaseError
from storage.tracing import UPDATE

log = logging.getLogger(__name__)

TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{8,}")
MASKED = "<token>"
SPEAKING = (OSError, httpx.HTTPError, DatabaseError)
MOST_CAUSES = 5
NOISY = ("httpx", "httpcore", "telegram", "apscheduler", "uvicorn", "aiosqlite", "asyncpg", "sqlalchemy", "asyncio",
         "alembic")  # fmt: skip


def mask(text: str) -> str:
    """The text without anything that looks like a bot token."""
    return TOKEN.sub(MASKED, text)


def described(error: BaseException) -> str:
    """The kind of an error, and its words if they cannot be a person's."""
    kind = type(error).__name__
    words = str(error) if isinstance(error, SPEAKING) else str(getattr(error, "orig", ""))
    speaks = isinstance(error, SPEAKING) or kind == "OperationalError"  # a database that is locked, full, or not there
    return f"{kind}: {words.splitlines()[0]}" if speaks and words else kind


def trace(error: BaseException) -> str:
    """Where an error came from, the latest last, and what caused it, first."""
    told: list[str] = []
    one: BaseException | None = error
    while one is not None and len(told) < MOST_CAUSES:
        told.append("".join(traceback.format_tb(one.__traceback__)) + described(one))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n\n".join(reversed(told))


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, the update that it is about, the trace of an error."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": mask(record.getMessage()),
        }
        if (update := UPDATE.get()) is not None:
            line["update"] = update
        if record.exc_info and record.exc_info[1]:
            line["trace"] = mask(trace(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False)


class Plain(logging.Formatter):
    """A short line for people."""

    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record, '%H:%M:%S')} {record.levelname:7} {record.name}: {record.getMessage()}"
        if (update := UPDATE.get()) is not None:
            head += f" [update {update}]"
        if record.exc_info and record.exc_info[1]:
            head += f"\n{trace(record.exc_info[1])}"
        return mask(head)


def set_up(level: str) -> None:
    """Logs to standard error. The libraries that log addresses, token included, or rows with what people
    said in them, are heard from warnings on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Plain() if sys.stderr.isatty() else JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    hush()


def outside(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """A fault that nobody waited for. The loop's own words for one quote what was called with what."""
    if error := context.get("exception"):
        log.error("a fault outside of everything", exc_info=error)
    else:
        log.error("the loop says: %s", context.get("message"))


def hush() -> None:
    """The noisy libraries are heard from warnings on."""
    for noisy in NOISY:
        logging.getLogger(noisy).setLevel(logging.WARNING)
