"""Challenges of members and of whole circles, as rows."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from bot.domain.challenge import Challenge, ChallengeState, Drive
from storage.database import Transaction
from storage.tables import challenge, drive

COLUMNS = [challenge.c[field.name] for field in fields(Challenge)]
RUNNING = select(*COLUMNS).where(
    challenge.c.member_id == bindparam("member"), challenge.c.state == ChallengeState.RUNNING
)
OF_A_DRIVE = [drive.c[field.name] for field in fields(Drive)]


def _read(row: Row[Any]) -> Challenge:
    values = dict(row._mapping)
    values["state"] = ChallengeState(values["state"])
    return Challenge(**values)


async def start(tx: Transaction, now: datetime, member_id: int, starts_on: date, drive_id: int | None) -> Challenge:
    """A new challenge; a member has one running at most."""
    row = await tx.execute(
        insert(challenge)
        .values(member_id=member_id, drive_id=drive_id, state=ChallengeState.RUNNING, starts_on=starts_on,
                created_at=now)
        .returning(*COLUMNS)
    )  # fmt: skip
    return _read(row.one())


async def get(tx: Transaction, challenge_id: int) -> Challenge | None:
    """The challenge with an id."""
    row = (await tx.execute(select(*COLUMNS).where(challenge.c.id == challenge_id))).first()
    return _read(row) if row else None


async def running(tx: Transaction, member_id: int) -> Challenge | None:
    """A member's challenge that has neither been finished nor stopped."""
    row = (await tx.execute(RUNNING, {"member": member_id})).first()
    return _read(row) if row else None


async def end(tx: Transaction, now: datetime, challenge_id: int, state: ChallengeState) -> bool:
    """Ends a challenge that is running; false if it was not."""
    done = await tx.execute(
        update(challenge)
        .where(challenge.c.id == challenge_id, challenge.c.state == ChallengeState.RUNNING)
        .values(state=state, ended_at=now)
    )
    return bool(done.rowcount)


async def change(tx: Transaction, challenge_id: int, **values: Any) -> None:
    """Sets columns of a challenge."""
    await tx.execute(update(challenge).where(challenge.c.id == challenge_id).values(**values))


async def add_drive(tx: Transaction, now: datetime, circle_id: int, starts_on: date) -> Drive:
    """A challenge for a whole circle; on one day it has one."""
    known = await tx.execute(select(*OF_A_DRIVE).where(drive.c.circle_id == circle_id, drive.c.starts_on == starts_on))
    if (row := known.first()) is None:
        values = {"circle_id": circle_id, "starts_on": starts_on, "created_at": now}
        row = (await tx.execute(insert(drive).values(**values).returning(*OF_A_DRIVE))).one()
    return Drive(**row._mapping)


async def get_drive(tx: Transaction, drive_id: int) -> Drive | None:
    """The challenge of a circle with an id."""
    row = (await tx.execute(select(*OF_A_DRIVE).where(drive.c.id == drive_id))).first()
    return Drive(**row._mapping) if row else None


async def count_in(tx: Transaction, drive_id: int) -> int:
    """How many members are in a circle's challenge; those who stopped are not."""
    rule = (challenge.c.drive_id == drive_id, challenge.c.state != ChallengeState.STOPPED)
    return int((await tx.execute(select(func.count()).select_from(challenge).where(*rule))).scalar_one())
