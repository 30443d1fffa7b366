"""Brings a database to the newest schema, and refuses one that is newer than this program."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from storage import postgresql, sqlite
from storage.address import DatabaseError, is_shared

COMMAND = "python -m bot migrate"

Result = TypeVar("Result")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def newest() -> str:
    """The revision that this program needs."""
    return str(_scripts().get_current_head())


def current(url: str) -> str | None:
    """The revision of a database; None for an empty one. Raises DatabaseError when it cannot be reached."""
    return _change(url, _revision)


def migrate(url: str, target: str = "head") -> str:
    """Runs what is missing, all or nothing; returns the revision. Raises DatabaseError for a newer schema."""

    def upgrade(connection: Connection) -> str:
        before = _revision(connection)
        _refuse_newer(before)
        if before != newest():
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, target)
        return str(_revision(connection))

    return _change(url, upgrade)


def make_ready(url: str) -> None:
    """Before the bot starts: a file is brought to the newest schema, a database that others may be using is left to its
    operator. Raises DatabaseError when the schema is not the one that this program needs."""
    if not is_shared(url):
        migrate(url)
        return
    before = current(url)
    _refuse_newer(before)
    if before is None:
        raise DatabaseError(f"the database has no tables yet: {COMMAND}")
    if before != newest():
        raise DatabaseError(f"the database has schema {before}, this program needs {newest()}: {COMMAND}")


def _change(url: str, work: Callable[[Connection], Result]) -> Result:
    return postgresql.change(url, work) if is_shared(url) else sqlite.change(url, work)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(revision: str | None) -> None:
    if revision is None:
        return
    try:
        _scripts().get_revision(revision)
    except CommandError:
        raise DatabaseError(
            f"the database has schema {revision}, which is newer than this program knows ({newest()}): "
            "install the newer Kringle, or restore a backup"
        ) from None
