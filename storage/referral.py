"""Referral requests, their offers and hints, as rows."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Row, case, delete, func, insert, or_, select, update

from bot.domain.referral import OPEN, Hint, Offer, OfferState, PassReason, Referral, ReferralKind, ReferralState
from storage.database import Transaction
from storage.due import expired_request, wave_over
from storage.membership import circles_of
from storage.tables import hint, offer, referral
from storage.tracing import UPDATE

COLUMNS = [referral.c[field.name] for field in fields(Referral)]
OFFER_COLUMNS = [offer.c[field.name] for field in fields(Offer)]


def read(row: Row[Any]) -> Referral:
    """A row of `COLUMNS` as a request."""
    values = dict(row._mapping)
    values["state"] = ReferralState(values["state"])
    values["kind"] = ReferralKind(values["kind"])
    return Referral(**values)


def _read_offer(row: Row[Any]) -> Offer:
    values = dict(row._mapping)
    values["state"] = OfferState(values["state"])
    values["because"] = tuple((pair[0], pair[1]) for pair in values["because"])
    values["reason"] = PassReason(values["reason"]) if values["reason"] else None
    return Offer(**values)


async def add(tx: Transaction, **values: Any) -> Referral:
    """A new request."""
    row = (await tx.execute(insert(referral).values(**values, update_id=UPDATE.get()).returning(*COLUMNS))).one()
    return read(row)


async def get(tx: Transaction, referral_id: int) -> Referral | None:
    """The request with an id."""
    row = (await tx.execute(select(*COLUMNS).where(referral.c.id == referral_id))).first()
    return read(row) if row else None


async def of_message(tx: Transaction, circle_id: int, message_id: int) -> Referral | None:
    """The request that a message of a group made."""
    rule = (referral.c.circle_id == circle_id, referral.c.message_id == message_id)
    row = (await tx.execute(select(*COLUMNS).where(*rule))).first()
    return read(row) if row else None


async def change(tx: Transaction, referral_id: int, **values: Any) -> None:
    """Sets columns of a request."""
    await tx.execute(update(referral).where(referral.c.id == referral_id).values(**values))


async def move_on(
    tx: Transaction, referral_id: int, states: Iterable[ReferralState], to: ReferralState, **values: Any
) -> bool:
    """Takes a request from one of some states to another, at once; false if it was in none of them."""
    if to is not ReferralState.OFFERING:
        values.setdefault("wave_ends_at", None)
    if to is ReferralState.ROUTING:
        values.setdefault("update_id", UPDATE.get())
    done = await tx.execute(
        update(referral)
        .where(referral.c.id == referral_id, referral.c.state.in_(list(states)))
        .values(state=to, **values)
    )
    return bool(done.rowcount)


async def asked_since(tx: Transaction, since: datetime, *, author: int | None = None, circle: int | None = None) -> int:
    """How many requests an author, or a circle, has made since an instant."""
    rule = referral.c.author_id == author if author is not None else referral.c.circle_id == circle
    query = select(func.count()).select_from(referral).where(rule, referral.c.created_at > since)
    return int((await tx.execute(query)).scalar_one())


async def to_route(tx: Transaction, limit: int) -> list[Referral]:
    """Requests to be matched with members now."""
    query = select(*COLUMNS).where(referral.c.state == ReferralState.ROUTING).order_by(referral.c.id).limit(limit)
    return [read(row) for row in await tx.execute(query)]


async def waves_over(tx: Transaction, now: datetime, limit: int) -> list[Referral]:
    """Requests whose wave has had its time."""
    query = select(*COLUMNS).where(wave_over(now)).order_by(referral.c.wave_ends_at).limit(limit)
    return [read(row) for row in await tx.execute(query)]


async def expired(tx: Transaction, now: datetime, limit: int) -> list[Referral]:
    """Open requests whose time is up."""
    query = select(*COLUMNS).where(expired_request(now)).limit(limit)
    return [read(row) for row in await tx.execute(query)]


async def open_by(tx: Transaction, author_id: int) -> list[Referral]:
    """The open requests of an author."""
    query = select(*COLUMNS).where(referral.c.state.in_(OPEN), referral.c.author_id == author_id)
    return [read(row) for row in await tx.execute(query)]


async def open_in(tx: Transaction, circle_id: int) -> list[Referral]:
    """The open requests of a circle."""
    query = select(*COLUMNS).where(referral.c.state.in_(OPEN), referral.c.circle_id == circle_id)
    return [read(row) for row in await tx.execute(query)]


async def by_author(tx: Transaction, author_id: int) -> list[Referral]:
    """All requests of an author, oldest first."""
    query = select(*COLUMNS).where(referral.c.author_id == author_id).order_by(referral.c.id)
    return [read(row) for row in await tx.execute(query)]


# Offers


async def offers_of(tx: Transaction, referral_id: int) -> list[Offer]:
    """All offers of a request, in the order of their rank."""
    query = select(*OFFER_COLUMNS).where(offer.c.referral_id == referral_id).order_by(offer.c.rank, offer.c.id)
    return [_read_offer(row) for row in await tx.execute(query)]


async def get_offer(tx: Transaction, offer_id: int) -> Offer | None:
    """The offer with an id."""
    row = (await tx.execute(select(*OFFER_COLUMNS).where(offer.c.id == offer_id))).first()
    return _read_offer(row) if row else None


async def offers_to(tx: Transaction, member_id: int, states: Iterable[OfferState]) -> list[Offer]:
    """The offers to a member that are in some states."""
    query = select(*OFFER_COLUMNS).where(offer.c.member_id == member_id, offer.c.state.in_(list(states)))
    return [_read_offer(row) for row in await tx.execute(query.order_by(offer.c.id))]


async def add_offer(tx: Transaction, **values: Any) -> Offer:
    """A new offer."""
    row = (await tx.execute(insert(offer).values(**values).returning(*OFFER_COLUMNS))).one()
    return _read_offer(row)


async def change_offer(tx: Transaction, offer_id: int, **values: Any) -> None:
    """Sets columns of an offer."""
    await tx.execute(update(offer).where(offer.c.id == offer_id).values(**values))


async def move_offer(
    tx: Transaction, offer_id: int, states: Sequence[OfferState], to: OfferState, **values: Any
) -> bool:
    """Takes an offer from one of some states to another, at once; false if it was in none of them."""
    if to is not OfferState.PASSED:
        values["reason"] = None
    done = await tx.execute(
        update(offer).where(offer.c.id == offer_id, offer.c.state.in_(list(states))).values(state=to, **values)
    )
    return bool(done.rowcount)


async def drop_waiting(tx: Transaction, referral_id: int) -> None:
    """Forgets the offers of a request that nobody has seen."""
    await tx.execute(
        delete(offer).where(
            offer.c.referral_id == referral_id,
            offer.c.state.in_([OfferState.WAITING, OfferState.CLOSED]),
            offer.c.sent_at.is_(None),
        )
    )


async def offered_since(tx: Transaction, circle_id: int, since: datetime) -> dict[int | str, int]:
    """How many requests of a circle each member was offered since an instant."""
    query = (
        select(offer.c.member_id, func.count())
        .join(referral, referral.c.id == offer.c.referral_id)
        .where(referral.c.circle_id == circle_id, offer.c.sent_at > since)
        .group_by(offer.c.member_id)
    )
    return {row[0]: row[1] for row in await tx.execute(query)}


async def exposure(tx: Transaction, circle_id: int, since: datetime) -> dict[int, tuple[int, int, int]]:
    """For each member of a circle who was asked since an instant: offers, first offers, claims."""
    query = (
        select(
            offer.c.member_id,
            func.count(),
            func.sum(case((offer.c.rank == 0, 1), else_=0)),
            func.sum(case((offer.c.state == OfferState.CLAIMED, 1), else_=0)),
        )
        .join(referral, referral.c.id == offer.c.referral_id)
        .where(referral.c.circle_id == circle_id, offer.c.sent_at > since)
        .group_by(offer.c.member_id)
    )
    return {row[0]: (row[1], int(row[2]), int(row[3])) for row in await tx.execute(query)}


async def met_when_passed(tx: Transaction, member_id: int, reason: PassReason) -> list[tuple[str, ...]]:
    """For each request that a member passed on for a reason, newest first: the words of their statement that met it."""
    rule = (offer.c.member_id == member_id, offer.c.reason == reason)
    query = select(offer.c.because).where(*rule).order_by(offer.c.answered_at.desc(), offer.c.id.desc())
    return [tuple(pair[1] for pair in because) for because in (await tx.execute(query)).scalars()]


async def recent_for(tx: Transaction, member_id: int, limit: int) -> list[Referral]:
    """The latest asks of a member's circles that are not their own, newest first."""
    query = select(*COLUMNS).where(
        referral.c.circle_id.in_(circles_of(member_id)),
        or_(referral.c.author_id.is_(None), referral.c.author_id != member_id),
        referral.c.text != "",
        referral.c.kind == ReferralKind.ASK,
    )
    return [read(row) for row in await tx.execute(query.order_by(referral.c.id.desc()).limit(limit))]


