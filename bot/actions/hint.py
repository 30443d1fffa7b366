"""Somebody knows someone: a member, who is asked, or a name outside the circle, which the author is told."""

from datetime import datetime

import storage.member
import storage.membership
import storage.referral
from bot.actions.offer import sent_on
from bot.actions.referral import may_offer, open_offer, show_card, wait_for_wave
from bot.actions.telling import tell
from bot.domain.asks import clean, mask_contacts, shorten
from bot.domain.facts import Note, OfferMade, Value
from bot.domain.referral import LONGEST_HINT, Hint, OfferState, Referral, ReferralState, Refusal
from storage.database import Transaction


async def may_hint(tx: Transaction, referral_id: int, by: int) -> Refusal | None:
    """Whether a person may say who fits a request; None if so."""
    request = await storage.referral.get(tx, referral_id)
    if request is None or not await storage.membership.is_joined(tx, request.circle_id, by):
        return Refusal.NOT_MEMBER
    if request.author_id == by:
        return Refusal.HINT_OWN
    return None if request.is_open else Refusal.IS_OVER


async def hint_member(
    tx: Transaction, now: datetime, referral_id: int, by: int, member_id: int, offer_id: int = 0
) -> Refusal | None:
    """Somebody says which member fits: that member is asked. With `offer_id`, they were asked themselves.

    Of a member who was asked before nobody learns that here: the hint is taken all the same, and they are not asked
    twice.
    """
    request = await storage.referral.get(tx, referral_id)
    refusal = await may_hint(tx, referral_id, by)
    if refusal or request is None:
        return refusal or Refusal.IS_OVER
    if member_id == by:
        return Refusal.HINT_SELF
    if member_id in (request.author_id, request.about_id):
        return Refusal.HINT_AUTHOR
    if not await may_offer(tx, now, request, member_id):
        return Refusal.HINT_AWAY
    await storage.referral.add_hint(tx, now, request.id, by, member_id, "")
    await _ask(tx, now, request, by, member_id)
    if offer_id:
        await sent_on(tx, now, offer_id, by)
    return None


async def _ask(tx: Transaction, now: datetime, request: Referral, by: int, member_id: int) -> None:
    offers = await storage.referral.offers_of(tx, request.id)
    known = next((offer for offer in offers if offer.member_id == member_id), None)
    if known is None:
        known = await storage.referral.add_offer(
            tx, referral_id=request.id, member_id=member_id, state=OfferState.WAITING, rank=len(offers), fit=0.0,
            because=[], hinted_by=by,
        )  # fmt: skip
    elif known.hinted_by is None:
        await storage.referral.change_offer(tx, known.id, hinted_by=by)
    if known.state not in (OfferState.WAITING, OfferState.CLOSED):
        await tell(tx, now, member_id, OfferMade(known.id))
        return
    await open_offer(tx, now, known, request.wave)
    if request.state is not ReferralState.ROUTING:
        await wait_for_wave(tx, now, request)


async def hint_name(
    tx: Transaction, now: datetime, referral_id: int, by: int, name: str, offer_id: int = 0
) -> Refusal | None:
    """Somebody writes the name of a person outside the circle: the author is told who knows them."""
    request = await storage.referral.get(tx, referral_id)
    refusal = await may_hint(tx, referral_id, by)
    if refusal or request is None:
        return refusal or Refusal.IS_OVER
    words = " ".join(clean(name).split())
    if not any(c.isalnum() for c in mask_contacts(words)):
        return Refusal.HINT_EMPTY
    if len(words) > LONGEST_HINT:
        return Refusal.HINT_LONG
    await storage.referral.add_hint(tx, now, request.id, by, None, words)
    await _tell_name(tx, now, request, Hint(by, None, words))
    if offer_id:
        await sent_on(tx, now, offer_id, by)
    await show_card(tx, now, request)
    return None


async def _tell_name(tx: Transaction, now: datetime, request: Referral, hint: Hint) -> bool:
    hinter = await storage.member.get(tx, hint.by_id)
    values: dict[str, Value] = {"ask": shorten(request.text, 200), "hint": hint.name, "by": hint.by_id}
    values["by_name"] = hinter.name if hinter else "?"
    return await tell(tx, now, request.author_id, Note("hint_received", values))


async def show_names(tx: Transaction, now: datetime, referral_id: int, person: int) -> Refusal | None:
    """Tells the author, who could not be written to when they came in, all names written so far."""
    request = await storage.referral.get(tx, referral_id)
    if request is None or request.author_id != person:
        return Refusal.NOT_AUTHOR
    for hint in await storage.referral.hints_of(tx, request.id):
        if hint.name:
            await _tell_name(tx, now, request, hint)
    await show_card(tx, now, request)
    return None
