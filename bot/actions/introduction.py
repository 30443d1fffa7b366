"""From an introduction to thanks: both are told, later both are asked, and the group hears of it if both agree."""

from datetime import datetime

import storage.circle
import storage.introduction
import storage.outbox
import storage.referral
from bot.actions import refer_out
from bot.actions.telling import show, tell
from bot.domain.facts import CardShown, FollowedUp, Introduced, Note, ThanksOffered, ThanksSaid
from bot.domain.hours import waking
from bot.domain.introduction import GOOD, MET, MOST_FOLLOW_UPS, Introduction, Outcome, Side, other
from bot.domain.referral import Referral, ReferralKind, Refusal
from storage.database import Transaction


async def introduce(tx: Transaction, now: datetime, request: Referral, receiver: int) -> None:
    """Puts the author of a request and the member who took it in touch."""
    circle = await storage.circle.get(tx, request.circle_id)
    if circle is None:
        return
    made = await storage.introduction.add(
        tx,
        referral_id=request.id,
        giver_id=request.author_id,
        giver_name=request.author_name,
        receiver_id=receiver,
        created_at=now,
        follow_up_at=waking(now + circle.follow_up, circle.follow_up, circle.zone),
    )
    for person in (made.giver_id, made.receiver_id):
        if person is not None:
            await tell(tx, now, person, Introduced(made.id, person))
    if request.kind is ReferralKind.REFER:
        await refer_out.ask_consent(tx, now, request.id)


async def show_again(tx: Transaction, now: datetime, introduction_id: int, person: int) -> Refusal | None:
    """Shows an introduction, and others of the same request, to one of its people who could not be written to when it
    was made."""
    made = await storage.introduction.get(tx, introduction_id)
    if made is None or made.side_of(person) is None:
        return Refusal.NOT_YOURS
    for one in await storage.introduction.of_referral(tx, made.referral_id):
        if one.side_of(person) is not None:
            await storage.outbox.unpost(tx, str(Introduced(one.id, person).slot))
            await tell(tx, now, person, Introduced(one.id, person))
    request = await storage.referral.get(tx, made.referral_id)
    if request is not None:  # its card no longer needs to lead here
        await show(tx, now, request.circle_id, CardShown(request.id))
    return None


async def follow_up(tx: Transaction, now: datetime, made: Introduction) -> None:
    """Asks each side that has not said yet that they met how it went."""
    turn = made.follow_ups
    await storage.introduction.change(tx, made.id, follow_up_at=None, follow_ups=turn + 1)
    for side in Side:
        person = made.person(side)
        if person is not None and made.outcome(side) in (None, Outcome.NOT_YET):
            await tell(tx, now, person, FollowedUp(made.id, person, turn))


async def answer(
    tx: Transaction, now: datetime, introduction_id: int, person: int, outcome: Outcome, turn: int
) -> Refusal | None:
    """One side says what became of it. An answer can be changed."""
    made = await storage.introduction.get(tx, introduction_id)
    side = made.side_of(person) if made else None
    if made is None or side is None:
        return Refusal.NOT_YOURS
    before = made.contradicts
    await storage.introduction.change(tx, made.id, **{f"{side}_outcome": outcome})
    await tell(tx, now, person, FollowedUp(made.id, person, turn))
    changed = await storage.introduction.get(tx, made.id)
    request = await storage.referral.get(tx, made.referral_id)
    circle = await storage.circle.get(tx, request.circle_id) if request else None
    if changed is None or circle is None:
        return None
    if outcome is Outcome.NOT_YET and made.follow_ups < MOST_FOLLOW_UPS:
        again = waking(now + circle.follow_up, circle.follow_up, circle.zone)
        await storage.introduction.change(tx, made.id, follow_up_at=again)
    if outcome in MET:
        await refer_out.outcome_known(tx, now, made.referral_id)
    if changed.contradicts and not before:
        for one in Side:
            button = ((("button_show_introduction", "introduction", made.id),),)
            await tell(tx, now, changed.person(one), Note("repair", {}, button))
    if outcome in GOOD and changed.thanks(side) is None and changed.person(other(side)) is not None:
        await tell(tx, now, person, ThanksOffered(made.id, person))
    if (
        outcome not in GOOD and changed.thanks(side) and changed.thanked_at is None
    ):  # what was agreed to is no longer so
        await storage.introduction.change(tx, made.id, **{f"{side}_thanks": False})
        await tell(tx, now, person, ThanksOffered(made.id, person))
    return None


async def agree(tx: Transaction, now: datetime, introduction_id: int, person: int, yes: bool) -> Refusal | None:
    """One side agrees, or not, that thanks are said in the group; they are said once, when both have."""
    made = await storage.introduction.get(tx, introduction_id)
    side = made.side_of(person) if made else None
    if made is None or side is None:
        return Refusal.NOT_YOURS
    if made.person(other(side)) is None:
        return Refusal.PARTNER_GONE
    if made.thanked_at is not None:
        return Refusal.IS_OVER
    await storage.introduction.change(tx, made.id, **{f"{side}_thanks": yes})
    await tell(tx, now, person, ThanksOffered(made.id, person))
    across = other(side)
    if yes and made.thanks(across) is None and made.outcome(across) in (*GOOD, None):
        partner = made.person(across)
        if partner is not None:
            await tell(tx, now, partner, ThanksOffered(made.id, partner))
    if await storage.introduction.thank_once(tx, now, made.id):
        request = await storage.referral.get(tx, made.referral_id)
        if request is not None:
            await show(tx, now, request.circle_id, ThanksSaid(made.id), key=f"thanks:{made.id}",
                       thread_id=request.thread_id)  # fmt: skip
        for one in Side:
            partner = made.person(one)
            if partner is not None:
                await tell(tx, now, partner, ThanksOffered(made.id, partner))
    return None
