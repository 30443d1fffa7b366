"""What is counted, read from rows that are there anyway. Nothing is kept for the sake of counting."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Select, select

from bot.domain.introduction import MET, Outcome
from bot.domain.member import MembershipState
from bot.domain.nudge import NudgeState
from bot.domain.referral import Referral, ReferralKind, ReferralState
from bot.domain.stats import Goodwill, Happened, count, days_of
from storage import referral as requests
from storage.database import Transaction
from storage.tables import introduction, membership, nudge, referral

UNMET = (ReferralState.NOBODY, ReferralState.EXPIRED)


async def goodwill(tx: Transaction, person: int, today: date, zone: str) -> Goodwill:
    """What a member gave and received, whom they called, and thanks that were said."""
    rows = (
        await tx.execute(
            select(introduction.c.giver_id, introduction.c.created_at, introduction.c.thanked_at, referral.c.kind)
            .join(referral, referral.c.id == introduction.c.referral_id)
            .where((introduction.c.giver_id == person) | (introduction.c.receiver_id == person))
        )
    ).all()
    given = [row for row in rows if row.giver_id == person]
    handed_on = [row for row in given if row.kind == ReferralKind.REFER]
    received = [row for row in rows if row.giver_id != person]
    called = select(nudge.c.local_date).where(
        nudge.c.member_id == person, nudge.c.state == NudgeState.TALKED, nudge.c.idea.is_(None)
    )

    def days(instants: Iterable[datetime | None]) -> list[date]:
        return days_of((instant for instant in instants if instant is not None), zone)

    return Goodwill(
        count(days(row.created_at for row in given), today),
        count(days(row.created_at for row in handed_on), today),
        count(days(row.created_at for row in received), today),
        count((await tx.execute(called)).scalars(), today),
        count(days(row.thanked_at for row in rows), today),
    )


async def happened(tx: Transaction, circle_id: int, zone: str) -> Happened:
    """When things happened in a circle."""
    asked = (
        await tx.execute(
            select(referral.c.kind, referral.c.state, referral.c.created_at).where(referral.c.circle_id == circle_id)
        )
    ).all()
    met = (
        await tx.execute(
            select(
                introduction.c.created_at,
                introduction.c.thanked_at,
                introduction.c.giver_outcome,
                introduction.c.receiver_outcome,
            )
            .join(referral, referral.c.id == introduction.c.referral_id)
            .where(referral.c.circle_id == circle_id)
        )
    ).all()
    outcomes = [(row.created_at, {row.giver_outcome, row.receiver_outcome}) for row in met]
    calls = select(nudge.c.local_date).where(
        nudge.c.state == NudgeState.TALKED,
        nudge.c.member_id.in_(_members(circle_id)),
        nudge.c.collaborator_id.in_(_members(circle_id)),
    )
    return Happened(
        asks=days_of((row.created_at for row in asked if row.kind == ReferralKind.ASK), zone),
        handed_on=days_of((row.created_at for row in asked if row.kind == ReferralKind.REFER), zone),
        introduced=days_of((row.created_at for row in met), zone),
        talked=days_of((at for at, said in outcomes if said & set(MET)), zone),
        hired=days_of((at for at, said in outcomes if Outcome.HIRED in said), zone),
        unmet=days_of((row.created_at for row in asked if row.state in UNMET), zone),
        calls=list((await tx.execute(calls)).scalars()),
        thanked=days_of((row.thanked_at for row in met if row.thanked_at), zone),
    )


def _members(circle_id: int) -> Select[tuple[int]]:
    return select(membership.c.member_id).where(
        membership.c.circle_id == circle_id, membership.c.state == MembershipState.JOINED
    )


async def meetings(tx: Transaction, circle_id: int) -> set[tuple[int, int]]:
    """Pairs of members who have talked: after an introduction in this circle, or as one called the other. The smaller
    number first."""
    talked = select(nudge.c.member_id, nudge.c.collaborator_id).where(
        nudge.c.state == NudgeState.TALKED,
        nudge.c.member_id.in_(_members(circle_id)),
        nudge.c.collaborator_id.in_(_members(circle_id)),
    )
    met = (
        select(introduction.c.giver_id, introduction.c.receiver_id)
        .join(referral, referral.c.id == introduction.c.referral_id)
        .where(
            referral.c.circle_id == circle_id,
            introduction.c.giver_outcome.in_(MET) | introduction.c.receiver_outcome.in_(MET),
            introduction.c.giver_id.in_(_members(circle_id)),
            introduction.c.receiver_id.in_(_members(circle_id)),
        )
    )
    pairs = [*(await tx.execute(talked)).all(), *(await tx.execute(met)).all()]
    return {(min(one, other), max(one, other)) for one, other in pairs}


async def unmet(tx: Transaction, circle_id: int, since: datetime, most: int) -> list[Referral]:
    """The latest asks of a circle that nobody took, since an instant; not what was handed on in private."""
    query = (
        select(*requests.COLUMNS)
        .where(
            referral.c.circle_id == circle_id,
            referral.c.kind == ReferralKind.ASK,
            referral.c.state.in_(UNMET),
            referral.c.created_at > since,
            referral.c.text != "",
        )
        .order_by(referral.c.id.desc())
        .limit(most)
    )
    return [requests.read(row) for row in await tx.execute(query)]
