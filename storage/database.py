"""One database: transactions that commit or leave nothing, and reads that see one moment. What is particular to SQLite
or to PostgreSQL stands in the files of those names."""

import asyncio
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import Insert as PostgresqlInsert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import postgresql, sqlite
from storage.address import DatabaseError, is_shared

Transaction = AsyncConnection
DROPPED = "dropped"  # in a transaction's info: how many facts it has dropped, by why


class Database:
    """An open database. One writer at a time; readers beside it. Where it is a server, everything raises DatabaseAway
    while that cannot be reached, or when it has cut the connection."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_shared = is_shared(url)
        self.worker = f"kringle-{secrets.token_hex(6)}"  # how other processes tell this one apart
        self.engine = postgresql.open_engine(url, self.worker) if self.is_shared else sqlite.open_engine(url)
        self._writing = asyncio.Lock()
        self.on_dropped: Callable[[str, int], None] = lambda _why, _count: None  # told after each commit

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """A writing transaction, the only one of its kind at a time, whichever process it is in: commits at the end of
        the block, leaves nothing when the block raises."""
        async with self._writing, self._connected() as connection:
            tally: Counter[str] = Counter()
            connection.info[DROPPED] = tally
            async with connection.begin():
                if self.is_shared:
                    await postgresql.write_alone(connection)
                yield connection
            for why, count in tally.items():
                self.on_dropped(why, count)

    @asynccontextmanager
    async def noting(self) -> AsyncIterator[Transaction]:
        """A writing transaction for single rows that no decision is made from; where the database allows it, beside
        others."""
        if not self.is_shared:
            async with self.transaction() as connection:
                yield connection
            return
        async with self._connected() as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """A read-only view of one moment."""
        async with self._connected() as connection:
            await (postgresql if self.is_shared else sqlite).only_read(connection)
            async with connection.begin():
                yield connection

    async def ring_others(self) -> None:
        """Tells every process that listens on this database that rows have changed."""
        async with self.noting() as tx:
            await postgresql.ring(tx, self.worker)

    async def listen(self, rung: Callable[[], None]) -> None:
        """Calls `rung` whenever another process has told that rows have changed. Runs until cancelled, or until the
        connection is lost."""
        async with self._connected() as connection:
            await postgresql.listen(connection, self.worker, rung)

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[AsyncConnection]:
        async with AsyncExitStack() as stack:
            try:
                connection = await stack.enter_async_context(self.engine.connect())
            except postgresql.UNREACHABLE as error:
                if not self.is_shared:
                    raise
                raise postgresql.away(error) from error
            yield connection

    async def close(self) -> None:
        """Gives every connection back."""
        await self.engine.dispose()


def insert_new(tx: Transaction, into: Table) -> SqliteInsert | PostgresqlInsert:
    """An insert that leaves alone every row whose key is in the table already."""
    insert = SqliteInsert if tx.dialect.name == "sqlite" else PostgresqlInsert
    return insert(into).on_conflict_do_nothing()


def backup(url: str, target: Path) -> None:
    """A consistent copy of a live database, for its owner only. Raises DatabaseError when it cannot be made."""
    if target.exists():
        raise DatabaseError(f"{target} exists already; a backup never overwrites")
    (postgresql if is_shared(url) else sqlite).backup(url, target)
