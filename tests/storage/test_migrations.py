"""From every earlier schema to the newest one, with rows in it; what cannot be brought there is refused."""

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

import storage
from bot.settings import Settings
from storage.address import DatabaseError
from storage.migrate import current, make_ready, migrate, newest
from tests.databases import databases
from tests.storage.history import FIRST

VERSIONS = ScriptDirectory(str(Path(storage.__path__[0]) / "migrations"))
EVERY = [str(one.revision) for one in reversed(list(VERSIONS.walk_revisions()))]


def written(value: object) -> str:
    """A value as SQL."""
    if value is None:
        return "NULL"
    return f"'{value}'" if isinstance(value, str) else str(value)


def fill(url: str) -> None:
    """Rows as the first schema had them."""
    for table, values in FIRST:
        listed = ", ".join(written(value) for value in values.values())
        databases().query(url, f"INSERT INTO {table} ({', '.join(values)}) VALUES ({listed})")


def kept(url: str) -> list[tuple[object, ...]]:
    """The same rows as they are now."""
    queries = [f"SELECT {', '.join(values)} FROM {table}" for table, values in FIRST]
    return [row for words in queries for row in databases().query(url, words)]


@pytest.mark.parametrize("earlier", EVERY)
def test_every_earlier_schema_is_brought_to_the_newest_with_its_rows(bare: str, earlier: str) -> None:
    assert migrate(bare, EVERY[0]) == EVERY[0]
    fill(bare)
    before = kept(bare)
    assert len(before) >= len(FIRST)
    assert migrate(bare, earlier) == earlier
    assert migrate(bare) == newest() == current(bare)
    assert kept(bare) == before


def test_the_first_rows_are_of_every_table_that_there_was(bare: str) -> None:
    migrate(bare, EVERY[0])
    assert {table for table, _ in FIRST} | {"alembic_version"} == set(databases().tables(bare))


def test_migrating_twice_does_nothing(bare: str) -> None:
    assert current(bare) is None
    assert migrate(bare) == migrate(bare) == newest() == current(bare)


def test_a_newer_schema_is_refused_and_left_alone(bare: str) -> None:
    migrate(bare)
    databases().query(bare, "UPDATE alembic_version SET version_num = '9999'")
    for prepare in (migrate, make_ready):
        with pytest.raises(DatabaseError, match="newer"):
            prepare(bare)
    assert current(bare) == "9999"


def test_a_migration_that_fails_leaves_nothing(bare: str) -> None:
    databases().query(bare, "CREATE TABLE outbox (id INTEGER)")  # in the way of the first schema
    with pytest.raises(Exception, match="outbox"):
        migrate(bare)
    assert set(databases().tables(bare)) <= {"outbox", "alembic_version"}


@pytest.mark.sqlite
def test_a_file_is_made_ready_without_asking(bare: str) -> None:
    make_ready(bare)
    assert current(bare) == newest()


@pytest.mark.postgresql
def test_a_database_that_is_shared_is_left_to_its_operator(bare: str) -> None:
    with pytest.raises(DatabaseError, match="no tables yet: python -m bot migrate"):
        make_ready(bare)
    migrate(bare)
    make_ready(bare)
    databases().query(bare, "UPDATE alembic_version SET version_num = ?", EVERY[0])
    if EVERY[0] != newest():
        with pytest.raises(DatabaseError, match=f"has schema {EVERY[0]}, this program needs {newest()}"):
            make_ready(bare)


@pytest.mark.postgresql
def test_a_database_that_is_not_there_is_named_without_a_password(settings: Settings) -> None:
    away = settings.database_url.replace("kringle@", "kringle:geheim@")
    for url, words in ((away, "does not exist"), ("postgresql+asyncpg://a:geheim@127.0.0.1:1/b", "127.0.0.1:1")):
        with pytest.raises(DatabaseError, match=words) as fault:
            current(url)
        assert "geheim" not in str(fault.value)
        assert len(str(fault.value).splitlines()) == 1