# Hints


async def add_hint(tx: Transaction, now: datetime, referral_id: int, by: int, member_id: int | None, name: str) -> None:
    """Somebody knows someone."""
    values = {"referral_id": referral_id, "by_id": by, "member_id": member_id, "name": name, "created_at": now}
    await tx.execute(insert(hint).values(**values))


async def hints_of(tx: Transaction, referral_id: int) -> list[Hint]:
    """Who knows someone for a request."""
    query = select(hint.c.by_id, hint.c.member_id, hint.c.name).where(hint.c.referral_id == referral_id)
    return [Hint(**row._mapping) for row in await tx.execute(query.order_by(hint.c.id))]


async def offers_naming(tx: Transaction, person: int) -> list[Offer]:
    """The offers to others that show a person: as the author of the request, or as the one who thought of them."""
    query = (
        select(*OFFER_COLUMNS)
        .join(referral, referral.c.id == offer.c.referral_id)
        .where((referral.c.author_id == person) | (offer.c.hinted_by == person), offer.c.member_id != person)
        .where(offer.c.sent_at.is_not(None))
    )
    return [_read_offer(row) for row in await tx.execute(query.order_by(offer.c.id))]


async def erase_author(tx: Transaction, person: int, name: str) -> None:
    """Takes an author's name and words out of their requests, and a person out of the hints they gave or were."""
    theirs = select(referral.c.id).where(referral.c.author_id == person)
    await tx.execute(update(offer).where(offer.c.referral_id.in_(theirs)).values(because=[], differs=None))
    await tx.execute(update(referral).where(referral.c.about_id == person).values(about_id=None))
    await tx.execute(update(referral).where(referral.c.author_id == person)
                     .values(author_id=None, author_name=name, text=""))  # fmt: skip
    await tx.execute(delete(hint).where((hint.c.by_id == person) | (hint.c.member_id == person)))
    await tx.execute(update(offer).where(offer.c.hinted_by == person).values(hinted_by=None))
