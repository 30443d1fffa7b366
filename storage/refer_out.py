"""Clients handed on, as rows beside their requests."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from bot.domain.refer_out import KEEP_DRAFT, Consent, ReferOut, ReferReason
from storage.database import Transaction
from storage.due import client_to_erase, stale_draft
from storage.tables import introduction, offer, refer_out

COLUMNS = [refer_out.c[field.name] for field in fields(ReferOut)]


def _read(row: Row[Any]) -> ReferOut:
    values = dict(row._mapping)
    values["reason"] = ReferReason(values["reason"]) if values["reason"] else None
    values["consent"] = Consent(values["consent"]) if values["consent"] else None
    return ReferOut(**values)


async def add(
    tx: Transaction, now: datetime, giver: int, text: str, circle_id: int | None, message_id: int | None
) -> ReferOut:
    """A new draft."""
    values = {"giver_id": giver, "text": text, "circle_id": circle_id, "client": "", "created_at": now,
              "message_id": message_id}  # fmt: skip
    return _read((await tx.execute(insert(refer_out).values(**values).returning(*COLUMNS))).one())


async def get(tx: Transaction, refer_out_id: int) -> ReferOut | None:
    """The one with an id."""
    row = (await tx.execute(select(*COLUMNS).where(refer_out.c.id == refer_out_id))).first()
    return _read(row) if row else None


async def of_message(tx: Transaction, giver: int, message_id: int) -> ReferOut | None:
    """The one that a message of its giver made."""
    query = select(*COLUMNS).where(refer_out.c.giver_id == giver, refer_out.c.message_id == message_id)
    row = (await tx.execute(query)).first()
    return _read(row) if row else None


async def of_referral(tx: Transaction, referral_id: int) -> ReferOut | None:
    """The one that a request belongs to."""
    row = (await tx.execute(select(*COLUMNS).where(refer_out.c.referral_id == referral_id))).first()
    return _read(row) if row else None


async def of_giver(tx: Transaction, giver: int) -> list[ReferOut]:
    """All that a member has handed on, oldest first."""
    query = select(*COLUMNS).where(refer_out.c.giver_id == giver).order_by(refer_out.c.id)
    return [_read(row) for row in await tx.execute(query)]


async def of_person(tx: Transaction, person: int) -> list[tuple[ReferOut, int | None]]:
    """All that led to an introduction of a person, on either side, each with who received it."""
    query = (
        select(*COLUMNS, introduction.c.receiver_id)
        .join(introduction, introduction.c.referral_id == refer_out.c.referral_id)
        .where((refer_out.c.giver_id == person) | (introduction.c.receiver_id == person))
        .order_by(refer_out.c.id)
    )
    found = []
    for row in await tx.execute(query):
        values = dict(row._mapping)
        receiver = values.pop("receiver_id")
        values["reason"] = ReferReason(values["reason"]) if values["reason"] else None
        values["consent"] = Consent(values["consent"]) if values["consent"] else None
        found.append((ReferOut(**values), receiver))
    return found


async def change(tx: Transaction, refer_out_id: int, **values: Any) -> None:
    """Sets columns."""
    await tx.execute(update(refer_out).where(refer_out.c.id == refer_out_id).values(**values))


async def erase_giver(tx: Transaction, giver: int) -> None:
    """Takes a giver's words, and those of their clients, out of what they handed on."""
    values = {"giver_id": None, "text": "", "reason": None, "consent": None, "client": "", "erase_at": None}
    await tx.execute(update(refer_out).where(refer_out.c.giver_id == giver).values(**values))


async def drafts_since(tx: Transaction, giver: int, since: datetime) -> int:
    """How many drafts a member has begun since an instant and not finished."""
    rule = (refer_out.c.giver_id == giver, refer_out.c.referral_id.is_(None), refer_out.c.created_at > since)
    return int((await tx.execute(select(func.count()).select_from(refer_out).where(*rule))).scalar_one())


async def stale(tx: Transaction, now: datetime, limit: int) -> list[ReferOut]:
    """Drafts that nobody will finish."""
    query = select(*COLUMNS).where(stale_draft(now - KEEP_DRAFT)).limit(limit)
    return [_read(row) for row in await tx.execute(query)]


async def to_erase(tx: Transaction, now: datetime, limit: int) -> list[ReferOut]:
    """Those whose client's details have been kept long enough."""
    query = select(*COLUMNS).where(client_to_erase(now)).order_by(refer_out.c.erase_at).limit(limit)
    return [_read(row) for row in await tx.execute(query)]


async def set_difference(tx: Transaction, referral_id: int, member_id: int, words: tuple[str, str] | None) -> None:
    """Keeps by which words a giver and the member who is asked differ; None when they are no rivals."""
    rule = (offer.c.referral_id == referral_id, offer.c.member_id == member_id)
    await tx.execute(update(offer).where(*rule).values(differs=list(words) if words else None))


async def difference(tx: Transaction, offer_id: int) -> tuple[str, str] | None:
    """The words of the giver and of the member who is asked, if they are rivals."""
    words = (await tx.execute(select(offer.c.differs).where(offer.c.id == offer_id))).scalar()
    return (str(words[0]), str(words[1])) if words else None
