"""What routing learns from a member's answers, and suggestions made of it, as rows."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import insert, select, update

from bot.domain.learning import Improvable, Lesson, Suggestion, SuggestionState
from bot.domain.referral import OfferState, PassReason
from storage.database import Transaction
from storage.tables import offer, referral, suggestion

TAUGHT = (offer.c.state == OfferState.CLAIMED) | (offer.c.reason == PassReason.CLIENT)


async def lessons_of(tx: Transaction, members: Iterable[int], most: int) -> dict[int, list[Lesson]]:
    """The latest lessons of members, newest first, at most `most` of each kind for each member."""
    query = (
        select(offer.c.id, offer.c.member_id, offer.c.state, referral.c.text)
        .join(referral, referral.c.id == offer.c.referral_id)
        .where(offer.c.member_id.in_(list(members)), offer.c.learned, TAUGHT, referral.c.text != "")
        .order_by(offer.c.answered_at.desc(), offer.c.id.desc())
    )
    found: dict[int, list[Lesson]] = {}
    for row in await tx.execute(query):
        lesson = Lesson(row.id, row.text, row.state == OfferState.CLAIMED)
        lessons = found.setdefault(row.member_id, [])
        if sum(one.taken is lesson.taken for one in lessons) < most:
            lessons.append(lesson)
    return found


async def unlearn(tx: Transaction, member_id: int, offer_id: int) -> bool:
    """Routing forgets one lesson of a member; false if it is not theirs."""
    rule = (offer.c.id == offer_id, offer.c.member_id == member_id)
    return bool((await tx.execute(update(offer).where(*rule).values(learned=False))).rowcount)


async def answers_of(tx: Transaction, member_id: int, most: int) -> list[tuple[OfferState, PassReason | None]]:
    """A member's latest claims and passes with a reason, newest first."""
    query = (
        select(offer.c.state, offer.c.reason)
        .where(
            offer.c.member_id == member_id,
            (offer.c.state == OfferState.CLAIMED) | offer.c.reason.is_not(None),
        )
        .order_by(offer.c.answered_at.desc(), offer.c.id.desc())
        .limit(most)
    )
    rows = await tx.execute(query)
    return [(OfferState(row.state), PassReason(row.reason) if row.reason else None) for row in rows]


async def passed_asks(tx: Transaction, member_id: int, most: int) -> list[str]:
    """The texts of a member's latest passes for the reason of the latest, newest first."""
    query = (
        select(offer.c.reason, referral.c.text)
        .join(referral, referral.c.id == offer.c.referral_id)
        .where(offer.c.member_id == member_id, offer.c.reason.is_not(None), referral.c.text != "", offer.c.learned)
        .order_by(offer.c.answered_at.desc(), offer.c.id.desc())
        .limit(most)
    )
    rows = list(await tx.execute(query))
    return [row.text for row in rows if row.reason == rows[0].reason]


async def add_suggestion(tx: Transaction, now: datetime, member_id: int, question: Improvable) -> None:
    """A suggestion is wanted, unless one for the same statement is wanted or on the table already."""
    pending = select(suggestion.c.id).where(
        suggestion.c.member_id == member_id,
        suggestion.c.question == question,
        suggestion.c.state.in_([SuggestionState.WANTED, SuggestionState.OFFERED]),
    )
    if (await tx.execute(pending.limit(1))).first():
        return
    values = {"member_id": member_id, "question": question, "state": SuggestionState.WANTED, "words": ""}
    await tx.execute(insert(suggestion).values(**values, created_at=now))


async def wanted(tx: Transaction, most: int) -> list[Suggestion]:
    """Suggestions that the engine has yet to make."""
    query = select(suggestion).where(suggestion.c.state == SuggestionState.WANTED).order_by(suggestion.c.id)
    rows = await tx.execute(query.limit(most))
    return [Suggestion(r.id, r.member_id, Improvable(r.question), SuggestionState(r.state), r.words) for r in rows]


async def get_suggestion(tx: Transaction, suggestion_id: int) -> Suggestion | None:
    """The suggestion with an id."""
    row = (await tx.execute(select(suggestion).where(suggestion.c.id == suggestion_id))).first()
    if row is None:
        return None
    return Suggestion(row.id, row.member_id, Improvable(row.question), SuggestionState(row.state), row.words)


async def move_suggestion(
    tx: Transaction, suggestion_id: int, before: SuggestionState, after: SuggestionState, words: str | None = None
) -> bool:
    """Takes a suggestion from one state to another; false if it was not there."""
    values: dict[str, object] = {"state": after}
    if words is not None:
        values["words"] = words
    rule = (suggestion.c.id == suggestion_id, suggestion.c.state == before)
    return bool((await tx.execute(update(suggestion).where(*rule).values(**values))).rowcount)
