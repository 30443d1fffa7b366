"""What DATABASE_URL may name: a file of SQLite, or a database of PostgreSQL that several processes share."""

from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError


class DatabaseError(RuntimeError):
    """The database cannot be used; the message says why in one line."""


class DatabaseAway(DatabaseError):
    """The database does not answer at this moment, or has cut a connection: the same may go well when it is back."""


def is_shared(url: str) -> bool:
    """Whether several processes may have the database at once. Raises DatabaseError for an address that is none."""
    try:
        return make_url(url).get_backend_name() == "postgresql"
    except (ArgumentError, ValueError):
        raise DatabaseError("DATABASE_URL is no address of a database") from None


def sqlite_path(url: str) -> Path:
    """The file of a SQLite address. Raises DatabaseError for another address or one in memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        raise DatabaseError("DATABASE_URL must name a SQLite file")
    return Path(str(parsed.database))
