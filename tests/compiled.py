"""Statements are compiled once in a process: each test opens a database of its own, which would compile them anew."""

from typing import Any

from sqlalchemy import Connection, Engine, event


class Compiled(dict[Any, Any]):
    """What SQLAlchemy keeps for one database, for all of one kind: the first of its key is the dialect object."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_of_its_kind(key), default)

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(_of_its_kind(key), value)


def _of_its_kind(key: Any) -> Any:
    return key[0].name, key[0].driver, *key[1:]


COMPILED = Compiled()


def share() -> None:
    """From now on, for every database that this process opens."""
    event.listen(Engine, "engine_connect", _use)


def _use(connection: Connection) -> None:
    if "compiled_cache" not in connection.get_execution_options():
        connection.execution_options(compiled_cache=COMPILED)
        connection.engine.update_execution_options(compiled_cache=COMPILED)
