"""A statement is one trip to the thread of its SQLite connection.

SQLAlchemy asks the driver four times for what is one thing: a cursor, the execution, the rows, the end. Each is a trip
to the thread and back that costs more than the statement itself; here the first and the last are none, and the rows
come with the execution. A transaction begins on the trip of its first statement; one without a statement never does.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

import aiosqlite

Parameters = Sequence[Any] | dict[str, Any]
Result = TypeVar("Result")
ROWS_AT_ONCE = 64  # of cursors that are not ours


class Cursor:
    """What SQLAlchemy needs of a cursor. Errors are those of sqlite3."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> "Cursor":
        return self

    async def execute(self, statement: str, parameters: Parameters = ()) -> "Cursor":
        """Executes a statement and takes all its rows."""
        return await self._connection.travel(partial(self._take, "execute", statement, parameters))

    async def executemany(self, statement: str, parameters: Iterable[Parameters]) -> "Cursor":
        """Executes a statement for each of many parameters; there are no rows."""
        return await self._connection.travel(partial(self._take, "executemany", statement, parameters))

    def _take(self, how: str, statement: str, parameters: Any, raw: sqlite3.Connection) -> "Cursor":
        cursor: sqlite3.Cursor = getattr(raw, how)(statement, parameters)
        self._rows, self.description = cursor.fetchall(), cursor.description
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        cursor.close()
        return self

    async def fetchall(self) -> list[Any]:
        """The rows that came with the execution, once."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """There is nothing left to close."""


class Connection(aiosqlite.Connection):
    """A connection whose cursors make one trip a statement."""

    _to_begin: str | None = None
    _begun = False  # or perhaps: whoever waits for a trip may be cancelled, the trip is not

    def begin(self, words: str) -> None:
        """The next statement begins a transaction, with these words."""
        self._to_begin = words

    def cursor(self) -> Any:
        """A cursor that nothing was asked for yet."""
        return Cursor(self)

    async def travel(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Calls `work` with the connection of sqlite3 in its thread; returns what it returns, or raises it."""
        words, self._to_begin = self._to_begin, None
        self._begun = self._begun or words is not None
        journey = partial(_begun_with, words, self._conn, work)
        result: Result = await self._execute(journey)  # type: ignore[no-untyped-call]
        return result

    async def commit(self) -> None:
        """Ends what has begun."""
        self._to_begin = None
        if self._begun:
            await super().commit()
            self._begun = False

    async def rollback(self) -> None:
        """Undoes what has begun."""
        self._to_begin = None
        if self._begun:
            await super().rollback()
            self._begun = False


def _begun_with(words: str | None, raw: sqlite3.Connection, work: Callable[[sqlite3.Connection], Result]) -> Result:
    if words is not None:
        raw.execute(words).close()
    return work(raw)


def connect(path: str, **options: Any) -> Connection:
    """A connection still to be awaited, with the options of sqlite3.connect. It begins nothing by itself."""
    made = Connection(partial(sqlite3.connect, path, isolation_level=None, **options), ROWS_AT_ONCE)
    made._thread.daemon = True  # a process that ends waits for no connection
    return made
