"""One database: transactions that commit or leave nothing, and reads that see one moment.

What is particular to SQLite stands here and nowhere else: WAL, full synchronisation, BEGIN IMMEDIATE, a file for its
owner only, one process at a time.
"""

import asyncio
import fcntl
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

BUSY_TIMEOUT = 10_000  # milliseconds
READ_ONLY = "kringle_read_only"

Transaction = AsyncConnection


class DatabaseError(RuntimeError):
    """The database cannot be used; the message says why in one line."""


class Database:
    """An open database. One writer at a time inside this process; readers beside it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = _engine(url)
        self._writing = asyncio.Lock()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """A writing transaction: commits at the end of the block, leaves nothing when the block raises."""
        async with self._writing, self.engine.begin() as connection:
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """A read-only view of one moment."""
        async with self.engine.connect() as connection:
            await connection.execution_options(**{READ_ONLY: True})
            async with connection.begin():
                yield connection

    async def close(self) -> None:
        """Gives every connection back."""
        await self.engine.dispose()


def sqlite_path(url: str) -> Path:
    """The file of a SQLite address. Raises DatabaseError for another address or one in memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        raise DatabaseError("DATABASE_URL must name a SQLite file")
    return Path(str(parsed.database))


def _engine(url: str) -> AsyncEngine:
    path = sqlite_path(url)
    make_private(path)
    engine = create_async_engine(url, pool_size=5, max_overflow=5, hide_parameters=True)  # they are people's words
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def make_private(path: Path) -> None:
    """Creates the file readable by its owner only, before anything is in it; the files beside it inherit that."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise DatabaseError(f"the database file cannot be opened: {path}: {error.strerror}") from None


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself: see _begin
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_TIMEOUT}",
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    # A transaction that reads first and writes later would fail with "database is locked", whatever the timeout.
    reading = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


class ProcessLock:
    """Holds the database for this process; a second one is refused. Freed by the system when the process dies."""

    def __init__(self, url: str) -> None:
        self._path = sqlite_path(url).with_suffix(".lock")
        self._file: IO[str] | None = None

    def acquire(self) -> None:
        """Raises DatabaseError when another process holds it."""
        make_private(self._path)
        file = self._path.open("w")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise DatabaseError(f"another Kringle is running on this database ({self._path})") from None
        self._file = file

    def release(self) -> None:
        """Lets another process have it."""
        if self._file:
            self._file.close()
            self._file = None


def backup(url: str, target: Path) -> None:
    """A consistent copy of a live database, for its owner only. Raises DatabaseError when it cannot be made."""
    source = sqlite_path(url)
    if not source.exists():
        raise DatabaseError(f"there is no database at {source}")
    if target.exists():
        raise DatabaseError(f"{target} exists already; a backup never overwrites")
    make_private(target)
    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as live, sqlite3.connect(target) as copy:
        live.backup(copy)
    live.close()
    copy.close()
