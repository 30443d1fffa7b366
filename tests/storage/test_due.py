"""What is asked again and again finds its rows by the indexes that are made for it."""

import pytest
from sqlalchemy import Executable, text
from sqlalchemy.dialects import sqlite

from storage.database import Database
from storage.due import LOOK, TO_DO, TO_MATCH
from storage.outbox import FIRST_DUE, RIPE

pytestmark = pytest.mark.sqlite


@pytest.mark.parametrize("statement", [LOOK, TO_DO, TO_MATCH, FIRST_DUE, RIPE], ids=range(5))
async def test_states_are_words_and_no_table_is_read_from_end_to_end(database: Database, statement: Executable) -> None:
    words = str(statement.compile(dialect=sqlite.dialect()))  # type: ignore[attr-defined]
    async with database.reading() as tx:
        plan = await tx.execute(text(f"EXPLAIN QUERY PLAN {words.replace('?', 'NULL')}"))
        steps = [row.detail for row in plan]
    assert [step for step in steps if step.startswith("SCAN") and "INDEX" not in step and "CONSTANT" not in step] == []
