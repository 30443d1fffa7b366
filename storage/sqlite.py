"""What is particular to SQLite: WAL, full synchronisation, BEGIN IMMEDIATE, a file for its owner only, one process at
a time, a copy while it is written to."""

import fcntl
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypeVar

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage import trip
from storage.address import DatabaseError, sqlite_path

BUSY_TIMEOUT = 10_000  # milliseconds
READ_ONLY = "kringle_read_only"

Result = TypeVar("Result")


def open_engine(url: str) -> AsyncEngine:
    """The connections to a file, which is made if it is not there. Raises DatabaseError when it cannot be."""
    make_private(sqlite_path(url))
    engine = create_async_engine(
        url, pool_size=5, max_overflow=5, hide_parameters=True,  # they are people's words
        connect_args={"async_creator_fn": trip.connect},
    )  # fmt: skip
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


async def only_read(connection: AsyncConnection) -> None:
    """What begins on this connection takes no lock that a writer needs."""
    await connection.execution_options(**{READ_ONLY: True})


def make_private(path: Path) -> None:
    """Creates the file readable by its owner only, before anything is in it; the files beside it inherit that."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise DatabaseError(f"the database file cannot be opened: {path}: {error.strerror}") from None


def _prepare(connection: Any, _record: object) -> None:
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


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later would fail with "database is locked", whatever the timeout.
    reading = connection.get_execution_options().get(READ_ONLY, False)
    driver: Any = connection.connection.driver_connection
    driver.begin("BEGIN" if reading else "BEGIN IMMEDIATE")


def change(url: str, work: Callable[[Connection], Result]) -> Result:
    """Runs work in one transaction that holds changes of the schema too; foreign keys are off, so that rebuilding a
    table with rows that others name deletes none of them."""
    path = sqlite_path(url)
    make_private(path)
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _leave_transactions_to_us(connection: Any, _record: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin_at_once(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    try:
        with engine.begin() as connection:
            return work(connection)
    finally:
        engine.dispose()


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
    """A consistent copy of a live file, for its owner only. Raises DatabaseError when there is no file."""
    source = sqlite_path(url)
    if not source.exists():
        raise DatabaseError(f"there is no database at {source}")
    make_private(target)
    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as live, sqlite3.connect(target) as copy:
        live.backup(copy)
    live.close()
    copy.close()
