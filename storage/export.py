"""Everything that is kept about one person, as plain data for the person themselves."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from sqlalchemy import Row, Select, func, select

from bot.domain.asks import mask_contacts
from bot.domain.referral import OfferState
from storage.database import Transaction
from storage.tables import (
    avoidance,
    challenge,
    circle,
    hint,
    introduction,
    member,
    membership,
    memory,
    nudge,
    offer,
    prospect,
    refer_out,
    referral,
    reflection,
)

Record = dict[str, object]
HANDED_ON = ("reason", "consent", "client", "erase_at", "created_at")


def _plain(value: object) -> object:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value


def _records(rows: Sequence[Row[Any]]) -> list[Record]:
    return [{name: _plain(value) for name, value in row._mapping.items()} for row in rows]


def _nudges(person: int) -> Select[Any]:
    return (
        select(
            nudge.c.local_date,
            member.c.first_name.label("collaborator"),
            prospect.c.name.label("prospect"),
            nudge.c.state,
            nudge.c.idea,
        )
        .join_from(nudge, member, nudge.c.collaborator_id == member.c.id, isouter=True)
        .join(prospect, nudge.c.prospect_id == prospect.c.id, isouter=True)
        .where(nudge.c.member_id == person)
    )


def _handed_on(person: int) -> Select[Any]:
    text = func.coalesce(referral.c.text, refer_out.c.text)
    return (
        select(text.label("text"), *[refer_out.c[name] for name in HANDED_ON])
        .join_from(refer_out, referral, refer_out.c.referral_id == referral.c.id, isouter=True)
        .where(refer_out.c.giver_id == person, text != "")
    )


def _for_themselves(person: int) -> dict[str, Select[Any]]:
    """What a member keeps for themselves alone."""
    answers = select(reflection.c.number, reflection.c.answer, reflection.c.answered_at)
    prospects = select(prospect.c.name, prospect.c.line, prospect.c.state, prospect.c.created_at)
    return {
        "remembered": select(memory.c.words, memory.c.created_at).where(memory.c.member_id == person),
        "reflection": answers.where(reflection.c.member_id == person).order_by(reflection.c.number),
        "prospects": prospects.where(prospect.c.member_id == person).order_by(prospect.c.id),
    }


def _introductions(person: int) -> dict[str, Select[Any]]:
    given = (
        select(
            introduction.c.created_at,
            member.c.first_name.label("receiver_name"),
            introduction.c.giver_outcome,
            introduction.c.giver_thanks,
            introduction.c.thanked_at,
        )
        .join_from(introduction, member, introduction.c.receiver_id == member.c.id, isouter=True)
        .where(introduction.c.giver_id == person)
    )
    received = select(
        introduction.c.created_at,
        introduction.c.giver_name,
        introduction.c.receiver_outcome,
        introduction.c.receiver_thanks,
        introduction.c.thanked_at,
    ).where(introduction.c.receiver_id == person)
    return {"introductions_as_giver": given, "introductions_as_receiver": received}


async def everything(tx: Transaction, person: int) -> dict[str, list[Record]]:
    """Lists of records by what they are; nothing that others said in private is among them."""
    circles = select(circle.c.title, membership.c.state, membership.c.joined_at).join_from(membership, circle)
    requests = select(
        referral.c.text, referral.c.state, referral.c.created_at, referral.c.expires_at
    ).where(referral.c.author_id == person)  # fmt: skip
    offers = (  # contact details in somebody's ask are for the one who takes it: masked below for the others
        select(referral.c.text, offer.c.state, offer.c.reason, offer.c.because, offer.c.sent_at, offer.c.answered_at)
        .join_from(offer, referral)
        .where(offer.c.member_id == person, offer.c.sent_at.is_not(None))
    )
    hints = select(hint.c.name, hint.c.created_at).where(hint.c.by_id == person)
    queries = {
        "member": select(member).where(member.c.id == person),
        "circles": circles.where(membership.c.member_id == person),
        "requests": requests,
        "offers": offers,
        **_introductions(person),
        "nudges": _nudges(person),
        "hints": hints,
        "clients_handed_on": _handed_on(person),
        "challenges": select(
            challenge.c.starts_on, challenge.c.state, challenge.c.created_at, challenge.c.ended_at
        ).where(challenge.c.member_id == person),
        "not_suggested": select(member.c.first_name)
        .join_from(avoidance, member, avoidance.c.other_id == member.c.id)
        .where(avoidance.c.member_id == person),
        **_for_themselves(person),
    }
    found = {name: _records((await tx.execute(query)).all()) for name, query in queries.items()}
    for one in found["offers"]:
        if one["state"] != OfferState.CLAIMED:
            one["text"] = mask_contacts(str(one["text"]))
            pairs = cast("list[list[str]]", one["because"])
            one["because"] = [[mask_contacts(ask), statement] for ask, statement in pairs]
    return found
