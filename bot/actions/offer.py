"""What a member answers to an offer: a yes, a no with its reason, not now. The first yes takes the request."""

from collections.abc import Sequence
from datetime import datetime

import storage.membership
import storage.referral
from bot.actions import introduction, learning
from bot.actions.referral import move_along, show_card
from bot.actions.telling import tell
from bot.domain.facts import OfferMade
from bot.domain.referral import (
    ANSWERABLE,
    OPEN,
    Offer,
    OfferState,
    PassReason,
    Referral,
    ReferralState,
    Refusal,
)
from storage.database import Transaction


async def answerable(
    tx: Transaction, offer_id: int, person: int, states: Sequence[OfferState] = ANSWERABLE
) -> tuple[Offer, Referral] | Refusal:
    """An offer and its request, if this person may answer it now."""
    offer = await storage.referral.get_offer(tx, offer_id)
    request = await storage.referral.get(tx, offer.referral_id) if offer else None
    if offer is None or request is None or offer.member_id != person:
        return Refusal.NOT_YOURS
    if not await storage.membership.is_joined(tx, request.circle_id, person):
        return Refusal.NOT_MEMBER
    if request.state is ReferralState.INTRODUCED:
        return Refusal.ALREADY_TAKEN
    if not request.is_open or offer.state not in states:
        return Refusal.IS_OVER
    return offer, request


async def claim(tx: Transaction, now: datetime, offer_id: int, person: int) -> Refusal | None:
    """A member's yes. The first one takes the request; a second tap of the same person changes nothing."""
    offer = await storage.referral.get_offer(tx, offer_id)
    if offer is not None and offer.member_id == person and offer.state is OfferState.CLAIMED:
        return None
    found = await answerable(tx, offer_id, person)
    if isinstance(found, Refusal):
        if offer is not None and offer.member_id == person:
            await tell(tx, now, person, OfferMade(offer.id))
        return found
    offer, request = found
    if not await storage.referral.move_on(tx, request.id, OPEN, ReferralState.INTRODUCED):
        return Refusal.ALREADY_TAKEN
    await storage.referral.move_offer(tx, offer.id, ANSWERABLE, OfferState.CLAIMED, answered_at=now)
    for other in await storage.referral.offers_of(tx, request.id):
        if other.id != offer.id and other.sent_at is not None and other.state is not OfferState.CLAIMED:
            await storage.referral.move_offer(tx, other.id, [OfferState.OPEN, OfferState.LAPSED], OfferState.CLOSED)
            await tell(tx, now, other.member_id, OfferMade(other.id))
    await tell(tx, now, person, OfferMade(offer.id))
    await introduction.introduce(tx, now, request, person)
    await show_card(tx, now, request)
    await learning.learn(tx, now, person)
    return None


async def turn_down(
    tx: Transaction, now: datetime, offer_id: int, person: int, state: OfferState, reason: PassReason | None = None
) -> Refusal | None:
    """A member's no (`PASSED`, with a reason once they gave it) or not now (`LATER`). It can be changed while open."""
    found = await answerable(tx, offer_id, person)
    if isinstance(found, Refusal):
        return found
    offer, request = found
    await storage.referral.move_offer(tx, offer.id, ANSWERABLE, state, answered_at=now, reason=reason)
    await tell(tx, now, person, OfferMade(offer.id))
    await move_along(tx, now, request.id)
    await show_card(tx, now, request)
    if reason is not None:
        await learning.learn(tx, now, person)
    return None


async def sent_on(tx: Transaction, now: datetime, offer_id: int, person: int) -> None:
    """A member who was asked has named somebody else instead."""
    found = await answerable(tx, offer_id, person)
    if not isinstance(found, Refusal):
        offer, request = found
        await storage.referral.move_offer(tx, offer.id, ANSWERABLE, OfferState.SENT_ON, answered_at=now)
        await tell(tx, now, person, OfferMade(offer.id))
        await move_along(tx, now, request.id)
