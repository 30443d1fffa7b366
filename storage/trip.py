"""A statement is one trip to the thread of its SQLite connection.

SQLAlchemy asks the driver four times for what is one thing: a cursor, the execution, the rows, the end. Each is a trip
to the thread and back that costs more than the statement itself; here the first and the last are none, and the rows
come with the execution.
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

    def cursor(self) -> Any:
        """A cursor that nothing was asked for yet."""
        return Cursor(self)

    async def travel(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Calls `work` with the connection of sqlite3 in its thread; returns what it returns, or raises it."""
        result: Result = await self._execute(work, self._conn)  # type: ignore[no-untyped-call]
        return result


def connect(path: str, **options: Any) -> Connection:
    """A connection still to be awaited, with the options of sqlite3.connect."""
    made = Connection(partial(sqlite3.connect, path, **options), ROWS_AT_ONCE)
    made._thread.daemon = True  # a process that ends waits for no connection
    return made
