"""What is particular to PostgreSQL: one writer at a time among all processes, by a lock that ends with its transaction;
faults that tell no row; a copy by pg_dump."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
from sqlalchemy import URL, Connection, ExceptionContext, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage.address import DatabaseAway, DatabaseError
from storage.sqlite import make_private

WRITING = 0x4B52494E  # the advisory lock of whoever changes what people see
CHANNEL = "kringle"
CONNECT_LIMIT = 10  # seconds
COMMAND_LIMIT = 60  # seconds
DUMP_LIMIT = 3600  # seconds
SESSION = {
    "jit": "off",
    "idle_in_transaction_session_timeout": "90000",  # milliseconds; whoever hangs holds the others up no longer
    "tcp_keepalives_idle": "10",  # seconds; a machine that was switched off is noticed
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "2",
}

GOING = ("57P01", "57P02", "57P03")  # what PostgreSQL says when it stops, has crashed or is not up yet
UNREACHABLE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, DBAPIError)  # of a connection that is to be made

Result = TypeVar("Result")


def open_engine(url: str, name: str) -> AsyncEngine:
    """The connections to a database, which show `name` to the others that are connected."""
    engine = create_async_engine(url, pool_size=10, max_overflow=10, hide_parameters=True, connect_args=_options(name))
    event.listen(engine.sync_engine, "handle_error", _leave_out_the_row)
    event.listen(engine.sync_engine, "handle_error", _say_that_it_is_away)
    event.listen(engine.sync_engine, "checkout", _leave_out_the_dead)
    return engine


def _options(name: str) -> dict[str, Any]:
    session = SESSION | {"application_name": name}
    return {"timeout": CONNECT_LIMIT, "command_timeout": COMMAND_LIMIT, "server_settings": session}


def _leave_out_the_row(context: ExceptionContext) -> None:
    """PostgreSQL shows the row that it refuses: those are people's words, and an error ends in a log."""
    fault: BaseException | None = context.original_exception
    while fault is not None:
        for part in ("detail", "where"):
            if getattr(fault, part, None):
                setattr(fault, part, None)
        fault.args = tuple(str(part).partition("\nDETAIL:")[0] for part in fault.args)
        fault = fault.__cause__


def _say_that_it_is_away(context: ExceptionContext) -> DatabaseAway | None:
    """A connection that was cut is thrown away, also where PostgreSQL has only said so yet."""
    error = context.original_exception
    if not isinstance(error, Exception):  # cancelled
        return None
    context.is_disconnect = context.is_disconnect or getattr(error, "sqlstate", None) in GOING
    return away(error) if context.is_disconnect else None


def away(error: BaseException) -> DatabaseAway:
    """What to raise for it: one line without an address."""
    return DatabaseAway(f"the database does not answer: {type(error).__name__}")


def _leave_out_the_dead(connection: Any, _record: object, _proxy: object) -> None:
    """A connection that was cut while nobody used it is made anew before somebody does; that costs no round trip."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


async def only_read(connection: AsyncConnection) -> None:
    """What begins on this connection sees one moment and changes nothing."""
    await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


async def write_alone(connection: AsyncConnection) -> None:
    """Waits until no other process is between its first look and its commit. Each statement sees what they left."""
    await connection.execute(select(func.pg_advisory_xact_lock(WRITING)))


async def ring(connection: AsyncConnection, name: str) -> None:
    """Tells those who listen, once this transaction is committed."""
    await connection.execute(select(func.pg_notify(CHANNEL, name)))


async def listen(connection: AsyncConnection, name: str, rung: Callable[[], None]) -> None:
    """Calls `rung` for every ring but those of `name`. Raises DatabaseAway when the connection is lost."""
    driver: Any = (await connection.get_raw_connection()).driver_connection
    lost = asyncio.Event()

    def heard(_connection: object, _process: int, _channel: str, by: str) -> None:
        if by != name:
            rung()

    driver.add_termination_listener(lambda _connection: lost.set())
    try:
        await driver.add_listener(CHANNEL, heard)
        rung()  # for what was told before
        await lost.wait()
        raise DatabaseAway("the database has closed the connection")
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise away(error) from error
    finally:
        if not driver.is_closed():
            await driver.remove_listener(CHANNEL, heard)


def change(url: str, work: Callable[[Connection], Result]) -> Result:
    """Runs work in one transaction that holds changes of the schema too, while nobody else writes. Raises
    DatabaseError when the database cannot be reached."""

    async def run() -> Result:
        engine = create_async_engine(url, poolclass=NullPool, hide_parameters=True, connect_args=_options("kringle"))
        event.listen(engine.sync_engine, "handle_error", _leave_out_the_row)
        try:
            connection = await _connected(engine, url)
            async with aclosing(connection), connection.begin():
                await write_alone(connection)
                return await connection.run_sync(work)
        finally:
            await engine.dispose()

    with ThreadPoolExecutor(1) as thread:  # a loop of its own, also where one is running already
        return thread.submit(lambda: asyncio.run(run())).result()


async def _connected(engine: AsyncEngine, url: str) -> AsyncConnection:
    try:
        return await engine.connect()
    except (OSError, TimeoutError, SQLAlchemyError, asyncpg.PostgresError) as error:
        raise DatabaseError(_unreachable(make_url(url), getattr(error, "orig", None) or error)) from None


def _unreachable(url: URL, error: BaseException) -> str:
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return f"the database {url.database} at {where(url)} cannot be used: {reason}"


def where(url: URL) -> str:
    """Host and port, never a name or password."""
    return f"{url.host or 'localhost'}:{url.port or 5432}"


def backup(url: str, target: Path) -> None:
    """A consistent copy of a live database as pg_restore reads it, for its owner only. Raises DatabaseError."""
    program = shutil.which("pg_dump")
    if program is None:
        raise DatabaseError("pg_dump is not installed: install PostgreSQL's client programs to make a backup")
    make_private(target)
    done = subprocess.run(  # noqa: S603 -- no shell, and a password goes through the environment only
        [program, "--format=custom", "--no-password", f"--file={target}"], env=os.environ | _account(make_url(url)),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=DUMP_LIMIT, check=False,
    )  # fmt: skip
    if done.returncode:
        target.unlink(missing_ok=True)
        raise DatabaseError((done.stderr.strip().splitlines() or ["pg_dump failed"])[-1])


def _account(url: URL) -> dict[str, str]:
    """The address as PostgreSQL's own programs take it."""
    ssl = url.query.get("ssl") or url.query.get("sslmode")
    known = {
        "PGHOST": url.host or url.query.get("host"),
        "PGPORT": url.port,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        "PGSSLMODE": ssl,
    }
    return {name: str(value) for name, value in known.items() if value}
