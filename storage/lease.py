"""Who does what only one process may do, as rows with an end by the database's clock. Only where several processes
share the database: of a file there is one process."""

from datetime import timedelta

from sqlalchemy import ColumnElement, Interval, and_, column, delete, func, literal, or_, select, table
from sqlalchemy.dialects.postgresql import insert

from storage.database import Transaction
from storage.tables import lease

SESSIONS = table("pg_stat_activity", column("application_name"), column("datname"))


def ends_after(span: timedelta) -> ColumnElement[object]:
    """The instant at which what is held from now on ends."""
    return func.clock_timestamp() + literal(span, Interval)


def is_over(holder: ColumnElement[str], until: ColumnElement[object], span: timedelta) -> ColumnElement[bool]:
    """Whether something held for a span is free again: its time is up, or its holder has no connection to the database.

    Whoever held it when PostgreSQL was started anew may only be about to connect: it stays theirs until its time is up.
    """
    names = select(SESSIONS.c.application_name).where(
        SESSIONS.c.datname == func.current_database(), SESSIONS.c.application_name.is_not(None)
    )
    since_start = until > func.pg_postmaster_start_time() + literal(span, Interval)
    return or_(until < func.clock_timestamp(), and_(since_start, holder.not_in(names)))


async def hold(tx: Transaction, name: str, holder: str, span: timedelta) -> bool:
    """Takes or prolongs a duty; false when another process has it."""
    row = insert(lease).values(name=name, holder=holder, until=ends_after(span))
    free = or_(lease.c.holder == holder, is_over(lease.c.holder, lease.c.until, span))
    taken = row.on_conflict_do_update(
        index_elements=[lease.c.name], set_={"holder": holder, "until": ends_after(span)}, where=free
    )
    return (await tx.execute(taken.returning(lease.c.name))).first() is not None


async def release(tx: Transaction, holder: str) -> None:
    """Lets others have every duty of a process."""
    await tx.execute(delete(lease).where(lease.c.holder == holder))
