"""A statement is one trip to the thread of its connection, with all that the driver would have said."""

import sqlite3
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import trip

pytestmark = pytest.mark.sqlite


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    made = create_async_engine(f"sqlite+aiosqlite:///{tmp_path}/file", connect_args={"async_creator_fn": trip.connect})
    async with made.begin() as connection:
        await connection.execute(text("CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT UNIQUE)"))
        await connection.execute(text("INSERT INTO t (word) VALUES (:word)"), [{"word": "one"}, {"word": "two"}])
    yield made
    await made.dispose()


async def test_rows_names_and_counts(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        rows = (await connection.execute(text("SELECT id, word FROM t ORDER BY id"))).all()
        assert [row._asdict() for row in rows] == [{"id": 1, "word": "one"}, {"id": 2, "word": "two"}]
        assert (await connection.execute(text("UPDATE t SET word = word || '!'"))).rowcount == 2
        added = await connection.execute(text("INSERT INTO t (word) VALUES ('three') RETURNING id"))
        assert added.scalar_one() == 3
        assert (await connection.execute(text("SELECT id FROM t WHERE id > 99"))).all() == []


async def test_a_fault_is_the_drivers_and_the_next_statement_goes_on(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        with pytest.raises(IntegrityError, match="UNIQUE"):
            await connection.execute(text("INSERT INTO t (word) VALUES ('one')"))
        await connection.rollback()
        assert (await connection.execute(text("SELECT count(*) FROM t"))).scalar_one() == 2


class Counted(trip.Connection):
    """Counts what is done in its thread."""

    trips = 0

    async def _execute(self, *work: Any, **options: Any) -> Any:
        Counted.trips += 1
        return await super()._execute(*work, **options)


async def test_one_trip_a_statement(tmp_path: Path) -> None:
    def connect(path: str, **options: Any) -> Counted:
        return Counted(partial(sqlite3.connect, path, **options), 1)

    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path}/file", connect_args={"async_creator_fn": connect})
    async with engine.connect() as connection:
        before = Counted.trips
        assert (await connection.execute(text("SELECT 1 AS one"))).one().one == 1
        assert Counted.trips == before + 1
    await engine.dispose()
