"""Brings a database to the newest schema, and refuses one that is newer than this program."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine, create_engine, event

from storage.database import DatabaseError, make_private, sqlite_path


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _engine(url: str) -> Engine:
    """One whose transactions hold changes of the schema too; foreign keys are off, so that rebuilding a table with
    rows that others name deletes none of them."""
    engine = create_engine(f"sqlite:///{sqlite_path(url)}")

    @event.listens_for(engine, "connect")
    def _leave_transactions_to_us(connection: Any, _record: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def newest() -> str:
    """The revision that this program needs."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def current(url: str) -> str | None:
    """The revision of a database; None for an empty one."""
    engine = _engine(url)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def migrate(url: str) -> str:
    """Runs what is missing, all or nothing; returns the revision. Raises DatabaseError for a newer schema."""
    make_private(sqlite_path(url))
    before = current(url)
    script = ScriptDirectory.from_config(_config())
    if before is not None:
        try:
            script.get_revision(before)
        except CommandError:
            raise DatabaseError(
                f"the database has schema {before}, which is newer than this program knows ({newest()}): "
                "install the newer Kringle, or restore a backup"
            ) from None
    if before == newest():
        return before
    engine = _engine(url)
    try:
        with engine.begin() as connection:
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()
    return newest()
